/** Members of an object by name, of which nothing has been checked. */
export type Members = Readonly<Record<string, unknown>>;
