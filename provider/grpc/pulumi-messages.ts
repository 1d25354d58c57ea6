import { choice, flag, messages, messagesByName, struct, text, texts } from "./wire-fields.ts";
import { message } from "./wire-message.ts";

// The messages of Pulumi's protocol that the plugin reads or writes, with the fields that it uses. Numbers and types are
// those of Pulumi's .proto files; the tests compare each with the encoder of @pulumi/pulumi.

/** A message without fields. */
export const empty = message({});

export const handshakeRequest = message({ engineAddress: text(1) });

/** What is left out is a refusal: no output values, no byte strings, no autonaming. */
export const handshakeResponse = message({ acceptSecrets: flag(1), acceptResources: flag(2) });

export const pluginInfo = message({ version: text(1) });

export const pluginAttach = message({ address: text(1) });

export const getSchemaResponse = message({ schema: text(1) });

export const checkFailure = message({ property: text(1), reason: text(2) });

/** Of CheckConfig and Check. */
export const checkRequest = message({
  urn: text(1),
  olds: struct(2),
  news: struct(3),
  oldOutputs: struct(9),
});

export const checkResponse = message({ inputs: struct(1), failures: messages(2, checkFailure) });

/** Of DiffConfig and Diff. */
export const diffRequest = message({
  id: text(1),
  urn: text(2),
  olds: struct(3),
  news: struct(4),
  oldInputs: struct(6),
});

export const diffChanges = { DIFF_UNKNOWN: 0, DIFF_NONE: 1, DIFF_SOME: 2 } as const;

export const diffKind = { UPDATE: 4, UPDATE_REPLACE: 5 } as const;

export const propertyDiff = message({ kind: choice(1), inputDiff: flag(2) });

export const diffResponse = message({
  replaces: texts(1),
  changes: choice(4),
  diffs: texts(5),
  detailedDiff: messagesByName(6, propertyDiff),
  hasDetailedDiff: flag(7),
});

export const configureRequest = message({ args: struct(2), urn: text(8) });

export const configureResponse = message({
  acceptSecrets: flag(1),
  supportsPreview: flag(2),
  acceptResources: flag(3),
});

export const invokeRequest = message({ tok: text(1), args: struct(2) });

export const invokeResponse = message({ return: struct(1), failures: messages(2, checkFailure) });

export const createRequest = message({ urn: text(1), properties: struct(2), preview: flag(4) });

export const createResponse = message({ id: text(1), properties: struct(2) });

export const readRequest = message({ id: text(1), urn: text(2), properties: struct(3), inputs: struct(4) });

export const readResponse = message({ id: text(1), properties: struct(2), inputs: struct(3) });

export const deleteRequest = message({ id: text(1), urn: text(2), properties: struct(3) });

export const updateRequest = message({
  id: text(1),
  urn: text(2),
  olds: struct(3),
  news: struct(4),
  oldInputs: struct(8),
});

export const updateResponse = message({ properties: struct(1) });

export const logSeverity = { DEBUG: 0, INFO: 1, WARNING: 2, ERROR: 3 } as const;

export const logRequest = message({ severity: choice(1), message: text(2), urn: text(3) });
