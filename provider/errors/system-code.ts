/** The system's code of an error, such as `ENOENT`; `undefined` of any other. It may be of another realm, as in tests by Jest. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
