import type { FaultName } from "./faults.ts";

type Tests = readonly [file: string, ...titles: readonly string[]];

/** Faults that are not one call to one server: the tests that hold them, by parts of their titles. */
export const coveredByOtherTests: Readonly<Partial<Record<FaultName, readonly Tests[]>>> = {
  "connection never accepted": [
    ["tests/faults/sockets.test.ts", "a gateway that takes no connection is given up after 5 s"],
  ],
  "many failed handshakes": [["tests/faults/sockets.test.ts", "failed handshakes leave nothing open"]],
  "200 identical calls": [
    ["tests/grpc/many-calls.test.ts", "200 calls for the same list cost one reading of it"],
  ],
  "200 different calls": [
    ["tests/grpc/many-calls.test.ts", "200 different calls are all answered over at most eight connections"],
  ],
  "200 calls that fail together": [
    ["tests/grpc/many-calls.test.ts", "and their retries do not come at once"],
  ],
  "total outage": [
    ["tests/grpc/many-calls.test.ts", "200 different calls into an outage cost at most 240 requests"],
    ["tests/unit/ucloud/client-shared-limits.test.ts", "in an outage %i calls cost %i requests"],
  ],
  "refused key in 200 calls": [
    [
      "tests/grpc/many-calls.test.ts",
      "200 different calls with a key that is refused cost at most eight requests",
    ],
  ],
  "cancelled call": [
    [
      "tests/grpc/cancel.test.ts",
      "Cancel ends a call in flight at once",
      "Cancel ends the wait between two tries",
    ],
    ["tests/http/client-limits.test.ts", "while it waits for a free connection is never sent"],
  ],
  "one of two joined callers cancelled": [
    ["tests/grpc/cancel.test.ts", "a caller who goes away leaves the others their answer"],
  ],
  "caller's deadline": [["tests/grpc/cancel.test.ts", "a caller's deadline ends the request"]],
  "second configuration with other keys": [
    ["tests/grpc/credentials.test.ts", "a second configuration shares no list with the first one"],
    [
      "tests/grpc/many-calls.test.ts",
      "a second configuration with right keys is not refused for the wrong keys of the first one",
    ],
  ],
  // Missing keys fail the first call, not Configure: a stack without lookups needs none.
  "missing keys": [["tests/grpc/credentials.test.ts", "missing keys are an error that names every place"]],
  "call that the plugin does not serve": [
    ["tests/grpc/credentials.test.ts", "a call before the configuration says so"],
    ["tests/grpc/invoke.test.ts", "compshare:index:getCompShareImagez"],
    ["tests/grpc/start.test.ts", "is not implemented, and the plugin lives on"],
  ],
  "secret argument": [["tests/grpc/invoke.test.ts", "a secret in an output"]],
  "argument without a value yet": [["tests/grpc/invoke.test.ts", "an output without a value"]],
  "server text that looks like a mark of the engine": [
    ["tests/grpc/invoke.test.ts", "texts of the server that look like marks of the engine are only texts"],
  ],
  "invalid argument": [
    ["tests/grpc/invoke.test.ts", '{ limit: "20" }', "{ offset: 2 ** 53 }", '{ tag: "x" }'],
  ],
  "messages over 4 MiB": [
    [
      "tests/grpc/large-messages.test.ts",
      "an answer of more than 4 MiB arrives",
      "a request of more than 4 MiB is taken",
    ],
  ],
  "repeated Cancel": [["tests/grpc/cancel.test.ts", "Cancel may come again"]],
  "SIGINT and SIGTERM": [
    ["tests/grpc/exit.test.ts", "an idle plugin ends within a second of %j", "with 200 calls in flight ends"],
  ],
  "engine killed": [
    ["tests/grpc/exit.test.ts", "a plugin whose engine is killed is gone within two seconds"],
  ],
  "output closed": [["tests/grpc/exit.test.ts", "a plugin whose output nobody reads any more goes on"]],
  "uncaught error": [["tests/grpc/crash.test.ts", "that nobody caught ends the plugin with 1"]],
  "output before the port": [
    ["tests/grpc/start.test.ts", "the first line of the output is the bare port, %s"],
  ],
  "proxy that refuses or is down": [
    [
      "tests/grpc/reach.test.ts",
      "a proxy that wants a password is named, and the password that it got is not",
    ],
    ["tests/http/client-proxy.test.ts", "a proxy that is down is a failure to connect"],
  ],
  NO_PROXY: [
    ["tests/http/client-proxy.test.ts", "NO_PROXY=%s: gateway.compshare.test is asked through the proxy: %s"],
  ],
  "private certificate authority": [
    ["tests/grpc/reach.test.ts", "over TLS through a tunnel, with its CA in NODE_EXTRA_CA_CERTS"],
    ["tests/grpc/reach.test.ts", "a gateway on loopback is reached over TLS with its CA"],
  ],
  "no home, no variables, nowhere to write": [
    ["tests/grpc/environment.test.ts", "no variables at all", "nowhere to write", "does not know"],
  ],
  "wall clock that jumps": [
    ["tests/grpc/environment.test.ts", "a wall clock %s changes neither waits nor deadlines"],
  ],
  "few open files and little memory": [
    ["tests/grpc/environment.test.ts", "64 open files 200 calls", "128 MB of heap a list of 20,000 images"],
  ],
  "white space or control characters in keys": [
    ["tests/unit/settings/credentials.test.ts", "a BOM in front", "a control character"],
    ["tests/grpc/credentials.test.ts", "white space around a key is left out"],
  ],
  "half a pair of keys": [
    ["tests/unit/settings/credentials.test.ts", "half a pair is never completed from another place"],
    ["tests/grpc/credentials.test.ts", "the configuration comes before the environment"],
  ],
  "keys of the environment in the state": [
    ["tests/grpc/configuration.test.ts", "nothing from the environment comes with them"],
  ],
  "keys in error messages": [["tests/grpc/secrecy.test.ts", "no key is shown of %s"]],
  "keys in debug output": [
    ["tests/grpc/secrecy.test.ts", 'NODE_DEBUG: "*"', "no key is shown when all goes well"],
  ],
  "argument named like a wire parameter": [
    ["tests/grpc/invoke.test.ts", "a name of the wire or of JavaScript, is no argument"],
  ],
  "argument with separators or broken text": [
    ["tests/unit/ucloud/signed-request.test.ts", "x&Action=Terminate", "half a surrogate pair is refused"],
  ],
  "pattern with catastrophic backtracking": [
    ["tests/unit/lookup/filters/filter-arguments.test.ts", "a hostile pattern takes no longer", "nameRegex"],
  ],
  "member named like one of the prototype": [["tests/unit/ucloud/read-reply.test.ts", "RetCode of nobody"]],
  "terminal escapes in server text": [
    ["tests/unit/messages/plain-text.test.ts", "no text gets a control or bidirectional character through"],
    ["tests/grpc/invoke.test.ts", "texts of the server that look like marks of the engine are only texts"],
  ],
  // Plain http on loopback is allowed: the simulator and tests of users are there.
  "plain http off loopback": [
    ["tests/unit/settings/resolve-settings.test.ts", "plain http off loopback is a warning every time"],
    ["tests/unit/ucloud/endpoint.test.ts", "plain http off loopback is accepted only when it was allowed"],
  ],
  "base URL with credentials or a strange host": [
    [
      "tests/unit/ucloud/endpoint.test.ts",
      "https://user:hunter2@api.compshare.cn",
      "https://169.254.169.254",
    ],
    ["tests/grpc/configuration.test.ts", "baseUrl %s is refused with the rule and without the value"],
  ],
};
