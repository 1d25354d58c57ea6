import { beforeAll, expect, test } from "@jest/globals";
import { runCli } from "../support/cli/run-cli.ts";
import { inNamespace, needNamespace } from "../support/namespaces/namespaces.ts";

beforeAll(() => needNamespace("network"));

/** Asks a gateway that does not exist, behind routes of its own. */
function ask(gateway: string, line: string): Promise<unknown> {
  return runCli(["find", "--name", "x", "--lang", "en"], {
    before: inNamespace("network", line),
    environment: {
      COMPSHARE_BASE_URL: gateway,
      COMPSHARE_PUBLIC_KEY: "public",
      COMPSHARE_PRIVATE_KEY: "private",
    },
  });
}

const route = (kind: string): string => `ip link set lo up; ip route add ${kind} 192.0.2.0/24`;

test.each([
  ["no network at all", "true", "https://192.0.2.1", "ENETUNREACH"],
  ["a host that cannot be reached", route("unreachable"), "https://192.0.2.1", "EHOSTUNREACH"],
  ["a prohibited route", route("prohibit"), "https://192.0.2.1", "EACCES"],
  ["a route into nothing", route("blackhole"), "https://192.0.2.1", "EINVAL"],
  ["loopback that is down", "true", "http://127.0.0.1:9", "ENETUNREACH"],
])(
  "with %s the network is named, with the system's code, after every attempt",
  async (_, line, gateway, code) => {
    expect(await ask(gateway, line)).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(
        new RegExp(
          `^error: TRANSPORT_FAILED: NET_CONNECT: the gateway cannot be reached \\[${code}\\] \\(attempt 5 of 5, [\\d.]+ s\\)\\n$`,
        ),
      ),
    });
  },
);

test("without a network a name cannot be looked up for now", async () => {
  expect(await ask("https://gateway.invalid", "true")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/NET_CONNECT: the gateway's name cannot be looked up .*\[EAI_AGAIN\]/),
  });
});
