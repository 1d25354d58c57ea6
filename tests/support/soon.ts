import { runInNewContext } from "node:vm";

/**
 * What a call returns; it is ended, as an error, after two seconds. Only for input on which a careless way takes minutes or
 * for ever and ours a few hundredths of a second, so that no slow machine comes near the bound.
 */
export function soon<Result>(call: () => Result): Result {
  return runInNewContext("call()", { call }, { timeout: 2000 });
}
