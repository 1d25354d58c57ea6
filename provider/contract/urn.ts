/** What a URN says of a resource. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The resource's own type, without those of its parents. */
  readonly type: string;
  readonly name: string;
}

/** Reads a URN: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
export function readUrn(urn: string): UrnParts | undefined {
  const [head = "", project, types, ...name] = urn.split("::");
  const stack = head.replace(/^urn:pulumi:/, "");
  if (stack === head || project === undefined || types === undefined || name.length === 0) return undefined;
  return { stack, project, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
