import type { ServiceError } from "@grpc/grpc-js";
import {
  type CheckFailure,
  CheckRequest,
  type CheckResponse,
  ConfigureRequest,
  type ConfigureResponse,
  InvokeRequest,
  type InvokeResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { Simulator } from "../../../simulator/simulator.ts";
import type { Plugin } from "./plugin.ts";

/** Members of a message, as they travel. */
export type Members = Readonly<Record<string, JavaScriptValue>>;

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/** Turns a call with a callback into a promise; it is rejected with the status. */
export function answer<Response>(start: (callback: Callback<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    start((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

/** The status that a call ends with; an answer is an error. */
export async function statusOf(call: Promise<unknown>): Promise<ServiceError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: ServiceError) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`the call was answered: ${JSON.stringify(outcome.value)}`);
}

/** What is wrong with inputs: the property, `: ` and the reason. */
export function failureTexts(failures: readonly CheckFailure[]): string[] {
  return failures.map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
}

/** What a function answered. */
export interface InvokeResult {
  readonly outputs: Members;
  readonly failures: readonly string[];
}

/** The request for a function of the package. */
export function invokeRequest(name: string, inputs: Members): InvokeRequest {
  const token = name.includes(":") ? name : `compshare:index:${name}`;
  return new InvokeRequest().setTok(token).setArgs(Struct.fromJavaScript({ ...inputs }));
}

/** Calls a function of the package. */
export async function invoke(plugin: Plugin, name: string, inputs: Members): Promise<InvokeResult> {
  const request = invokeRequest(name, inputs);
  const response = await answer((callback: Callback<InvokeResponse>) =>
    plugin.client.invoke(request, callback),
  );
  return {
    outputs: response.getReturn()?.toJavaScript() ?? {},
    failures: failureTexts(response.getFailuresList()),
  };
}

/** Checks the configuration of a provider. */
export async function checkConfig(plugin: Plugin, inputs: Members, urn = ""): Promise<InvokeResult> {
  const request = new CheckRequest().setUrn(urn).setNews(Struct.fromJavaScript({ ...inputs }));
  const response = await answer((callback: Callback<CheckResponse>) =>
    plugin.client.checkConfig(request, callback),
  );
  return {
    outputs: response.getInputs()?.toJavaScript() ?? {},
    failures: failureTexts(response.getFailuresList()),
  };
}

export function configure(plugin: Plugin, inputs: Members) {
  const request = new ConfigureRequest().setArgs(Struct.fromJavaScript({ ...inputs }));
  return answer((callback: Callback<ConfigureResponse>) => plugin.client.configure(request, callback));
}

/** The configuration of a simulator's account. */
export function account(simulator: Simulator): Members {
  return {
    baseUrl: simulator.endpoint,
    publicKey: simulator.publicKey,
    privateKey: simulator.privateKey,
  };
}

const signatureKey = "4dabf18193072939515e22adb298388d";

/** A value in the wrapper that marks secrets. */
export function secret(value: JavaScriptValue): JavaScriptValue {
  return { [signatureKey]: "1b47061264138c4ac30d75fd1eb44270", value };
}

/** A value in the wrapper that marks outputs; without a value it is not known yet. */
export function output(members: Members): JavaScriptValue {
  return { [signatureKey]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...members };
}

/** What stands for a text that is not known yet. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
