import type { Category } from "../errors/compshare-error.ts";

interface RetCodeFact {
  readonly category: Category;
  readonly hint: string;
}

const wait = "CompShare is having trouble; try again later.";
const keys =
  "Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.";

const transient = (hint = wait): RetCodeFact => ({ category: "transient", hint });
const throttled = (): RetCodeFact => ({
  category: "throttled",
  hint: "Too many requests; try again later or run fewer deployments at once.",
});
const access = (hint: string): RetCodeFact => ({ category: "access", hint });
const caller = (hint: string): RetCodeFact => ({ category: "caller", hint });
const ours = (): RetCodeFact => ({
  category: "ours",
  hint: "This is a bug in the plugin; please report it.",
});

/** What the known RetCodes mean for a caller. */
const retCodes: Readonly<Record<number, RetCodeFact>> = {
  110: transient("The gateway timed out."),
  120: transient(),
  130: transient(),
  150: transient(),
  153: throttled(),
  160: ours(),
  161: ours(),
  170: ours(),
  171: access(keys),
  172: access(`The public key is unknown. ${keys}`),
  174: access("The token is unknown; make a new one."),
  210: caller("A parameter is missing; sub-accounts have to set `projectId`."),
  220: caller("A parameter is out of range."),
  230: caller("CompShare does not accept the value."),
  280: caller("A parameter has the wrong form."),
  240: access("The account lacks the permission to list images."),
  292: access("Set `projectId` to a project of this account; sub-accounts always need it."),
  293: access("The account has no permission in this `zone`."),
  294: access(
    "The account refuses this machine's IP address; add it to the account's list of allowed addresses.",
  ),
  295: access("The account is under a security lock; release it in the console."),
  299: access("An IAM policy denies the call; allow the listing of CompShare images."),
  8226: access("The account has to be verified in the console."),
  226606: access("The account has to pass real-name verification in the console."),
  8039: caller("The image does not exist."),
  8351: caller("The image does not exist."),
  8401: caller("CompShare does not page that far."),
  8421: transient(),
  8433: transient(),
  8434: transient(),
  8438: transient(),
  8441: throttled(),
  8498: transient(),
  8510: transient(),
  8520: transient(),
  8580: transient(),
  226619: throttled(),
};

/** Parameters that CompShare names in a refusal, by the argument or configuration key that they come from. */
const inputs: ReadonlyMap<string, string> = new Map([
  ["Region", "Check `region`, for example `cn-wlcb` or `cn-sh2`."],
  ["Zone", "Check `zone`, for example `cn-wlcb-01`."],
  ["ProjectId", "Check `projectId`; sub-accounts have to set it."],
  ["CompShareImageId", "Check `id`."],
  ["Limit", "This is a bug in the plugin; please report it."],
  ["Offset", "This is a bug in the plugin; please report it."],
]);

/** What a RetCode means. An unknown one from 2000 on may pass: the actions only read, so one repetition is harmless. */
export function retCodeFact(
  retCode: number,
  message: string | undefined,
): RetCodeFact & { readonly parameter: string | undefined } {
  const parameter = /\[(\w+)\]/.exec(message ?? "")?.[1];
  const known = retCodes[retCode];
  if (known === undefined) {
    const hint = "Look the code up in CompShare's list of error codes.";
    return { category: retCode >= 2000 ? "doubtful" : "caller", hint, parameter };
  }
  const input = known.category === "caller" && parameter !== undefined ? inputs.get(parameter) : undefined;
  return { category: known.category, hint: input ?? known.hint, parameter };
}
