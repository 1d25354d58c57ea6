import type { Hint } from "../errors/api-error.ts";
import type { ConnectObstacle } from "../errors/transport-error.ts";

const keys =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";
const report = "This is a bug in the plugin; please report it.";

/** Messages about the gateway, its responses and the keys, in English. */
export const gatewayEnglish = {
  refused: (action: string, retCode: number, words: string, asked: string, request: string, hint: string) =>
    `${action} was refused with RetCode ${retCode}${words === "" ? "" : `: ${words}`}${asked}.${request === "" ? "" : ` [request ${request}]`} ${hint}`,
  hints: {
    wait: "CompShare is having trouble; retry later.",
    timedOut: "The gateway timed out.",
    throttled: "Too many requests; retry later or run fewer deployments at once.",
    report,
    keys,
    unknownPublicKey: `The public key is unknown. ${keys}`,
    unknownToken: "The token is unknown; make a new one.",
    missing: "A parameter is missing; sub-accounts have to set `projectId`.",
    outOfRange: "A parameter is out of range.",
    notAvailable: "CompShare does not accept the value.",
    badForm: "A parameter has the wrong form.",
    noPermission: "The account lacks the permission to list images.",
    project: "Set `projectId` to a project of this account; sub-accounts always need it.",
    zonePermission: "The account has no permission in this `zone`.",
    address:
      "The account refuses this machine's IP address; add it to the account's list of allowed addresses.",
    lock: "The account is under a security lock; release it in the console.",
    policy: "An IAM policy denies the call; allow the listing of CompShare images.",
    verify: "The account has to be verified in the console.",
    realName: "The account has to pass real-name verification in the console.",
    noImage: "The image does not exist.",
    tooFar: "CompShare does not page that far.",
    unknown: "Look the code up in CompShare's list of error codes.",
  } satisfies Readonly<Record<Hint, string>>,
  check: {
    region: "Check `region`, for example `cn-wlcb` or `cn-sh2`.",
    zone: "Check `zone`, for example `cn-wlcb-01`.",
    projectId: "Check `projectId`; sub-accounts have to set it.",
    id: "Check `id`.",
  },
  refusedValue: {
    refused: (argument: string, value: string, origin: string, hint: string) =>
      `\`${argument}\` ${value} comes from ${origin}; ${hint}.`,
    check: "check it",
    closest: (value: string) => `the closest known one is ${value}`,
    known: (values: string) => `known are ${values}`,
    origins: {
      argument: (name: string) => `the argument \`${name}\``,
      pin: (name: string) => `the pin's state, where \`${name}\` is kept`,
      configuration: (name: string) => `\`compshare:${name}\` of the provider's configuration`,
      environment: (name: string) => `${name} in the environment`,
      default: (name: string) => `the default of \`${name}\``,
    },
  },
  sentences: (one: string, next: string) => `${one} ${next}`,
  checkOther: (argument: string) => `Check \`${argument}\`; CompShare does not accept its value.`,
  network: {
    unknownName: "the gateway's name is unknown; check `baseUrl` and this machine's name servers",
    connect: {
      name: "the gateway's name cannot be looked up for now",
      refused: "the gateway refused the connection; check `baseUrl` and proxy settings",
      unreachable: "the gateway cannot be reached",
      timeout: "connecting took too long",
      proxy: "the proxy cannot be reached",
    } satisfies Readonly<Record<ConnectObstacle, string>>,
    reset: "the connection broke before the response was complete",
    proxyRefused: "the proxy refused to connect; check its address and NO_PROXY",
    proxyCredentials: "HTTP 407: the proxy wants other credentials; check HTTPS_PROXY and HTTP_PROXY",
    headersTooLarge: "the headers of the response are too large",
    noTls: "the gateway does not speak TLS on this port; check `baseUrl`",
    certificate:
      "the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS",
    noHttp: "the response is not HTTP; check `baseUrl`",
    attemptTimeout: (seconds: number) => `no complete response within ${seconds} s`,
    deadline: "the whole call took longer than `timeoutSeconds` allows",
    cancelled: "the call was stopped before it had a result",
  },
  response: {
    redirect: (status: number, action: string) =>
      `HTTP ${status}: the gateway redirected ${action}; redirects are not followed; check \`baseUrl\``,
    otherAction: (action: string, name: string) =>
      `the response to ${action} calls itself ${name}; a proxy may be mixing up responses`,
    tooDeep: (action: string) => `${action}: the response is nested too deeply`,
    duplicateKey: (action: string) => `${action}: duplicate key in the response`,
    retCode: (action: string) => `${action}: RetCode must be a whole number`,
    tooMany: (status: number) => `HTTP ${status}: too many requests`,
    trouble: (status: number) => `HTTP ${status}: the gateway is having trouble`,
    notAccepted: (status: number) =>
      `HTTP ${status}: the gateway does not accept the request; check \`baseUrl\` and the proxy`,
    asksToWait: (seconds: number) => `; it asks to wait ${seconds} s`,
    empty: (action: string) => `${action}: the response is empty`,
    truncated: (action: string, length: number) =>
      `${action}: the response ends in the middle, after ${length} characters`,
    notJson: (action: string, type: string, length: number) =>
      `${action}: the response is not a JSON object but ${type} of ${length} characters; a portal or proxy may have responded in CompShare's place`,
    noContentType: "no content type",
    compressed: "the response is compressed although that was not asked for",
    tooLarge: (bytes: number) => `the response is larger than ${bytes} bytes`,
    notUtf8: "the response is not in UTF-8",
    invalidUtf8: "the response is not valid UTF-8",
    type: (action: string, path: string) => `${action}: ${path} is not of the type that CompShare documents`,
    notObject: (action: string, path: string) => `${action}: ${path} must be an object`,
    changed: (action: string, path: string) =>
      `${action}: ${path} is not of the type that CompShare documents in any image that has it; the format has changed`,
  },
  listing: {
    stuck: (read: string) => `the gateway repeats pages: ${read}`,
    endedEarly: (read: string) => `the gateway ended the list early: ${read}`,
    only: (read: number, total: number) =>
      `only ${read} of ${total} images could be read, and an incomplete list is no result`,
    perhapsMore: (read: number) =>
      `${read} images could be read and nothing says that there are no more; an incomplete list is no result`,
    endless: (rows: number, pages: number) =>
      `the list does not end: ${rows} images on ${pages} pages were read`,
  },
  attempts: (attempt: number, of: number, seconds: string, source: string | undefined) =>
    `attempt ${attempt} of ${of}, ${seconds} s${source === undefined ? "" : `, keys from ${source}`}`,
  notRetried: ", not retried, since too many calls are failing",
  report: "This is a bug in the plugin or a change in the API; please report it with the text above.",
  unexpected: (name: string, frame: string) => `Unexpected ${name}${frame === "" ? "" : ` in ${frame}`}.`,
  insecure:
    "requests to CompShare go over plain http; whoever sees them can replay them until the keys are changed",
};
