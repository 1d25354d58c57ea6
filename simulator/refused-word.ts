/** What is wrong with a word of the command line or of the remote control, and what is allowed in its place. */
export type Refusal =
  | { readonly kind: "flag"; readonly name: string; readonly value: string; readonly most: number }
  | { readonly kind: "quirk"; readonly name: string; readonly value: unknown; readonly allowed: Allowed }
  | { readonly kind: "unknown quirk"; readonly name: string; readonly known: readonly string[] };

/** The values of a quirk in words. */
export interface Allowed {
  readonly allowed: string;
  /** The same in Chinese, where it is more than names. */
  readonly allowedInChinese?: string;
}

/** A word that cannot be used. */
export class RefusedWord extends RangeError {
  override readonly name = "RefusedWord";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(english(refusal));
    this.refusal = refusal;
  }
}

function english(refusal: Refusal): string {
  const { kind, name } = refusal;
  if (kind === "unknown quirk") return `There is no quirk "${name}". Quirks: ${refusal.known.join(", ")}.`;
  const value = JSON.stringify(refusal.value);
  return kind === "flag"
    ? `--${name} cannot be ${value}. Allowed: a whole number from 0 to ${refusal.most}.`
    : `Quirk ${name} cannot be ${value}. Allowed: ${refusal.allowed.allowed}.`;
}

/** The same in Chinese, for the command line, which speaks it. */
export function refusalInChinese(refusal: Refusal): string {
  const { kind, name } = refusal;
  if (kind === "unknown quirk") return `没有名为 "${name}" 的 quirk；可用的有 ${refusal.known.join("、")}`;
  const value = JSON.stringify(refusal.value);
  return kind === "flag"
    ? `--${name} 不能是 ${value}；可取 0 到 ${refusal.most} 的整数`
    : `quirk ${name} 不能是 ${value}；可取${allowedInChinese(refusal.allowed)}`;
}

function allowedInChinese({ allowed, allowedInChinese = allowed.replaceAll(", ", "、") }: Allowed): string {
  return /^\p{Script=Han}/u.test(allowedInChinese) ? allowedInChinese : ` ${allowedInChinese}`;
}
