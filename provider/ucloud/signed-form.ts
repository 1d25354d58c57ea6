import type { ActionName, ActionRequest } from "../contract/actions.ts";
import { encodeRequest } from "./encode-request.ts";
import type { Secret } from "./secret.ts";
import { signature } from "./signature.ts";

/** The keys that a request is signed with. */
export interface SigningKeys {
  readonly publicKey: string;
  readonly privateKey: Secret;
}

/** A request as it is sent. */
export interface SignedForm {
  readonly form: string;
  /** It does not expire, so it is as secret as the key. */
  readonly signature: string;
}

/** Signs a request and writes it as a form. What is signed and what is sent are one map, so the two can never differ. */
export function signedForm<Name extends ActionName>(
  action: Name,
  request: ActionRequest<Name>,
  keys: SigningKeys,
): SignedForm {
  const parameters = encodeRequest(action, request).set("PublicKey", keys.publicKey);
  const own = signature(parameters, keys.privateKey.reveal());
  parameters.set("Signature", own);
  return { form: new URLSearchParams([...parameters]).toString(), signature: own };
}
