import { type Failure, honest, json, type Scenario, tagsFound } from "../scenario.ts";

const refused = (status: number, says: string | readonly string[]): Failure => ({
  status,
  code: "API_REFUSED",
  says,
});
const [denied, unavailable, invalid, ours, exhausted] = [7, 14, 3, 13, 8];
const page = ["getCompShareImages", {}] as const;

/** Refusals that nothing but another input, other keys or a fix can help. */
const final: readonly (readonly [
  row: number,
  code: number,
  message: string,
  status: number,
  says: string,
])[] = [
  [44, 160, "Action not found", ours, "This is a bug in the plugin; please report it."],
  [44, 161, "Missing Action", ours, "This is a bug in the plugin; please report it."],
  [45, 170, "Missing Signature", ours, "This is a bug in the plugin; please report it."],
  [
    45,
    171,
    "Signature VerifyAC Error",
    denied,
    "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.",
  ],
  [46, 172, "User not found", denied, "The public key is unknown."],
  [46, 174, "Token not found", denied, "The token is unknown; make a new one."],
  [
    47,
    292,
    "Project not found",
    denied,
    "Set `projectId` to a project of this account; sub-accounts always need it.",
  ],
  [48, 293, "Zone permission", denied, "The account has no permission in this `zone`."],
  [48, 294, "IP denied", denied, "refuses this machine's IP address"],
  [48, 295, "Security lock", denied, "under a security lock; release it in the console."],
  [48, 299, "IAM", denied, "An IAM policy denies the call"],
  [49, 210, "Missing params [ProjectId]", invalid, "Check `projectId`; sub-accounts have to set it."],
  [49, 230, "Params [Region] not available", invalid, "Check `region`, for example `cn-wlcb` or `cn-sh2`."],
  [49, 230, "Params [Zone] not available", invalid, "Check `zone`, for example `cn-wlcb-01`."],
  [49, 230, "Params [Limit] not available", invalid, "This is a bug in the plugin; please report it."],
  [51, 1, "Odd", invalid, "Look the code up in CompShare's list of error codes."],
  [51, 1999, "Odd", invalid, "Look the code up in CompShare's list of error codes."],
  [51, -7, "Odd", invalid, "Look the code up in CompShare's list of error codes."],
];

const noCode = (value: unknown): Scenario => ({
  row: 53,
  what: `RetCode ${JSON.stringify(value) ?? "missing"}`,
  steps: [json({ RetCode: value, Tags: ["a", "b"] })],
  requests: 1,
  answer: {
    status: ours,
    code: "RESPONSE_UNEXPECTED: SCHEMA",
    says: "DescribeCompShareImageTags: RetCode must be a whole number",
  },
});

/** RetCodes: the rows 42 to 54. */
export const retCodes: readonly Scenario[] = [
  ...[110, 130, 150].flatMap((code): Scenario[] => [
    {
      row: 42,
      what: `RetCode ${code} twice`,
      steps: [json({ RetCode: code }), json({ RetCode: code }), honest],
      requests: 3,
      answer: tagsFound,
    },
    {
      row: 42,
      what: `RetCode ${code} for ever`,
      steps: [json({ RetCode: code, Message: "canary" })],
      requests: 4,
      answer: refused(unavailable, `DescribeCompShareImageTags was refused with RetCode ${code}: canary. `),
    },
  ]),
  {
    row: 43,
    what: "RetCode 153 once",
    steps: [json({ RetCode: 153 }), honest],
    requests: 2,
    answer: tagsFound,
  },
  {
    row: 43,
    what: "RetCode 153 for ever",
    steps: [json({ RetCode: 153, Message: "Throttled" })],
    configuration: { maxAttempts: 2 },
    requests: 2,
    answer: refused(
      exhausted,
      "RetCode 153: Throttled. Too many requests; retry later or run fewer deployments at once. (attempt 2 of 2, ",
    ),
  },
  ...final.map(([row, code, message, status, says]) => ({
    row,
    what: `RetCode ${code} ${message}`,
    steps: [json({ RetCode: code, Message: message })],
    requests: 1,
    answer: refused(status, [`RetCode ${code}: ${message}.`, says, "(attempt 1 of 4, "]),
  })),
  ...[2000, 8017, 999_999].map((code) => ({
    row: 50,
    what: `RetCode ${code}, which nobody knows`,
    steps: [json({ RetCode: code, Message: "Odd" })],
    requests: 2,
    answer: refused(
      unavailable,
      `RetCode ${code}: Odd. Look the code up in CompShare's list of error codes. (attempt 2 of 4, `,
    ),
  })),
  {
    row: 50,
    what: "RetCode 8017 once",
    steps: [json({ RetCode: 8017 }), honest],
    requests: 2,
    answer: tagsFound,
  },
  {
    row: 52,
    what: 'RetCode "0"',
    steps: [json({ RetCode: "0", Tags: ["a", "b"] })],
    requests: 1,
    answer: tagsFound,
  },
  {
    row: 52,
    what: 'RetCode "171"',
    steps: [json({ RetCode: "171", Message: "Signature VerifyAC Error" })],
    requests: 1,
    answer: refused(denied, "RetCode 171: Signature VerifyAC Error. Check for white space around the keys"),
  },
  ...[undefined, null, true, {}, 1.5, "zero"].map(noCode),
  {
    row: 54,
    what: "RetCode 0 beside a Message",
    steps: [json({ RetCode: 0, Message: "canary", Tags: ["a", "b"] })],
    requests: 1,
    answer: tagsFound,
  },
  {
    row: 54,
    what: "an answer that calls itself by another action's name",
    steps: [json({ RetCode: 0, Action: "OtherResponse", ImageSet: [], TotalCount: 0 })],
    call: page,
    requests: 1,
    answer: { totalCount: 0 },
    log: [/^WARNING: the response to DescribeCompShareImages calls itself "OtherResponse"/],
  },
];
