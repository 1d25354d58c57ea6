/** How the command line ends. 2, 3 and 7 mean what they mean for Pulumi's own command line. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  keys: 3,
  /** There is something to do, with `outdated --expect-current`, `update --check` and `snapshot --check` only. */
  findings: 7,
  cancelled: 8,
  timedOut: 9,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
