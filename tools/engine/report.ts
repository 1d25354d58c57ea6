/** Where long work says how far it is. */
export interface Report {
  /** Prints a line that stays. */
  line(text: string): void;
  /** Says what is going on right now: redrawn in place on a terminal, thinned out to a line per ten seconds elsewhere. */
  status(text: string): void;
}

/** The part of process.stderr that a report needs. */
export interface ReportStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

// Work ticks once a second, so one line per nine seconds keeps the promise of one per ten.
const quietMs = 9_000;

export function createReport(stream: ReportStream, now: () => number = Date.now): Report {
  return stream.isTTY === true ? terminalReport(stream) : plainReport(stream, now);
}

function terminalReport(stream: ReportStream): Report {
  let drawn = false;
  return {
    line(text) {
      stream.write(`${drawn ? "\r\x1b[2K" : ""}${text}\n`);
      drawn = false;
    },
    status(text) {
      stream.write(`\r\x1b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
      drawn = true;
    },
  };
}

function plainReport(stream: ReportStream, now: () => number): Report {
  let last = Number.NEGATIVE_INFINITY;
  return {
    line(text) {
      stream.write(`${text}\n`);
      // What comes next is another piece of work: its first word is not held back.
      last = Number.NEGATIVE_INFINITY;
    },
    status(text) {
      if (now() - last >= quietMs) {
        last = now();
        stream.write(`${text}\n`);
      }
    },
  };
}

/** Calls report.status once a second until the work has settled; the text gets the seconds gone by. */
export async function withTicking<T>(
  report: Report,
  text: (elapsed: string) => string,
  work: () => Promise<T>,
): Promise<T> {
  const start = Date.now();
  const tick = (): void => report.status(text(formatSeconds((Date.now() - start) / 1000)));
  tick();
  const timer = setInterval(tick, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Writes a duration as people say it: "7 s", "2 min 47 s". */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
