import { runInNewContext } from "node:vm";

/**
 * What a call returns; it is ended, as an error, after four seconds. Only for input on which a careless way takes longer and
 * ours a few hundredths of a second, so that no busy machine comes near the bound. Jest ends no call that does not wait.
 */
export function soon<Result>(call: () => Result): Result {
  return runInNewContext("call()", { call }, { timeout: 4000 });
}
