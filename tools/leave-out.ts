import { resolve } from "node:path";
import type { Plugin } from "esbuild";

/** What the plugin uses of undici. Its own entry loads fetch, WebSocket, caches and mocks too, three times as much. */
const undiciEntry = `
  const Dispatcher = require("./lib/dispatcher/dispatcher.js");
  Object.assign(Dispatcher.prototype, require("./lib/api/index.js"));
  exports.Agent = require("./lib/dispatcher/agent.js");
  exports.Pool = require("./lib/dispatcher/pool.js");
  exports.ProxyAgent = require("./lib/dispatcher/proxy-agent.js");
`;

/** The part of undici that is only reached for bodies that are FormData; the plugin has none. */
export const unreached: readonly RegExp[] = [/[\\/]undici[\\/]lib[\\/]web[\\/]/];

/** Keeps out of the bundle what the plugin never runs. The tests run the bundle, so a part that is needed after all shows. */
export const leaveOut: Plugin = {
  name: "leave-out",
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: "undici", namespace: "undici-entry" }));
    build.onLoad({ filter: /.*/, namespace: "undici-entry" }, () => ({
      contents: undiciEntry,
      resolveDir: resolve("node_modules/undici"),
    }));
    for (const filter of unreached) {
      build.onLoad({ filter }, () => ({ contents: "module.exports = {};", loader: "js" }));
    }
  },
};
