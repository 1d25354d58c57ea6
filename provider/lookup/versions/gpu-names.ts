import { isDigits, isLetters, isOneOf, type Tokens } from "./tokens.ts";

/** GPUs that are called by a number alone: `4090`. */
const numbers = /^0*(?:10[5-8]0|16[56]0|20[5-9]0|30[5-9]0|40[5-9]0|50[5-9]0|60[5-9]0|5880|7900)$/;

/** GPUs that are called by letters and a number. `a2` is left to the second alpha. */
const models = new RegExp(
  `^(?:${[
    "a(?:10|16|30|40|100|800|4000|4500|5000|6000)",
    "b(?:100|200|300)",
    "gb(?:200|300)",
    "h(?:20|100|200|800)",
    "l(?:4|20|40)",
    "t4",
    "p(?:4|40|100)",
    "v100",
    "k80",
    "mi[0-9]+",
  ].join("|")})$`,
);

/** Whether a run of digits is the name of a GPU. */
export function isGpuNumber(digits: string | undefined): boolean {
  return digits !== undefined && digits.length < 9 && numbers.test(digits);
}

/** GPUs whose number means something else without the letters beside it: `910B3`, `RTX PRO 6000`. */
const ascendNumber = /^(?:310|910)$/;
const ascendLetters = /^[bcp]$/;
const proNumber = /^(?:2000|4000|4500|5000|6000)$/;

/** Whether the digits at a token are the name of a GPU, alone or with the letters beside them. */
export function isGpuAt(tokens: Tokens, at: number): boolean {
  const digits = tokens[at] ?? "";
  if (isGpuNumber(digits)) return true;
  if (ascendNumber.test(digits)) return ascendLetters.test(tokens[at + 1] ?? "");
  const word = isOneOf(" -_", tokens[at - 1]) ? tokens[at - 2] : tokens[at - 1];
  return proNumber.test(digits) && word === "pro";
}

/** The end of the GPU's name whose number stands at a token: `4090D`, `910B3`. */
export function endOfGpu(tokens: Tokens, at: number): number {
  const letters = at + 1;
  if (!isLetters(tokens[letters])) return letters;
  return isDigits(tokens[letters + 1]) && ascendNumber.test(tokens[at] ?? "") ? letters + 2 : letters + 1;
}

/** Whether a GPU's name of letters and digits begins at a token. */
export function isGpuModel(tokens: Tokens, at: number): boolean {
  const [letters = "", digits = ""] = [tokens[at], tokens[at + 1]];
  return isDigits(digits) && digits.length < 9 && models.test(letters + digits);
}
