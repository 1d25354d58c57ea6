import { allOf } from "./join-words.ts";

/** Messages about arguments, configuration and credentials, in English. */
export const inputsEnglish = {
  onlyOne: (names: readonly string[]) =>
    `only one of ${allOf(names)} may be given; leave ${names.length > 2 ? "all but one" : "one"} of them out`,
  unknownArgument: (name: string, hint: string) => `unknown argument ${name}; ${hint}`,
  unknownKey: (name: string, hint: string) => `unknown configuration key ${name}; ${hint}`,
  projectKeys: (problem: string) =>
    `${problem}. This project is itself called compshare, so its own keys are read as the provider's: set them under another name, such as \`app:KEY\`, or rename the project`,
  knownAre: (names: string) => `known are ${names}`,
  didYouMean: (name: string) => `did you mean ${name}?`,
  kinds: {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "an object",
    record: "a map",
  },
  quoteNumber: "must be text: put it in quotes, since YAML reads 3.10 as 3.1 and 13.0 as 13",
  mustBe: (kind: string) => `must be ${kind}`,
  notEmpty: "must not be empty; leave it out instead",
  oneEntry: "must have at least one entry; leave it out instead",
  atLeast: (least: string) => `must be at least ${least}`,
  atMost: (most: string) => `must be at most ${most}`,
  oneOf: (values: string) => `must be one of ${values}`,
  wrongKind: "is of the wrong kind",
  like: (example: string) => `must look like \`${example}\``,
  spelling: {
    sentence: (python: readonly string[], others: readonly string[], more: boolean) =>
      `Python writes ${allOf(python)}, Go and .NET ${allOf(others)}${more ? ", and so on" : ""}`,
    stop: ".",
  },
  noFunction: (token: string) => `the package has no function ${token}; update the plugin or check the name`,
  noResource: (type: string) => `the package has no resource ${type}; update the plugin or check the name`,
  notKnownYet: (name: string) =>
    `\`${name}\` is not known yet, because it comes from a resource that does not exist; use the Output form of the function, which waits for it`,
  notConfigured: "the provider has not been configured yet",
  badEnvironment: (variable: string, key: string) =>
    `${variable} in the environment does not have the form that \`${key}\` must have`,
  zoneOutside: (zone: string, itsRegion: string, region: string) =>
    `\`zone\` must lie in \`region\`: ${zone} is a zone of ${itsRegion}, not of ${region}; leave \`region\` out or change one of them`,
  badProxy: (variable: string) =>
    `${variable} in the environment is not the address of an HTTP proxy; it must look like \`http://proxy.example:3128\``,
  endpoint: {
    notUrl: "must be a URL such as `https://api.compshare.cn`",
    scheme: "must start with `https://`",
    userInfo: "must not hold a user name or password",
    ascii: "must be written in ASCII without spaces",
    originOnly: "must be scheme, host and port only, without a path, query or fragment",
    dot: "must not end its host with a dot",
    linkLocal: "must not be a link-local address",
    insecure: "must use `https`; plain `http` is for loopback, or set `allowInsecureEndpoint` to true",
  },
  keys: {
    none: (sources: string) =>
      `no credentials were found. Looked in: ${sources}. Set both keys, for example with \`pulumi config set --secret compshare:publicKey ...\` and \`pulumi config set --secret compshare:privateKey ...\`; make them at https://console.compshare.cn/uaccount/api_manage`,
    configuration: "the provider's configuration (publicKey, privateKey)",
    currentProfile: "the CompShare CLI's current profile",
    profileFile: "the CompShare CLI's profile file",
    environment: (publicName: string, privateName: string) =>
      `the environment (${publicName}, ${privateName})`,
    uCloudFiles: "UCloud's files (~/.ucloud/config.json, ~/.ucloud/credential.json)",
    both: "the provider's configuration names keys and a profile; give either publicKey and privateKey, or profile and configFile",
    half: (source: string, present: string, missing: string) =>
      `${source} has ${present} but no ${missing}; keys are taken as a pair from one source`,
    cleaned: (name: string, source: string) =>
      `${name} from ${source} had white space or quotes around it, which were left out`,
    unusable: (name: string, source: string) =>
      `${name} from ${source} is empty or holds characters that no key has; copy it again`,
    noCliFile: "the CompShare CLI's configuration file does not exist",
    noFile: (file: string) =>
      `the CompShare CLI's configuration file ${file} does not exist; check \`configFile\` and COMPSHARE_CONFIG_FILE`,
    noProfile: (profile: string, known: string) =>
      `profile ${profile} is not in the CompShare CLI's configuration file; it has ${known === "" ? "none" : known}`,
    cannotRead: (path: string, code: string) =>
      `the credentials file ${path} is there but cannot be read (${code}); make it readable for this user, or remove it`,
    unreadable: (path: string) =>
      `the credentials file ${path} cannot be read as the JSON that its tool writes`,
  },
};
