import { delimiter } from "node:path";
import { expect, test } from "@jest/globals";
import { environmentOfUser } from "../../../tools/check-clone.ts";

test("in a clone nothing of the npm that started the check, and of its packages, is left", () => {
  const PATH = [
    "/clone/node_modules/.bin",
    "/npm/node_modules/@npmcli/run-script/lib/node-gyp-bin",
    "/usr/bin",
  ];
  const env = {
    PATH: PATH.join(delimiter),
    HOME: "/home/li",
    INIT_CWD: "/clone",
    npm_lifecycle_event: "check:clone",
    npm_config_cache: "/cache",
    NODE: "/usr/bin/node",
    NODE_ENV: "test",
    COMPSHARE_ENGINE: "built",
    TMPDIR: "/tmp",
  };
  expect(environmentOfUser(env, "/another temp")).toEqual({
    PATH: "/usr/bin",
    HOME: "/home/li",
    TMPDIR: "/another temp",
    TMP: "/another temp",
    TEMP: "/another temp",
  });
});
