import type { Members } from "../contract/members.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { ShownProblem } from "../messages/problem-text.ts";
import type { Resource } from "../resources/resource.ts";
import type { PlainInputs } from "./engine-values.ts";

/** Result of a function: its outputs, or the arguments that cannot be used. */
export type InvokeResult<Problem = ShownProblem> =
  | { readonly outputs: Members; readonly problems?: never }
  | { readonly outputs?: never; readonly problems: readonly Problem[] };

/** What goes over gRPC for an error. */
export interface Fault {
  /** gRPC's number for who can act. */
  readonly code: number;
  /** What the user reads. */
  readonly details: string;
}

/** The provider in plain values; only `grpc-service.ts` and `grpc-resources.ts` know how they travel. */
export interface Provider {
  /** Whether a configuration key holds a secret. */
  isSecret(key: string): boolean;
  /** Problems of the configuration of the provider of this URN. Keys that are not known yet are not judged. */
  checkConfiguration(inputs: PlainInputs, urn: string): readonly ShownProblem[];
  /**
   * Takes the configuration over. What is wrong with it fails the first call that needs it.
   * `urn` is the provider's own, beside which the engine shows what the plugin tells the user.
   */
  configure(inputs: PlainInputs, urn: string): void;
  invoke(token: string, inputs: PlainInputs, signal: AbortSignal): Promise<InvokeResult>;
  /** The kind of resource that a URN names. */
  resource(urn: string): Resource<ShownProblem>;
  /** The lookup that the configuration opens; throws what is wrong with it. */
  lookup(): Lookup;
  /** What goes over gRPC when a call has thrown. */
  fault(error: unknown): Fault;
}
