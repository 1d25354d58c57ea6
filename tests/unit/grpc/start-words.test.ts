import { expect, test } from "@jest/globals";
import { readStartWords } from "../../../provider/grpc/start-words.ts";

test.each<[readonly string[], string | undefined]>([
  [[], undefined],
  [["127.0.0.1:50051"], "127.0.0.1:50051"],
  [["localhost:1"], "localhost:1"],
  [["engine-1.internal:65535"], "engine-1.internal:65535"],
  [["[::1]:50051"], "[::1]:50051"],
  [["[fe80::1%eth0]:50051"], "[fe80::1%eth0]:50051"],
  [["[::ffff:127.0.0.1]:50051"], "[::ffff:127.0.0.1]:50051"],
  // As Pulumi's engine writes them: pkg/resource/plugin/plugin.go, buildPluginArguments.
  [["--logtostderr", "-v=9", "--tracing", "file:./trace", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["-v=9", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["--tracing", "127.0.0.1:4317", "127.0.0.1:50051"], "127.0.0.1:50051"],
  // As a newer one might.
  [["--bogus", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["--bogus", "value", "-x", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["-v", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["-v", "9", "127.0.0.1:50051"], "127.0.0.1:50051"],
  [["127.0.0.1:50051", "."], "127.0.0.1:50051"],
  // A developer with an engine's flags and no engine.
  [["--logtostderr", "-v=11", "--tracing", "http://127.0.0.1:4317/trace"], undefined],
  [["--tracing=file:./trace"], undefined],
])("%j serves the engine at %s", (words, engine) => {
  expect(readStartWords(words)).toEqual({ asks: "serve", engine });
});

test.each<["help" | "version", readonly string[]]>([
  ["help", ["help"]],
  ["help", ["--help"]],
  ["help", ["-h"]],
  ["help", ["--logtostderr", "--help"]],
  ["version", ["version"]],
  ["version", ["--version"]],
  ["version", ["-v"]],
  ["version", ["-v", "9"]],
])("a person asks for %s by %j", (asks, words) => {
  expect(readStartWords(words)).toEqual({ asks });
});

test.each<[string, readonly string[]]>([
  ["--bogus", ["--bogus"]],
  ["--bogus", ["-v=9", "--bogus"]],
  ["-v=much", ["-v=much"]],
  ["notanaddress", ["notanaddress"]],
  ["notanaddress", ["notanaddress", "127.0.0.1:50051"]],
  ["notanaddress", ["-v=9", "notanaddress"]],
  ["127.0.0.1:99999", ["127.0.0.1:99999"]],
  ["127.0.0.1:0", ["127.0.0.1:0"]],
  ["127.0.0.1:", ["127.0.0.1:"]],
  [":50051", [":50051"]],
  ["50051", ["50051"]],
  ["::1:50051", ["::1:50051"]],
  ["[::1]", ["[::1]"]],
  ["[::1", ["[::1"]],
  ["http://127.0.0.1:50051", ["http://127.0.0.1:50051"]],
  ["", [""]],
  ["constructor", ["constructor"]],
])("%j is unknown in %j", (word, words) => {
  expect(readStartWords(words)).toEqual({ asks: "unknown", word });
});
