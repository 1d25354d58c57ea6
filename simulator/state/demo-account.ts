/** Public key of the demo account. It is known to everybody and valid on a simulator only. */
export const demoPublicKey = "demo-public-key-for-the-simulator-only";

/** Private key of the demo account. It is known to everybody and valid on a simulator only. */
export const demoPrivateKey = "demo-private-key-for-the-simulator-only";

/** The one project of the demo account. */
export const demoProjectId = "org-demo01";
