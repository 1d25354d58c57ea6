/** One request to the API, as the simulator saw it. */
export interface RecordedRequest {
  /** Empty when the request names none. */
  readonly action: string;
  /** Every parameter except Signature. */
  readonly params: Readonly<Record<string, string>>;
  /** Undefined before the response, and when a fault came instead of it. */
  readonly retCode: number | undefined;
  /** The fault that it met, for example `reset` or `httpStatus 503`. */
  readonly fault: string | undefined;
  /** When it arrived, in milliseconds of the clock. */
  readonly time: number;
  /** From arrival to the end of the response, or to the moment the client went away; undefined while in progress. */
  readonly durationMs: number | undefined;
  /** Whether the client went away before it had the whole response. */
  readonly aborted: boolean;
  /** Number of the connection that it came over: 1 is the first. */
  readonly socketId: number;
}

/** A record that is still being filled in. */
export type OpenRecord = { -readonly [Member in keyof RecordedRequest]: RecordedRequest[Member] };

export interface RequestLog {
  /** Grows as requests arrive; in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  readonly open: (parameters: ReadonlyMap<string, string>, socketId: number) => OpenRecord;
  /** Fills in the end of a request, once. */
  readonly finish: (record: OpenRecord, aborted: boolean) => void;
  readonly clear: () => void;
}

export function createRequestLog(
  clock: () => number,
  onRequest: (request: RecordedRequest) => void,
): RequestLog {
  const requests: OpenRecord[] = [];
  return {
    requests,
    open: (parameters, socketId) => {
      const { Signature: _, ...params } = Object.fromEntries(parameters);
      const action = parameters.get("Action") ?? "";
      const progress = { retCode: undefined, fault: undefined, durationMs: undefined, aborted: false };
      const record: OpenRecord = { action, params, ...progress, time: clock(), socketId };
      requests.push(record);
      return record;
    },
    finish: (record, aborted) => {
      record.durationMs = clock() - record.time;
      record.aborted = aborted;
      onRequest(record);
    },
    clear: () => {
      requests.length = 0;
    },
  };
}
