import type { MockCall, MockResource, MockState, OtherMocks } from "./mock-types.ts";

/** Asks somebody else's mocks about a function; without them, inputs are outputs. */
export async function otherCall(
  others: OtherMocks,
  args: MockCall,
): Promise<Readonly<Record<string, unknown>>> {
  const call = others.call?.bind(others) as ((args: MockCall) => unknown) | undefined;
  return call === undefined ? args.inputs : ((await call(args)) as Readonly<Record<string, unknown>>);
}

/** Asks somebody else's mocks about a resource; without them, inputs are outputs. */
export async function otherResource(others: OtherMocks, args: MockResource): Promise<MockState> {
  const make = others.newResource?.bind(others) as ((args: MockResource) => unknown) | undefined;
  if (make === undefined) return { id: args.id || `${args.name}_id`, state: args.inputs };
  return (await make(args)) as MockState;
}
