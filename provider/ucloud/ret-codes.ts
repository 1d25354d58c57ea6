import type { Category } from "../errors/compshare-error.ts";
import { type Messages, messages } from "../messages/messages.ts";

type Hint = keyof Messages["gateway"]["hints"];

interface RetCodeFact {
  readonly category: Category;
  readonly hint: Hint;
}

const transient = (hint: Hint = "wait"): RetCodeFact => ({ category: "transient", hint });
const throttled = (): RetCodeFact => ({ category: "throttled", hint: "throttled" });
const access = (hint: Hint): RetCodeFact => ({ category: "access", hint });
const caller = (hint: Hint): RetCodeFact => ({ category: "caller", hint });
const internal = (): RetCodeFact => ({ category: "internal", hint: "report" });

/** What the known RetCodes mean for a caller. */
const retCodes: Readonly<Record<number, RetCodeFact>> = {
  110: transient("timedOut"),
  120: transient(),
  130: transient(),
  150: transient(),
  153: throttled(),
  160: internal(),
  161: internal(),
  170: internal(),
  171: access("keys"),
  172: access("unknownPublicKey"),
  174: access("unknownToken"),
  210: caller("missing"),
  220: caller("outOfRange"),
  230: caller("notAvailable"),
  280: caller("badForm"),
  240: access("noPermission"),
  292: access("project"),
  293: access("zonePermission"),
  294: access("address"),
  295: access("lock"),
  299: access("policy"),
  8226: access("verify"),
  226606: access("realName"),
  8039: caller("noImage"),
  8351: caller("noImage"),
  8401: caller("tooFar"),
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
const inputs: ReadonlyMap<string, Hint> = new Map<string, Hint>([
  ["Region", "checkRegion"],
  ["Zone", "checkZone"],
  ["ProjectId", "checkProject"],
  ["CompShareImageId", "checkId"],
  ["Limit", "report"],
  ["Offset", "report"],
]);

/** What a RetCode means. An unknown one from 2000 on may pass: the actions only read, so one repetition is harmless. */
export function retCodeFact(
  retCode: number,
  message: string | undefined,
): { readonly category: Category; readonly hint: string; readonly parameter: string | undefined } {
  const { hints } = messages().gateway;
  const parameter = /\[(\w+)\]/.exec(message ?? "")?.[1];
  const known = retCodes[retCode];
  if (known === undefined) {
    return { category: retCode >= 2000 ? "retryOnce" : "caller", hint: hints.unknown, parameter };
  }
  const input = known.category === "caller" && parameter !== undefined ? inputs.get(parameter) : undefined;
  return { category: known.category, hint: hints[input ?? known.hint], parameter };
}
