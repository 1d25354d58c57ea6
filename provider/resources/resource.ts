import type { Members } from "../contract/members.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import type { Lookup } from "../lookup/lookup.ts";

/** What a call about a resource comes with. */
export interface ResourceCall {
  readonly urn: string;
  readonly signal: AbortSignal;
  /** Opens the lookup, when a call needs to. */
  readonly lookup: () => Lookup;
}

/** Inputs with the names of those that are not known yet; those are not among the values. */
export interface PartlyKnown {
  readonly values: Members;
  readonly unknown: readonly string[];
}

/** What a check says: what is wrong, or the inputs that the resource adds to those of the program. */
export type Checked<Problem = InputProblem> =
  | {
      readonly problems: readonly Problem[];
      readonly added?: undefined;
      /** Whether the inputs are right, and only the image that they mean is not there. @default false */
      readonly imageMissing?: true;
    }
  | {
      readonly problems?: undefined;
      readonly added: Members;
      /** Whether it stays open until the difference is asked for what becomes of the resource. @default false */
      readonly undecided?: true;
    };

/** How a resource would change. */
export interface Difference {
  /** Properties that differ, in place. */
  readonly changed: readonly string[];
  /** Inputs, as paths, that differ and make it a replacement. */
  readonly replacing: readonly string[];
}

/** A resource as the state knows it; both are empty where there is none yet. */
export interface KnownResource {
  readonly inputs: Members;
  readonly outputs: Members;
}

export interface ResourceState {
  readonly id: string;
  readonly outputs: Members;
}

/** A kind of resource: usable inputs in, its life out. */
export interface Resource<Problem = InputProblem> {
  /** Outputs that may quote inputs of other names, with those inputs. */
  readonly quotes: Readonly<Record<string, readonly string[]>>;
  /** Checks inputs; those that are not known yet are not judged. `known` is the resource as it is, if there is one. */
  check(inputs: PartlyKnown, known: KnownResource, call: ResourceCall): Promise<Checked<Problem>>;
  diff(state: ResourceState, oldInputs: Members, news: PartlyKnown, call: ResourceCall): Promise<Difference>;
  /** Creates it; `undefined` when that cannot be known before its inputs are. Outputs that a preview does not know are absent. */
  create(inputs: PartlyKnown, preview: boolean, call: ResourceCall): Promise<ResourceState | undefined>;
  /** Changes it in place; the outputs that are not known before its inputs are stay away. */
  update(state: ResourceState, oldInputs: Members, news: PartlyKnown, call: ResourceCall): Promise<Members>;
  /** Looks at it again; without inputs it is being imported. `undefined` when there is no such thing to import. */
  read(
    state: ResourceState,
    inputs: Members | undefined,
    call: ResourceCall,
  ): Promise<(ResourceState & { readonly inputs: Members }) | undefined>;
  /** Removes it. */
  delete(state: ResourceState, call: ResourceCall): Promise<void>;
}
