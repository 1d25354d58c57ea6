import { systemCode } from "../provider/errors/system-code.ts";

/** What is read of a file or folder; `undefined` where it is gone, as other programs may delete while this one reads. */
export async function ifThere<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
