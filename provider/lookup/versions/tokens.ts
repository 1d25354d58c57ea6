/**
 * A text cut into runs of digits, runs of letters, runs of Chinese characters, and single other characters. What ends a
 * number of a date is apart: `15日测试版` is `15`, `日`, `测试版`.
 */
export type Tokens = readonly string[];

/** A token of one kind; a token that is not of it is still a text. */
type Run<Kind extends string> = string & { readonly kind: Kind };

/** Letters of alphabets; Chinese, Japanese and Korean are apart, since they are written without spaces. */
const letters = "a-zªµºÀ-ÖØ-öø-\u1fff";
const han = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u9fff\uac00-\ud7af\uf900-\ufaff";

const token = new RegExp(`[0-9]+|[${letters}]+|(?<=[0-9])[年月日号]|[${han}]+|[^]`, "g");

/** Cuts a text in linear time: lower case, full-width forms as ASCII, one space for many. */
export function tokensOf(text: string): Tokens {
  return folded(text).match(token) ?? [];
}

/** Whether a text has digits at all, half or full width. */
export function hasDigits(text: string): boolean {
  return /[0-9０-９]/.test(text);
}

/** Traditional characters of the words that this room knows, and the simplified ones for them. */
const traditional = "測試內預覽搶鮮嘗嚐體驗開發選實補復訂穩驅動號統歐龍鴻騰環鏡礎學習為適級優壓個項";
const simplified = "测试内预览抢鲜尝尝体验开发选实补复订稳驱动号统欧龙鸿腾环镜础学习为适级优压个项";

/** What has to be written another way before a text is cut. */
const unusual =
  /[！-～\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2212]|[^\S ]|  |[0-9][。｡·][0-9]|[0-9] [年月日号]|[年月] [0-9]/;
const anyTraditional = new RegExp(`[${traditional}]`, "g");

function folded(text: string): string {
  const lower = phrased(text.toLowerCase().trim());
  if (!/[^ -~]|  /.test(lower)) return lower;
  const usual = unusual.test(lower) ? rewritten(lower) : lower;
  return usual.replace(anyTraditional, (character) => simplified.charAt(traditional.indexOf(character)));
}

/** English stages of two words as one: `pre-release`, `public beta`. */
function phrased(lower: string): string {
  if (!twoWords.test(lower)) return lower;
  return lower
    .replace(/(?<![a-z])pre[-_ ]release(?![a-z])/g, "prerelease")
    .replace(/(?<![a-z])early[-_ ]access(?![a-z])/g, "ea")
    .replace(
      /(?<![a-z])(?:public|open|closed|private|internal|tech|technical|developer|developers)[-_ ](?=(?:alpha|beta|preview)(?![a-z]))/g,
      "",
    );
}

const twoWords = /[a-z][-_ ](?:release|access|alpha|beta|preview)/;

function rewritten(text: string): string {
  return (
    text
      // Full width is ASCII at another place; written one for one, so that `²` does not become a digit.
      .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .toLowerCase()
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      // A Chinese keyboard gives `。` for the point of `1。2`.
      .replace(/(?<=[0-9])[。｡·](?=[0-9])/g, ".")
      // A date may be spaced: `2026 年 1 月 15 日`.
      .replace(/(?<=[0-9]) (?=[年月日号])|(?<=[0-9] ?[年月]) (?=[0-9])/g, "")
  );
}

/** Whether a token is a run of digits. */
export function isDigits(token: string | undefined): token is Run<"digits"> {
  if (token === undefined) return false;
  const code = token.charCodeAt(0);
  return code > 47 && code < 58;
}

/** Whether a token is a run of letters. */
export function isLetters(token: string | undefined): token is Run<"letters"> {
  if (token === undefined) return false;
  const code = token.charCodeAt(0);
  return code < 128 ? code > 96 && code < 123 : otherLetter.test(token);
}

/** Whether a token is a run of Chinese characters. */
export function isHan(token: string | undefined): token is Run<"han"> {
  if (token === undefined) return false;
  return token.charCodeAt(0) > 0x2e7f && startsWithHan.test(token);
}

const otherLetter = new RegExp(`^[${letters}]`);
const startsWithHan = new RegExp(`^[${han}]`);

/** Whether a token is one of these characters. */
export function isOneOf(characters: string, token: string | undefined): boolean {
  return token !== undefined && token.length === 1 && characters.includes(token);
}

/** Whether a token stands between words and is no part of one: a space, a bracket, a dash, an emoji. */
export function isSeparator(token: string | undefined): boolean {
  if (token === undefined || isOneOf(".+=%×#@&", token)) return false;
  return !isDigits(token) && !isLetters(token) && !isHan(token);
}

/** Most separators that are read over: ` —— ` is four. */
export const mostSeparators = 4;
