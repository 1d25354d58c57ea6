/** What is wrong with a call, whatever its arguments mean. */
export interface CallProblems {
  readonly noFunction: { readonly token: string };
  readonly noResource: { readonly type: string };
  /** An input that comes from a resource that does not exist yet. */
  readonly notKnownYet: object;
  /** A call before the provider's configuration. */
  readonly notConfigured: object;
}
