import { type ActionName, type ActionRequest, actions, type Parameter } from "../contract/actions.ts";
import { flattenParameters } from "./flatten-parameters.ts";

/** A request by its wire names, flattened, ready to be signed. Only names of the contract get through. */
export function encodeRequest<Name extends ActionName>(
  action: Name,
  request: ActionRequest<Name>,
): Map<string, string> {
  const values: Readonly<Record<string, string | number | undefined>> = request;
  const parameters: Readonly<Record<string, Parameter>> = actions[action].request;
  const form: Record<string, string | number> = { Action: action };
  for (const [name, { wire }] of Object.entries(parameters)) {
    const value = values[name];
    if (value !== undefined) form[wire] = value;
  }
  return flattenParameters(form);
}
