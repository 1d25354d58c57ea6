import type { Members } from "../../../provider/contract/members.ts";
import type {
  Difference,
  PartlyKnown,
  Resource,
  ResourceCall,
  ResourceState,
} from "../../../provider/resources/resource.ts";

/** What the engine does with a pin that is there: it has the inputs checked, then asks how the pin would change. */
export async function previewPin(
  pin: Resource,
  state: ResourceState,
  oldInputs: Members,
  news: PartlyKnown,
  call: ResourceCall,
): Promise<Difference> {
  const { problems = [], added = {} } = await pin.check(
    news,
    { inputs: oldInputs, outputs: state.outputs },
    call,
  );
  if (problems.length > 0) throw new Error(problems.map(({ reason }) => reason).join("\n"));
  return pin.diff(state, oldInputs, { ...news, values: { ...news.values, ...added } }, call);
}
