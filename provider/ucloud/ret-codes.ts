import { actions, pageParameters } from "../contract/actions.ts";
import type { Hint, RetCodeMeaning } from "../errors/api-error.ts";
import type { Category } from "../errors/compshare-error.ts";

interface RetCodeFacts {
  readonly category: Category;
  readonly hint: Hint;
  readonly refusesKeys?: true;
  readonly noSuchImage?: true;
  /** The argument that is refused, where the code alone says so. */
  readonly argument?: "zone" | "projectId";
}

const transient = (hint: Hint = "wait"): RetCodeFacts => ({ category: "transient", hint });
const throttled = (): RetCodeFacts => ({ category: "throttled", hint: "throttled" });
const access = (hint: Hint): RetCodeFacts => ({ category: "access", hint });
const placeRefused = (hint: Hint, argument: "zone" | "projectId"): RetCodeFacts => ({
  ...access(hint),
  argument,
});
const wrongKeys = (hint: Hint): RetCodeFacts => ({ category: "access", hint, refusesKeys: true });
const caller = (hint: Hint): RetCodeFacts => ({ category: "caller", hint });
const noImage = (): RetCodeFacts => ({ category: "caller", hint: "noImage", noSuchImage: true });
const internal = (): RetCodeFacts => ({ category: "internal", hint: "report" });

/** What the known RetCodes mean for a caller: one line a code, and nothing about codes anywhere else. */
const retCodes: Readonly<Record<number, RetCodeFacts>> = {
  110: transient("timedOut"),
  120: transient(),
  130: transient(),
  150: transient(),
  153: throttled(),
  160: internal(),
  161: internal(),
  170: internal(),
  171: wrongKeys("keys"),
  172: wrongKeys("unknownPublicKey"),
  174: wrongKeys("unknownToken"),
  210: caller("missing"),
  220: caller("outOfRange"),
  230: caller("notAvailable"),
  280: caller("badForm"),
  240: access("noPermission"),
  292: placeRefused("project", "projectId"),
  293: placeRefused("zonePermission", "zone"),
  294: access("address"),
  295: access("lock"),
  299: access("policy"),
  8226: access("verify"),
  226606: access("realName"),
  8039: noImage(),
  8351: noImage(),
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

/** Parameters that the plugin chooses by itself: a refusal of them is its own fault. */
const ownParameters: ReadonlySet<string> = new Set(Object.values(pageParameters).map(({ wire }) => wire));

/** Arguments by the parameter that they are sent as. */
const argumentsByParameter: ReadonlyMap<string, string> = new Map(
  Object.values(actions)
    .flatMap(({ request }) => Object.entries(request))
    .filter(([, { wire }]) => !ownParameters.has(wire))
    .map(([name, { wire }]) => [wire, name]),
);

/** What a RetCode means. An unknown one from 2000 on may pass: the actions only read, so one retry is harmless. */
export function retCodeMeaning(retCode: number, message: string | undefined): RetCodeMeaning {
  const parameter = namedParameter(message);
  const unknown: RetCodeFacts = { category: retCode >= 2000 ? "retryOnce" : "caller", hint: "unknown" };
  const facts = retCodes[retCode] ?? unknown;
  const { category, hint, refusesKeys = false, noSuchImage = false } = facts;
  const named = category === "caller" && hint !== "unknown" ? parameter : undefined;
  const argument = named === undefined ? facts.argument : argumentsByParameter.get(named);
  return {
    category,
    hint: named !== undefined && ownParameters.has(named) ? "report" : hint,
    refusesKeys,
    noSuchImage: noSuchImage || (argument === "id" && hint !== "missing"),
    parameter,
    argument,
  };
}

/** `Region` of `Params [Region] not available`, and also of `Params [api.DescribeCompShareImages.Request.Region] …`. */
function namedParameter(message = ""): string | undefined {
  return /\[(?:\w+\.)*?([A-Za-z_]\w*)(?:\.\d+)*\]/.exec(message)?.[1];
}
