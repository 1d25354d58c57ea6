import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { readProxySettings } from "../../../provider/ucloud/proxy-settings.ts";
import { thrownBy } from "../../support/thrown.ts";

const none = { httpProxy: "", httpsProxy: "", noProxy: "" };
const proxy = "http://proxy.example:3128";

test.each([
  ["nothing", {}, none],
  ["empty variables", { HTTP_PROXY: "", HTTPS_PROXY: " ", NO_PROXY: "" }, none],
  [
    "all three",
    { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: "a,b" },
    { httpProxy: proxy, httpsProxy: proxy, noProxy: "a,b" },
  ],
  ["lower case", { https_proxy: proxy, no_proxy: "*" }, { ...none, httpsProxy: proxy, noProxy: "*" }],
  [
    "both spellings: the lower one counts",
    { https_proxy: proxy, HTTPS_PROXY: "http://other.example" },
    { ...none, httpsProxy: proxy },
  ],
  ["the lower one empty: there is none", { https_proxy: "", HTTPS_PROXY: proxy }, none],
  ["an address without a scheme", { HTTPS_PROXY: "proxy.example:3128" }, { ...none, httpsProxy: proxy }],
  [
    "credentials",
    { HTTPS_PROXY: "http://li:p%40ss@proxy.example" },
    { ...none, httpsProxy: "http://li:p%40ss@proxy.example" },
  ],
  [
    "TLS to the proxy",
    { HTTPS_PROXY: "https://proxy.example" },
    { ...none, httpsProxy: "https://proxy.example" },
  ],
])("%s", (_, environment, settings) => {
  expect(readProxySettings(environment)).toEqual(settings);
});

test.each([
  ["HTTPS_PROXY", "socks5://li:canary@proxy.example:1080"],
  ["HTTPS_PROXY", "http://li:canary@proxy.example:99999"],
  ["HTTP_PROXY", "http://li:canary%zz@proxy.example"],
  ["HTTP_PROXY", "canary proxy"],
  ["HTTP_PROXY", "file:///canary"],
])("%s=%s is refused by its name, never shown", (name, value) => {
  const error = thrownBy(() => readProxySettings({ [name]: value }));
  const reason = `${name} in the environment is not the address of an HTTP proxy; it must look like \`http://proxy.example:3128\``;
  expect(error).toMatchObject({ code: "CONFIGURATION_INVALID", problems: [{ property: "", reason }] });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain("canary");
});
