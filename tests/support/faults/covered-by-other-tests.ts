type Place = readonly [file: string, ...names: readonly string[]];

/** Rows of the catalogue that are not one call to one server: the tests that hold them, by parts of their names. */
export const elsewhere: Readonly<Record<number, readonly Place[]>> = {
  4: [["tests/faults/sockets.test.ts", "row 4:"]],
  12: [["tests/faults/sockets.test.ts", "row 12:"]],
  77: [["tests/grpc/many-calls.test.ts", "200 calls for the same list cost one reading of it"]],
  78: [
    ["tests/grpc/many-calls.test.ts", "200 different calls are all answered over at most eight connections"],
  ],
  79: [["tests/grpc/many-calls.test.ts", "and their repeats do not come at once"]],
  80: [
    ["tests/grpc/many-calls.test.ts", "200 different calls into an outage cost at most 240 requests"],
    ["tests/unit/ucloud/client-traffic.test.ts", "in an outage %i calls cost %i requests"],
  ],
  81: [
    [
      "tests/grpc/many-calls.test.ts",
      "200 different calls with a key that is refused cost at most eight requests",
    ],
  ],
  82: [
    [
      "tests/grpc/cancel.test.ts",
      "Cancel ends a call in flight at once",
      "Cancel ends the wait between two tries",
    ],
    ["tests/http/client-limits.test.ts", "while it waits for a free connection is never sent"],
  ],
  83: [["tests/grpc/cancel.test.ts", "a caller who goes away leaves the others their answer"]],
  84: [["tests/grpc/cancel.test.ts", "a caller's deadline ends the request"]],
  85: [
    ["tests/grpc/credentials.test.ts", "another configuration shares nothing with the one before"],
    ["tests/grpc/many-calls.test.ts", "another configuration with other keys begins anew"],
  ],
  // Missing keys fail the first call, not Configure: a stack without lookups needs none.
  86: [["tests/grpc/credentials.test.ts", "missing keys are an error that names every place"]],
  87: [
    ["tests/grpc/credentials.test.ts", "a call before the configuration says so"],
    ["tests/grpc/invoke.test.ts", "compshare:index:getCompShareImagez"],
    ["tests/grpc/start.test.ts", "is not implemented, and the plugin lives on"],
  ],
  88: [["tests/grpc/invoke.test.ts", "a secret in an output"]],
  89: [["tests/grpc/invoke.test.ts", "an output without a value"]],
  90: [
    ["tests/grpc/invoke.test.ts", "texts of the server that look like marks of the engine are only texts"],
  ],
  91: [["tests/grpc/invoke.test.ts", '{ limit: "20" }', "{ offset: 2 ** 53 }", '{ tag: "x" }']],
  92: [
    [
      "tests/grpc/large-messages.test.ts",
      "an answer of more than 4 MiB arrives",
      "a request of more than 4 MiB is taken",
    ],
  ],
  93: [["tests/grpc/cancel.test.ts", "Cancel may come again"]],
  94: [
    ["tests/grpc/exit.test.ts", "an idle plugin ends within a second of %j", "with 200 calls in flight ends"],
  ],
  95: [["tests/grpc/exit.test.ts", "a plugin whose engine is killed is gone within two seconds"]],
  96: [["tests/grpc/exit.test.ts", "a plugin whose output nobody reads any more goes on"]],
  97: [["tests/grpc/crash.test.ts", "that nobody caught ends the plugin with 1"]],
  98: [["tests/grpc/start.test.ts", "the first line of the output is the bare port, %s"]],
  99: [
    [
      "tests/grpc/reach.test.ts",
      "a proxy that wants a password is named, and the password that it got is not",
    ],
    ["tests/http/client-proxy.test.ts", "a proxy that is down is a failure to connect"],
  ],
  100: [
    ["tests/http/client-proxy.test.ts", "NO_PROXY=%s: gateway.compshare.test is asked through the proxy: %s"],
  ],
  101: [
    ["tests/grpc/reach.test.ts", "over TLS through a tunnel, with its CA in NODE_EXTRA_CA_CERTS"],
    ["tests/grpc/reach.test.ts", "a gateway on loopback is reached over TLS with its CA"],
  ],
  102: [["tests/grpc/environment.test.ts", "no variables at all", "nowhere to write", "does not know"]],
  103: [["tests/grpc/environment.test.ts", "a wall clock %s changes neither waits nor deadlines"]],
  104: [
    ["tests/grpc/environment.test.ts", "64 open files 200 calls", "128 MB of heap a list of 20,000 images"],
  ],
  105: [
    ["tests/unit/settings/credentials.test.ts", "a BOM in front", "a control character"],
    ["tests/grpc/credentials.test.ts", "white space around a key is left out"],
  ],
  106: [
    ["tests/unit/settings/credentials.test.ts", "half a pair is never completed from another place"],
    ["tests/grpc/credentials.test.ts", "the configuration comes before the environment"],
  ],
  107: [["tests/grpc/configuration.test.ts", "nothing from the environment comes with them"]],
  108: [["tests/grpc/secrecy.test.ts", "no key is shown of %s"]],
  109: [["tests/grpc/secrecy.test.ts", 'NODE_DEBUG: "*"', "no key is shown when all goes well"]],
  110: [["tests/grpc/invoke.test.ts", "a name of the wire or of JavaScript, is no argument"]],
  111: [
    ["tests/unit/ucloud/signed-request.test.ts", "x&Action=Terminate", "half a surrogate pair is refused"],
  ],
  112: [["tests/unit/lookup/filter-arguments.test.ts", "a hostile pattern takes no longer", "nameRegex"]],
  113: [["tests/unit/ucloud/read-reply.test.ts", "RetCode of nobody"]],
  114: [
    ["tests/unit/messages/plain-text.test.ts", "no text gets a control or bidirectional character through"],
    ["tests/grpc/invoke.test.ts", "texts of the server that look like marks of the engine are only texts"],
  ],
  // Plain http on loopback is allowed: the simulator and tests of users are there.
  115: [
    ["tests/unit/settings/resolve-settings.test.ts", "plain http off loopback is a warning every time"],
    ["tests/unit/ucloud/endpoint.test.ts", "plain http off loopback is accepted only when it was allowed"],
  ],
  116: [
    [
      "tests/unit/ucloud/endpoint.test.ts",
      "https://user:hunter2@api.compshare.cn",
      "https://169.254.169.254",
    ],
    ["tests/grpc/configuration.test.ts", "baseUrl %s is refused with the rule and without the value"],
  ],
};
