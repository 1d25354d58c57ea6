import type { QualityFinding } from "./code-quality.ts";
import type { Annotated } from "./workflow-commands.ts";

/** One thing to know, as GitHub and GitLab show it at a line. */
export type ReportLine = Annotated & QualityFinding;
