import { type Row, withSimulator } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { withPlugin } from "./plugin.ts";

/** 200 queries by ID, one after another and each of an ID of its own, at 30 % faults: 503, 153 and resets. */
export async function faults(peer: Peer): Promise<Row[]> {
  const flags = ["--quirk", "faultRate=0.3"];
  return withSimulator(flags, (simulator) =>
    withPlugin(simulator, { cacheSeconds: 0 }, async (call) => {
      let done = 0;
      await simulator.requests();
      for (let index = 0; index < 200; index += 1) {
        // An ID that does not exist is answered all the same; what counts is that the gateway was heard.
        const inputs = {
          id: "compshareImage-1minbz219ceq",
          source: "platform",
          projectId: "org-demo01",
          ifMissing: "null",
        };
        done += await call("getCompShareImage", inputs).then(
          () => 1,
          () => 0,
        );
      }
      const requests = await simulator.requests();
      const plain = await peer?.(simulator.environment, "faults", 200, 0);
      const retrying = await peer?.(simulator.environment, "faults", 200, 3);
      const share = (value: number | undefined): string =>
        value === undefined ? "" : `${(value / 2).toFixed(0)} %`;
      const others =
        plain === undefined
          ? ""
          : `${share(plain.value)}, with 3 retries ${share(retrying?.value)} (Python SDK)`;
      return [
        {
          work: "success of 200 calls at 30 % faults",
          plugin: `${share(done)}, ${(requests / 200).toFixed(2)} requests a call`,
          peer: others,
          ratio: "",
          goal: "at least 99 %",
          met: done >= 198,
        },
      ];
    }),
  );
}
