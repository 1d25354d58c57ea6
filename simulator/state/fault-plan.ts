import type { Random } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { checkedFault, type Fault } from "./fault.ts";

/** Parameters that a request must carry, with these values, to meet a planned fault. */
export type RequestPattern = Readonly<Record<string, string>>;

/** Decides which request meets which fault. */
export interface FaultPlan {
  /** Plans a fault for the next requests, `times` of them, that fit the pattern. */
  readonly add: (fault: Fault, times: number, where: RequestPattern) => void;
  /** Takes the fault that a request meets, if any: planned ones first, then by chance. */
  readonly take: (parameters: ReadonlyMap<string, string>) => Fault | undefined;
}

interface Planned {
  readonly fault: Fault;
  readonly where: RequestPattern;
  left: number;
}

export function createFaultPlan(quirks: () => Quirks, random: Random): FaultPlan {
  const queue: Planned[] = [];

  function add(fault: Fault, times: number, where: RequestPattern): void {
    if (!Number.isInteger(times) || times < 1)
      throw new RangeError(`times cannot be ${times}: a whole number from 1 on.`);
    queue.push({ fault: checkedFault(fault), where, left: times });
  }

  function take(parameters: ReadonlyMap<string, string>): Fault | undefined {
    const fits = ({ where }: Planned): boolean =>
      Object.entries(where).every(([name, value]) => parameters.get(name) === value);
    const index = queue.findIndex(fits);
    const planned = queue[index];
    if (planned !== undefined) {
      planned.left -= 1;
      if (planned.left === 0) queue.splice(index, 1);
      return planned.fault;
    }
    const { faultRate, faultMix } = quirks();
    if (faultRate === 0 || random() >= faultRate) return undefined;
    return faultMix[Math.floor(random() * faultMix.length)];
  }

  return { add, take };
}
