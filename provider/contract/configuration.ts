import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";
import { regionName, zoneName } from "./query.ts";
import { configFileVariable, keyVariables, languageVariable } from "./variables.ts";

/** Region that is asked when nothing says otherwise: the one of CompShare's own examples. */
export const defaultRegion = "cn-wlcb";

/** Regions in which CompShare sells machines. Others are asked as well: CompShare adds regions. */
export const knownRegions: readonly string[] = ["cn-wlcb", "cn-sh2", "cn-bj2"];

/** Gateway that holds CompShare's keys. Keys of other UCloud gateways do not work there. */
export const defaultBaseUrl = "https://api.compshare.cn";

const language = field(z.enum(["en", "zh"]), {
  id: "Language",
  description: "A language of messages.",
});

/** The provider's configuration, one line a key. Each key is text, a number or a boolean. */
export const configuration = z.strictObject({
  publicKey: field(z.optional(text()), {
    secret: true,
    environment: Object.values(keyVariables).map(({ publicKey }) => publicKey),
    description:
      "Public key of the CompShare account, from https://console.compshare.cn/uaccount/api_manage. Set it together with `privateKey`.",
  }),
  privateKey: field(z.optional(text()), {
    secret: true,
    environment: Object.values(keyVariables).map(({ privateKey }) => privateKey),
    description:
      "Private key that signs every request. Set it together with `publicKey`, with `pulumi config set --secret`.",
  }),
  profile: field(z.optional(text()), {
    environment: ["COMPSHARE_PROFILE"],
    description: "Profile of the CompShare CLI to take the keys from. Default: the CLI's current profile.",
  }),
  configFile: field(z.optional(text()), {
    environment: [configFileVariable],
    description:
      "Path of the CompShare CLI's configuration file. Default: `compshare/config.json` in `$XDG_CONFIG_HOME` or `~/.config`.",
  }),
  projectId: field(z.optional(text()), {
    environment: ["COMPSHARE_PROJECT_ID"],
    description:
      "Project to ask in, `org-` and letters. Default: the account's default project. Sub-accounts need it.",
  }),
  region: field(z.optional(regionName()), {
    environment: ["COMPSHARE_REGION"],
    description: `Region to ask, for example \`cn-sh2\`. Default: the region of \`zone\` if that is set, else \`${defaultRegion}\`.`,
  }),
  zone: field(z.optional(zoneName()), {
    environment: ["COMPSHARE_ZONE"],
    description: "Zone to ask, for example `cn-wlcb-01`. Default: none.",
  }),
  baseUrl: field(z.optional(text()), {
    environment: ["COMPSHARE_BASE_URL"],
    description: `Gateway to call: scheme, host and port only. Default: \`${defaultBaseUrl}\`. Plain \`http\` is refused except on loopback or with \`allowInsecureEndpoint\`.`,
  }),
  lang: field(z.optional(language), {
    environment: [languageVariable],
    description:
      "Language of messages: `en` or `zh`. Default: the CompShare CLI's language setting, else the machine's locale. What goes into the state is English always.",
  }),
  timeoutSeconds: field(z.optional(wholeNumber(1, 3600)), {
    description:
      "Time that one whole call may take, in seconds, all pages and retries included, 1 to 3600. Default: 60.",
  }),
  maxAttempts: field(z.optional(wholeNumber(1, 10)), {
    description: "Maximum attempts per request, 1 to 10. Default: 5. Only faults that may pass are retried.",
  }),
  cacheSeconds: field(z.optional(wholeNumber(0, 86_400)), {
    description:
      "How long a listing is reused within one Pulumi command, in seconds, 0 to 86400. Default: 300. 0 reads the catalogue anew unless a read is under way.",
  }),
  catalogFile: field(z.optional(text()), {
    environment: ["COMPSHARE_CATALOG_FILE"],
    description:
      "Path of a catalogue file, which `compshare-images snapshot` writes, to take every result from: no keys are looked for and no request is sent. A relative path starts at the folder of `Pulumi.yaml`. Default: none, CompShare is asked.",
  }),
  catalogMaxAgeDays: field(z.optional(wholeNumber(1, 3650)), {
    description:
      "Age of the catalogue file in days above which it is refused, 1 to 3650. Default: none; from 15 days on there is a warning.",
  }),
  allowInsecureEndpoint: field(z.optional(z.boolean()), {
    description:
      "Allow plain `http` in `baseUrl` off loopback. Default: `false`. Signed requests can then be read on the way.",
  }),
});

/** The configuration as it was given, parsed; absent keys are absent. */
export type Configuration = z.output<typeof configuration>;
