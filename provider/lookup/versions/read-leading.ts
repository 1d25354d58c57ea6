import {
  leadingWords,
  numberedWords,
  type StageWord,
  stageBefore,
  stageOfHan,
  stageOfLetters,
} from "./stage-words.ts";
import { isDigits, isHan, isLetters, isOneOf, type Tokens } from "./tokens.ts";
import type { VersionParts } from "./version.ts";

/** What makes a version come before its release. */
export type EarlyStage = Pick<VersionParts, "pre" | "dev">;

/** What a token in front of a number says of it. */
export function stageInFront(token: string | undefined): StageWord | undefined {
  if (isHan(token)) return stageBefore(token);
  return isLetters(token) && !numberedWords.has(token) ? stageOfLetters(token) : undefined;
}

/** The pre-release of a number whose word comes first: `测试版1.0`, `Beta v1.2`. */
export function leadingStage(tokens: Tokens, start: number, isVersionName: boolean): EarlyStage | undefined {
  let at = start - 1;
  while (at >= start - 3 && isOneOf(" -_:(", tokens[at])) at -= 1;
  const token = tokens[at];
  const stage = stageInFront(token);
  if (!isVersionName && isLetters(token) && !leadingWords.has(token)) return undefined;
  return early(stage, "0");
}

/** What a version name says that is a word for a pre-release and nothing else: `内测版`, `-rc1`. */
export function stageAlone(tokens: Tokens): EarlyStage | undefined {
  const [token = "", count = "0", ...rest] = tokens.filter((one) => !isOneOf(" -_.()[]【】版", one));
  // `B200` is a GPU.
  if (rest.length > 0 || !isDigits(count) || numberedWords.has(token)) return undefined;
  if (isLetters(token)) return early(stageOfLetters(token), count);
  const han = isHan(token) ? stageOfHan(token) : undefined;
  return han?.length === token.length ? early(han, count) : undefined;
}

function early(stage: StageWord | undefined, count: string): EarlyStage | undefined {
  if (stage === undefined || stage.stage === "post") return undefined;
  if (stage.stage === "dev") return { dev: count };
  return { pre: /^0*$/.test(count) ? [stage.word] : [stage.word, count] };
}
