import { createHash } from "node:crypto";

/** An entry of GitLab's code quality report. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** What an entry is made of. */
export interface QualityFinding {
  readonly check:
    | "image-moved"
    | "image-newer"
    | "image-withdrawn"
    | "image-gone"
    | "image-missing"
    | "image-unlisted"
    | "image-unmatched"
    | "image-unknown"
    | "comment-stale";
  readonly severity: CodeQualityIssue["severity"];
  readonly text: string;
  /** @default "Pulumi.yaml", where nothing says in which file a pin is written */
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  /** What makes it the same finding in the next run: the pin and its images. */
  readonly identity: readonly string[];
}

/** GitLab's code quality report: one JSON array, also when it is empty. `folder` stands in front of every path. */
export function codeQuality(findings: readonly QualityFinding[], folder = ""): string {
  const counts = new Map<string, number>();
  const issues = findings.map(({ check, severity, text, path = "Pulumi.yaml", line = 1, identity }) => {
    // Without the line: what is written above a pin makes it no other finding.
    const same = JSON.stringify([check, folder + path, ...identity]);
    const count = (counts.get(same) ?? 0) + 1;
    counts.set(same, count);
    const issue: CodeQualityIssue = {
      description: text,
      check_name: `compshare/${check}`,
      fingerprint: createHash("sha256").update(`${same}${count}`).digest("hex"),
      severity,
      location: { path: folder + path, lines: { begin: line } },
    };
    return issue;
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
