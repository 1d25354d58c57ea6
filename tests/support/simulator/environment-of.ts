import type { Simulator } from "../../../simulator/simulator.ts";

/** The variables by which a plugin or a command line finds a simulator and the keys that it takes. */
export function environmentOf({
  endpoint,
  publicKey,
  privateKey,
}: Pick<Simulator, "endpoint" | "publicKey" | "privateKey">) {
  return {
    COMPSHARE_BASE_URL: endpoint,
    COMPSHARE_PUBLIC_KEY: publicKey,
    COMPSHARE_PRIVATE_KEY: privateKey,
  } as const;
}
