import type { InputProblem } from "../errors/argument-error.ts";
import type { Lookup } from "../lookup/lookup.ts";

/** Members by name, in plain form. */
export type Members = Readonly<Record<string, unknown>>;

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

/** How a resource would change. */
export interface Difference {
  /** Properties that differ. */
  readonly changed: readonly string[];
  /** The property that makes it a replacement. */
  readonly replacedBy?: string | undefined;
}

/** A resource as it is. */
export interface ResourceState {
  readonly id: string;
  readonly outputs: Members;
}

/** A kind of resource: usable inputs in, its life out. */
export interface Resource {
  /** Outputs that may quote inputs of other names, with those inputs. */
  readonly quotes: Readonly<Record<string, readonly string[]>>;
  /** Problems of inputs; those that are not known yet are not judged. `known` is the resource as it is, if it is. */
  check(inputs: PartlyKnown, known: Members, call: ResourceCall): Promise<readonly InputProblem[]>;
  diff(state: ResourceState, oldInputs: Members, news: PartlyKnown, call: ResourceCall): Promise<Difference>;
  /** Creates it; `undefined` when that cannot be known before its inputs are. */
  create(inputs: PartlyKnown, call: ResourceCall): Promise<ResourceState | undefined>;
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
