/** Variables of the environment that are read before the rest of the contract is, without which a start is quicker. */

/** Names the language of messages. */
export const languageVariable = "COMPSHARE_LANG";

/** Names the configuration file of the CompShare CLI. */
export const configFileVariable = "COMPSHARE_CONFIG_FILE";

/** Hold a pair of keys, first pair wins. */
export const keyVariables = {
  environment: { publicKey: "COMPSHARE_PUBLIC_KEY", privateKey: "COMPSHARE_PRIVATE_KEY" },
  ucloudEnvironment: { publicKey: "UCLOUD_PUBLIC_KEY", privateKey: "UCLOUD_PRIVATE_KEY" },
} as const;

/** Variables of the environment by name. */
export type Environment = Readonly<Record<string, string | undefined>>;
