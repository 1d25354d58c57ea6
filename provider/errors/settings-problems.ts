/** The rule that the address of a gateway breaks. */
export type GatewayRule =
  | "notUrl"
  | "scheme"
  | "userInfo"
  | "ascii"
  | "originOnly"
  | "dot"
  | "linkLocal"
  | "insecure";

/** What is wrong with where the settings say to look. No value is among the facts: an address may hold a password. */
export interface SettingsProblems {
  /** A variable of the environment that does not have the form of its key. */
  readonly environmentForm: { readonly variable: string };
  /** The address of the gateway; `from` is the key or the variable that it was read from, unless the path of the input says so. */
  readonly gateway: { readonly rule: GatewayRule; readonly from: string | undefined };
  readonly proxy: { readonly variable: string };
}
