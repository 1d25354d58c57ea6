import { LogRequest } from "@pulumi/pulumi/proto/engine_pb.js";
import { PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import * as provider from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";

/** A message of `@pulumi/pulumi`. */
export interface TheirMessage {
  serializeBinary(): Uint8Array;
}

/** Its class. */
export interface TheirClass {
  new (): TheirMessage;
  deserializeBinary(bytes: Uint8Array): TheirMessage;
}

/** The classes of `@pulumi/pulumi` by the names of our tables. */
export const theirClasses: Readonly<Record<string, TheirClass>> = {
  empty: Empty,
  handshakeRequest: provider.ProviderHandshakeRequest,
  handshakeResponse: provider.ProviderHandshakeResponse,
  pluginInfo: PluginInfo,
  pluginAttach: PluginAttach,
  getSchemaResponse: provider.GetSchemaResponse,
  checkFailure: provider.CheckFailure,
  checkRequest: provider.CheckRequest,
  checkResponse: provider.CheckResponse,
  diffRequest: provider.DiffRequest,
  propertyDiff: provider.PropertyDiff,
  diffResponse: provider.DiffResponse,
  configureRequest: provider.ConfigureRequest,
  configureResponse: provider.ConfigureResponse,
  invokeRequest: provider.InvokeRequest,
  invokeResponse: provider.InvokeResponse,
  createRequest: provider.CreateRequest,
  createResponse: provider.CreateResponse,
  readRequest: provider.ReadRequest,
  readResponse: provider.ReadResponse,
  deleteRequest: provider.DeleteRequest,
  updateRequest: provider.UpdateRequest,
  updateResponse: provider.UpdateResponse,
  logRequest: LogRequest,
};

/** What a field holds, told by what `@pulumi/pulumi` has for one that is not set. */
export type Kind = "text" | "flag" | "number" | "struct" | "texts" | "failures" | "differences";

/** The method of a message, whatever upper and lower case its name has. */
function method(message: TheirMessage, name: string): ((value?: unknown) => unknown) | undefined {
  const prototype: unknown = Object.getPrototypeOf(message);
  const names = Object.getOwnPropertyNames(prototype);
  const found = names.find((one) => one.toLowerCase() === name.toLowerCase());
  const member: unknown = found === undefined ? undefined : Reflect.get(message, found);
  return typeof member === "function" ? (value) => Reflect.apply(member, message, [value]) : undefined;
}

/** The kind of a field of a class of messages. */
export function kindOf(theirs: TheirClass, name: string): Kind {
  const message = new theirs();
  if (method(message, `get${name}Map`) !== undefined) return "differences";
  if (method(message, `get${name}List`) !== undefined) return name === "failures" ? "failures" : "texts";
  const none = method(message, `get${name}`)?.();
  if (none === undefined) return "struct";
  const kinds: Readonly<Record<string, Kind>> = { string: "text", boolean: "flag", number: "number" };
  const kind = kinds[typeof none];
  if (kind === undefined) throw new Error(`${name} is of no kind`);
  return kind;
}

interface Failure {
  readonly property: string;
  readonly reason: string;
}

interface Difference {
  readonly kind: provider.PropertyDiff.Kind;
  readonly inputDiff: boolean;
}

/** Sets a field to a plain value. */
export function setField(message: TheirMessage, name: string, kind: Kind, value: unknown): void {
  if (kind === "differences") {
    const map = method(message, `get${name}Map`)?.() as Map<string, provider.PropertyDiff>;
    for (const [key, { kind: number, inputDiff }] of Object.entries(value as Record<string, Difference>))
      map.set(key, new provider.PropertyDiff().setKind(number).setInputdiff(inputDiff));
  } else if (kind === "failures") {
    const failures = (value as Failure[]).map(({ property, reason }) =>
      new provider.CheckFailure().setProperty(property).setReason(reason),
    );
    method(message, `set${name}List`)?.(failures);
  } else if (kind === "struct") {
    method(message, `set${name}`)?.(Struct.fromJavaScript(value as Record<string, JavaScriptValue>));
  } else method(message, `set${name}${kind === "texts" ? "List" : ""}`)?.(value);
}

/** A field as a plain value. */
export function getField(message: TheirMessage, name: string, kind: Kind): unknown {
  if (kind === "differences") {
    const map = method(message, `get${name}Map`)?.() as Map<string, provider.PropertyDiff>;
    const entries: [string, Difference][] = [];
    map.forEach((value, key) =>
      entries.push([key, { kind: value.getKind(), inputDiff: value.getInputdiff() }]),
    );
    return Object.fromEntries(entries);
  }
  const value = method(message, `get${name}${kind === "failures" || kind === "texts" ? "List" : ""}`)?.();
  if (kind === "failures")
    return (value as provider.CheckFailure[]).map((failure) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
  return kind === "struct" ? (value as Struct | undefined)?.toJavaScript() : value;
}
