const keys =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";
const report = "This is a bug in the plugin; please report it.";
const reset = "the connection broke before the answer was complete";

/** Messages about the gateway, its answers and the keys, in English. */
export const gatewayEnglish = {
  refused: (action: string, retCode: number, words: string, asked: string, request: string, hint: string) =>
    `${action} was refused with RetCode ${retCode}${words === "" ? "" : `: ${words}`}${asked}.${request === "" ? "" : ` [request ${request}]`} ${hint}`,
  hints: {
    wait: "CompShare is having trouble; try again later.",
    timedOut: "The gateway timed out.",
    throttled: "Too many requests; try again later or run fewer deployments at once.",
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
    checkRegion: "Check `region`, for example `cn-wlcb` or `cn-sh2`.",
    checkZone: "Check `zone`, for example `cn-wlcb-01`.",
    checkProject: "Check `projectId`; sub-accounts have to set it.",
    checkId: "Check `id`.",
  },
  network: {
    unknownName: "the gateway's name is unknown; check `baseUrl` and this machine's name servers",
    noNameForNow: "the gateway's name could not be looked up for now",
    connectionRefused: "the gateway refused the connection; check `baseUrl` and proxy settings",
    unreachable: "the gateway could not be reached",
    connectTimeout: "connecting took too long",
    proxyUnreachable: "the proxy could not be reached",
    reset,
    proxyRefused: "the proxy refused to connect; check its address and NO_PROXY",
    proxyCredentials: "HTTP 407: the proxy wants other credentials; check HTTPS_PROXY and HTTP_PROXY",
    headersTooLarge: "the answer's headers are too large",
    noTls: "the gateway does not speak TLS on this port; check `baseUrl`",
    certificate:
      "the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS",
    noHttp: "the answer is not HTTP; check `baseUrl`",
    attemptTimeout: (seconds: number) => `no complete answer within ${seconds} s`,
    deadline: "the whole call took longer than `timeoutSeconds` allows",
    cancelled: "the call was stopped before it was answered",
  },
  reply: {
    redirect: (status: number, action: string) =>
      `HTTP ${status}: the gateway sends ${action} elsewhere, which is not followed; check \`baseUrl\``,
    otherAction: (action: string, name: string) =>
      `the answer to ${action} calls itself ${name}; something between may mix answers up`,
    tooDeep: (action: string) => `${action}: the answer is nested too deep`,
    memberTwice: (action: string) => `${action}: the answer has a member twice`,
    noRetCode: (action: string) => `${action}: RetCode must be a whole number`,
    tooMany: (status: number) => `HTTP ${status}: too many requests`,
    trouble: (status: number) => `HTTP ${status}: the gateway is having trouble`,
    notAccepted: (status: number) =>
      `HTTP ${status}: the gateway does not accept the request; check \`baseUrl\` and the proxy`,
    asksToWait: (seconds: number) => `; it asks to wait ${seconds} s`,
    empty: (action: string) => `${action}: the answer is empty`,
    truncated: (action: string, length: number) =>
      `${action}: the answer ends in the middle, after ${length} characters`,
    notJson: (action: string, type: string, length: number) =>
      `${action}: the answer is no JSON object but ${type} of ${length} characters; a portal or proxy may have answered in CompShare's place`,
    noContentType: "no content type",
    compressed: "the answer is compressed although that was not asked for",
    tooLarge: (bytes: number) => `the answer is larger than ${bytes} bytes`,
    notUtf8: "the answer is not in UTF-8",
    invalidUtf8: "the answer is not valid UTF-8",
    wrongKind: (place: string) => `${place} is not of the kind that CompShare documents`,
    notObject: (place: string) => `${place} must be an object`,
  },
  listing: {
    stuck: "the gateway repeats pages",
    endedEarly: "the gateway ended the list early",
    only: (read: number, total: number) =>
      `only ${read} of ${total} images could be read, and an incomplete list is no answer`,
    perhapsMore: (read: number) =>
      `${read} images could be read and nothing says that there are no more; an incomplete list is no answer`,
    endless: (rows: number, pages: number) =>
      `the list does not end: ${rows} images on ${pages} pages were read`,
  },
  attemptSummary: (attempt: number, of: number, seconds: string, place: string | undefined) =>
    `attempt ${attempt} of ${of}, ${seconds} s${place === undefined ? "" : `, keys from ${place}`}`,
  notRepeated: "not repeated, since too many calls are failing",
  report: "This is a fault of the plugin or a change of the API; please report it with the text above.",
  unexpected: (name: string, place: string) => `Unexpected ${name}${place === "" ? "" : ` in ${place}`}.`,
  insecure:
    "requests to CompShare go over plain http; whoever sees them can repeat them until the keys are changed",
};
