import type { RecordedRequest } from "./request-log.ts";

// The action comes from the client: what could move a terminal's cursor is not written as it stands.
const plain = (text: string): string =>
  /^[\w.-]{1,80}$/.test(text) ? text : JSON.stringify(text.slice(0, 80));

function outcome({ retCode, fault, aborted }: RecordedRequest): string {
  if (aborted) return "client went away";
  if (fault !== undefined) return `fault ${fault}`;
  return `RetCode=${retCode ?? "none"}`;
}

/** One line about a request: time, action, page, result and duration; never a signature or a key. */
export function logLine(request: RecordedRequest): string {
  const { action, params, time, durationMs } = request;
  const page = ["Offset", "Limit"].filter((name) => params[name] !== undefined);
  const words = [
    new Date(time).toISOString().slice(11, 23),
    action === "" ? "(no action)" : plain(action),
    ...page.map((name) => `${name}=${plain(params[name] ?? "")}`),
    outcome(request),
    `${durationMs ?? 0}ms`,
  ];
  return words.join(" ");
}
