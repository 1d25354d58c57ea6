import { afterEach } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { SourceChoice } from "../../../provider/listings/scope.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/simulator.ts";
import { openCatalogue, scope } from "./open-catalogue.ts";

/** Starts simulators for the tests of a file; each ends with its test. */
export function useSimulators(): (options?: SimulatorOptions) => Promise<Simulator> {
  const running: Simulator[] = [];
  afterEach(() => Promise.all(running.splice(0).map((simulator) => simulator.close())));
  return async (options = {}) => {
    const simulator = await startSimulator(options);
    running.push(simulator);
    return simulator;
  };
}

/** Every image that a simulator lists in a catalogue. */
export function listed(simulator: Simulator, source: SourceChoice): Promise<readonly Image[]> {
  return openCatalogue(simulator).images({ ...scope, source }, new AbortController().signal);
}

/** The same images, ordered by ID. */
export function byId(images: readonly Image[]): Image[] {
  return images.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
