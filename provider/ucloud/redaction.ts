/** Below this a key is one of a test, and as a part of other words it would only garble them. */
const shortest = 8;

/** Puts names in place of secrets wherever they stand in a text, as they are or as a form writes them. */
export function createRedaction(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const hidden = Object.entries(secrets)
    .filter(([, secret]) => secret.length >= shortest)
    .flatMap(([name, secret]) => [secret, encodeURIComponent(secret)].map((form) => [form, name] as const));
  return (text) => hidden.reduce((shown, [form, name]) => shown.replaceAll(form, name), text);
}
