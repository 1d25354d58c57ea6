import { type ActionName, type ActionRequest, actions } from "../contract/actions.ts";
import { fieldFacts } from "../contract/field.ts";
import { flattenParameters } from "./flatten-parameters.ts";

const wireNames = new Map(
  Object.entries(actions).map(([action, { request }]) => [
    action,
    Object.entries(request.shape).map(
      ([name, schema]) => [name, String(fieldFacts.get(schema)?.wire)] as const,
    ),
  ]),
);

/** A request by its wire names, flattened, ready to be signed. Only names of the contract get through. */
export function encodeRequest<Name extends ActionName>(
  action: Name,
  request: ActionRequest<Name>,
): Map<string, string> {
  const values: Readonly<Record<string, string | number | undefined>> = request;
  const wire: Record<string, string | number> = { Action: action };
  for (const [name, wireName] of wireNames.get(action) ?? []) {
    const value = values[name];
    if (value !== undefined) wire[wireName] = value;
  }
  return flattenParameters(wire);
}
