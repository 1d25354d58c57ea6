/** Something that goes wrong in place of a response. */
export type Fault =
  /** HTTP 200 with this RetCode. */
  | { readonly retCode: number; readonly message?: string }
  /** This HTTP status; the body is a short HTML page unless given. */
  | {
      readonly httpStatus: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** HTTP 200 with a JSON body of at least this many bytes. */
  | { readonly bodyBytes: number }
  | NamedFault;

/**
 * reset: the connection is reset. hang: no response ever. html: HTTP 200 with a web page. empty: HTTP 200 without a
 * body. truncated: the right response cut in half. wrong-shape: RetCode 0 with an ImageSet that is no list.
 * redirect: HTTP 307 to the simulator itself, where a request that follows it is recorded like any other.
 */
export type NamedFault = (typeof namedFaults)[number];

const namedFaults = ["reset", "hang", "html", "empty", "truncated", "wrong-shape", "redirect"] as const;

const shapes = `${namedFaults.join(", ")}, {"retCode": 153}, {"httpStatus": 503} or {"bodyBytes": 20000000}`;

const isText = (value: unknown): boolean => value === undefined || typeof value === "string";

const isTextMap = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.values(value).every(isText));

function objectIsFault(fault: Readonly<Record<string, unknown>>): boolean {
  const { retCode, message, httpStatus, body, headers, bodyBytes, ...others } = fault;
  if (Object.keys(others).length > 0) return false;
  if (retCode !== undefined) return Number.isInteger(retCode) && isText(message);
  if (httpStatus !== undefined) {
    const inRange = Number.isInteger(httpStatus) && Number(httpStatus) >= 200 && Number(httpStatus) <= 599;
    return inRange && isText(body) && isTextMap(headers);
  }
  return Number.isInteger(bodyBytes) && Number(bodyBytes) > 0;
}

/** Says why a value is no fault, or undefined when it is one. */
export function faultProblem(value: unknown): string | undefined {
  const isFault =
    typeof value === "string"
      ? namedFaults.some((name) => name === value)
      : typeof value === "object" && value !== null && objectIsFault({ ...value });
  return isFault ? undefined : `${JSON.stringify(value)} is no fault. Allowed: ${shapes}.`;
}

/** Takes a value as a fault; throws a RangeError that names what is allowed. */
export function checkedFault(value: unknown): Fault {
  const problem = faultProblem(value);
  if (problem !== undefined) throw new RangeError(problem);
  return value as Fault;
}

/** A short name of a fault for logs. */
export function faultName(fault: Fault): string {
  if (typeof fault === "string") return fault;
  if ("retCode" in fault) return `retCode ${fault.retCode}`;
  return "httpStatus" in fault ? `httpStatus ${fault.httpStatus}` : `bodyBytes ${fault.bodyBytes}`;
}
