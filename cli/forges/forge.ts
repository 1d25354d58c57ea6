/** A comment that is there already. */
export interface ForgeComment {
  readonly id: number;
  readonly body: string;
  /** Whether we wrote it: a stranger may copy the marker into a comment of their own. */
  readonly own: boolean;
}

/** The comments of one pull request or merge request. */
export interface Forge {
  readonly name: "GitHub" | "GitLab";
  /** All comments, whatever the number of pages. */
  readonly comments: () => Promise<readonly ForgeComment[]>;
  readonly create: (body: string) => Promise<void>;
  readonly update: (id: number, body: string) => Promise<void>;
}
