import type { FaultName } from "../faults.ts";
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
  fault: FaultName,
  code: number,
  message: string,
  status: number,
  says: string,
])[] = [
  [
    "unknown or missing action",
    160,
    "Action not found",
    ours,
    "This is a bug in the plugin; please report it.",
  ],
  [
    "unknown or missing action",
    161,
    "Missing Action",
    ours,
    "This is a bug in the plugin; please report it.",
  ],
  [
    "missing or wrong signature",
    170,
    "Missing Signature",
    ours,
    "This is a bug in the plugin; please report it.",
  ],
  [
    "missing or wrong signature",
    171,
    "Signature VerifyAC Error",
    denied,
    "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.",
  ],
  ["unknown public key or token", 172, "User not found", denied, "The public key is unknown."],
  ["unknown public key or token", 174, "Token not found", denied, "The token is unknown; make a new one."],
  [
    "unknown project",
    292,
    "Project not found",
    denied,
    "Set `projectId` to a project of this account; sub-accounts always need it.",
  ],
  ["denied access", 293, "Zone permission", denied, "The account has no permission in this `zone`."],
  ["denied access", 294, "IP denied", denied, "refuses this machine's IP address"],
  ["denied access", 295, "Security lock", denied, "under a security lock; release it in the console."],
  ["denied access", 299, "IAM", denied, "An IAM policy denies the call"],
  [
    "missing or unavailable parameter",
    210,
    "Missing params [ProjectId]",
    invalid,
    "Check `projectId`; sub-accounts have to set it.",
  ],
  [
    "missing or unavailable parameter",
    230,
    "Params [Region] not available",
    invalid,
    '`region` "cn-wlcb" comes from the default of `region`; known are "cn-wlcb", "cn-sh2", "cn-bj2".',
  ],
  [
    "missing or unavailable parameter",
    230,
    "Params [Zone] not available",
    invalid,
    "Check `zone`, for example `cn-wlcb-01`.",
  ],
  [
    "missing or unavailable parameter",
    230,
    "Params [Limit] not available",
    invalid,
    "This is a bug in the plugin; please report it.",
  ],
  [
    "undocumented RetCode below 2000",
    1,
    "Odd",
    invalid,
    "Look the code up in CompShare's list of error codes.",
  ],
  [
    "undocumented RetCode below 2000",
    1999,
    "Odd",
    invalid,
    "Look the code up in CompShare's list of error codes.",
  ],
  [
    "undocumented RetCode below 2000",
    -7,
    "Odd",
    invalid,
    "Look the code up in CompShare's list of error codes.",
  ],
];

const noCode = (value: unknown): Scenario => ({
  fault: "missing or invalid RetCode",
  what: `RetCode ${JSON.stringify(value) ?? "missing"}`,
  steps: [json({ RetCode: value, Tags: ["a", "b"] })],
  requests: 1,
  result: {
    status: ours,
    code: "RESPONSE_UNEXPECTED: SCHEMA",
    says: "DescribeCompShareImageTags: RetCode must be a whole number",
  },
});

export const retCodes: readonly Scenario[] = [
  ...[110, 130, 150].flatMap((code): Scenario[] => [
    {
      fault: "transient RetCode",
      what: `RetCode ${code} twice`,
      steps: [json({ RetCode: code }), json({ RetCode: code }), honest],
      requests: 3,
      result: tagsFound,
    },
    {
      fault: "transient RetCode",
      what: `RetCode ${code} for ever`,
      steps: [json({ RetCode: code, Message: "canary" })],
      requests: 5,
      result: refused(unavailable, `DescribeCompShareImageTags was refused with RetCode ${code}: canary. `),
    },
  ]),
  {
    fault: "throttling RetCode",
    what: "RetCode 153 once",
    steps: [json({ RetCode: 153 }), honest],
    requests: 2,
    result: tagsFound,
  },
  {
    fault: "throttling RetCode",
    what: "RetCode 153 for ever",
    steps: [json({ RetCode: 153, Message: "Throttled" })],
    configuration: { maxAttempts: 2 },
    requests: 2,
    result: refused(
      exhausted,
      "RetCode 153: Throttled. Too many requests; retry later or run fewer deployments at once. (attempt 2 of 2, ",
    ),
  },
  ...final.map(
    ([fault, code, message, status, says]): Scenario => ({
      fault,
      what: `RetCode ${code} ${message}`,
      steps: [json({ RetCode: code, Message: message })],
      requests: 1,
      result: refused(status, [`RetCode ${code}: ${message}.`, says, "(attempt 1 of 5, "]),
    }),
  ),
  ...[2000, 8017, 999_999].map(
    (code): Scenario => ({
      fault: "undocumented RetCode from 2000 on",
      what: `RetCode ${code}, which nobody knows`,
      steps: [json({ RetCode: code, Message: "Odd" })],
      requests: 2,
      result: refused(
        unavailable,
        `RetCode ${code}: Odd. Look the code up in CompShare's list of error codes. (attempt 2 of 5, `,
      ),
    }),
  ),
  {
    fault: "undocumented RetCode from 2000 on",
    what: "RetCode 8017 once",
    steps: [json({ RetCode: 8017 }), honest],
    requests: 2,
    result: tagsFound,
  },
  {
    fault: "RetCode as text",
    what: 'RetCode "0"',
    steps: [json({ RetCode: "0", Tags: ["a", "b"] })],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "RetCode as text",
    what: 'RetCode "171"',
    steps: [json({ RetCode: "171", Message: "Signature VerifyAC Error" })],
    requests: 1,
    result: refused(denied, "RetCode 171: Signature VerifyAC Error. Check for white space around the keys"),
  },
  ...[undefined, null, true, {}, 1.5, "zero"].map(noCode),
  {
    fault: "contradictory envelope",
    what: "RetCode 0 beside a Message",
    steps: [json({ RetCode: 0, Message: "canary", Tags: ["a", "b"] })],
    requests: 1,
    result: tagsFound,
  },
  {
    fault: "contradictory envelope",
    what: "a response that calls itself by another action's name",
    steps: [json({ RetCode: 0, Action: "OtherResponse", ImageSet: [], TotalCount: 0 })],
    call: page,
    requests: 1,
    result: { totalCount: 0 },
    log: [/^WARNING: the response to DescribeCompShareImages calls itself "OtherResponse"/],
  },
];
