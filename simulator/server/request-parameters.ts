/** What arrived over HTTP, before anything is understood. */
export interface ReceivedRequest {
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: string;
}

/** The documented text of a number: no exponent, and no fraction when it is zero. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (exponent === null) return text;
  const [, sign = "", first = "", rest = "", places = "0"] = exponent;
  return `${sign}0.${"0".repeat(Number(places) - 1)}${first}${rest}`;
}

function flattenInto(parameters: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value === "object") {
    // Arrays take the same path: their members are named 0, 1, 2.
    for (const [member, inner] of Object.entries(value)) flattenInto(parameters, `${name}.${member}`, inner);
    return;
  }
  if (typeof value === "number") parameters.set(name, numberText(value));
  if (typeof value === "string" || typeof value === "boolean") parameters.set(name, String(value));
}

/** Flattens a JSON request: lists become `Name.0`, objects `Name.Member`, null is left out. */
export function flattenedParameters(request: Readonly<Record<string, unknown>>): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of Object.entries(request)) flattenInto(parameters, name, value);
  return parameters;
}

function parsedObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    // A body that is no JSON has no parameters; the gateway then misses the Action.
    return {};
  }
}

/** Reads the parameters of a GET query, a POST form or a POST JSON body; the body wins over the query. */
export function readParameters({ query, contentType, body }: ReceivedRequest): Map<string, string> {
  const fromBody = contentType.includes("application/json")
    ? flattenedParameters(parsedObject(body))
    : new URLSearchParams(body);
  return new Map([...query, ...fromBody]);
}
