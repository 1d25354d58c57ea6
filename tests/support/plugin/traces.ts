// Characters that every encoding writes in another way.
export const canaryPublicKey = 'Canary+"Public"/Key=1&2%3';
export const canaryPrivateKey = 'Canary+"Private"/Key=4&5%6';

/** A secret in every form in which it could slip out. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice("secret=".length),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    JSON.stringify(secret).slice(1, -1),
    Array.from(secret).toReversed().join(""),
    bytes.toString("hex").replaceAll(/(..)(?=.)/g, "$1 "),
  ];
}

/** The secrets that stand in a text, in any form. */
export function tracesIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}
