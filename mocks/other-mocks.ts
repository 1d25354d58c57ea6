import type { MockCall, MockResource, MockState, OtherMocks } from "./mock-types.ts";

/** Asks somebody else's mocks about a function; without them, inputs are outputs. */
export async function otherCall(others: OtherMocks, args: MockCall): Promise<object> {
  return others.call === undefined ? args.inputs : others.call(args);
}

/** Asks somebody else's mocks about a resource; without them, inputs are outputs. */
export async function otherResource(others: OtherMocks, args: MockResource): Promise<MockState> {
  if (others.newResource === undefined) return { id: args.id || `${args.name}_id`, state: args.inputs };
  return others.newResource(args);
}
