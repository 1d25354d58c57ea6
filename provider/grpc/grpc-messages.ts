import * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type { InputProblem } from "../errors/argument-error.ts";
import { type PlainInputs, plainInputs, secretValue, wireValue } from "./wire-values.ts";

/** Members of a message's struct as the engine sends them. */
export function members(struct: Struct | undefined): Readonly<Record<string, JavaScriptValue>> {
  return struct?.toJavaScript() ?? {};
}

/** The same in plain form. */
export function plainMembers(struct: Struct | undefined): PlainInputs {
  return plainInputs(members(struct));
}

/** A struct of values as they are. */
export function structOf(values: Readonly<Record<string, unknown>>): Struct {
  return Struct.fromJavaScript(values as Record<string, JavaScriptValue>);
}

/** A struct of outputs: data from outside made harmless, and those secret that have to be. */
export function outputStruct(
  outputs: Readonly<Record<string, unknown>>,
  isSecret: (name: string) => boolean,
): Struct {
  const entries = Object.entries(outputs).filter(([, value]) => value !== undefined);
  return structOf(
    Object.fromEntries(
      entries.map(([name, output]) => {
        const value = wireValue(output);
        return [name, isSecret(name) ? secretValue(value) : value];
      }),
    ),
  );
}

/** A problem of an input as the engine takes it. */
export function checkFailure({ property, reason }: InputProblem): messages.CheckFailure {
  return new messages.CheckFailure().setProperty(property).setReason(reason);
}
