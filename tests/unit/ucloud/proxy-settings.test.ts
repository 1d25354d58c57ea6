import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { proxyFor } from "../../../provider/ucloud/proxy-settings.ts";
import { problemsOf } from "../../support/shown-problems.ts";
import { thrownBy } from "../../support/thrown.ts";

const secure = "https://api.compshare.cn";
const plain = "http://api.compshare.cn:8080";
const proxy = "http://proxy.example:3128";

test.each<[string, Readonly<Record<string, string>>, string | undefined, string | undefined]>([
  ["nothing", {}, undefined, undefined],
  ["empty variables", { HTTP_PROXY: "", HTTPS_PROXY: " ", NO_PROXY: "" }, undefined, undefined],
  ["HTTPS_PROXY", { HTTPS_PROXY: proxy }, proxy, undefined],
  ["HTTP_PROXY", { HTTP_PROXY: proxy }, undefined, proxy],
  ["lower case", { https_proxy: proxy, http_proxy: proxy }, proxy, proxy],
  [
    "both spellings: the lower one counts",
    { https_proxy: proxy, HTTPS_PROXY: "http://other.example" },
    proxy,
    undefined,
  ],
  ["the lower one empty: there is none", { https_proxy: "", HTTPS_PROXY: proxy }, undefined, undefined],
  ["an address without a scheme", { HTTPS_PROXY: "proxy.example:3128" }, proxy, undefined],
  [
    "credentials",
    { HTTPS_PROXY: "http://li:p%40ss@proxy.example" },
    "http://li:p%40ss@proxy.example",
    undefined,
  ],
  ["TLS to the proxy", { HTTPS_PROXY: "https://proxy.example" }, "https://proxy.example", undefined],
  [
    "SOCKS for plain http, which is not used",
    { HTTP_PROXY: "socks5://x", HTTPS_PROXY: proxy },
    proxy,
    "refused",
  ],
  [
    "SOCKS that NO_PROXY excepts",
    { HTTPS_PROXY: "socks5://x", HTTP_PROXY: "x y", NO_PROXY: "*" },
    undefined,
    undefined,
  ],
  [
    "SOCKS that NO_PROXY does not except",
    { HTTPS_PROXY: "socks5://x", NO_PROXY: "other.cn" },
    "refused",
    undefined,
  ],
])("%s: the proxy for https and for plain http", (_, environment, forSecure, forPlain) => {
  const found = (origin: string): string | undefined => {
    try {
      return proxyFor(origin, environment);
    } catch {
      return "refused";
    }
  };
  expect([found(secure), found(plain)]).toEqual([forSecure, forPlain]);
});

test.each<[string, string, boolean]>([
  ["*", secure, true],
  ["*:443", secure, true],
  ["*:80", secure, false],
  ["api.compshare.cn", secure, true],
  ["API.Compshare.CN", secure, true],
  ["api.compshare.cn.", secure, true],
  ["compshare.cn", secure, true],
  [".compshare.cn", secure, true],
  ["*.compshare.cn", secure, true],
  ["*.api.compshare.cn", secure, false],
  ["pi.compshare.cn", secure, false],
  ["api.compshare.cn.other", secure, false],
  ["api.compshare.cn:443", secure, true],
  ["api.compshare.cn:8080", secure, false],
  ["api.compshare.cn:8080", plain, true],
  ["a.example, api.compshare.cn", secure, true],
  ["a.example api.compshare.cn", secure, true],
  [" , ", secure, false],
  ["10.0.0.7", "https://10.0.0.7", true],
  ["2001:db8::7", "https://[2001:db8::7]", true],
  ["[2001:db8::7]", "https://[2001:db8::7]", true],
  ["[2001:db8::7]:443", "https://[2001:db8::7]", true],
  ["[2001:db8::7]:8443", "https://[2001:db8::7]", false],
])("NO_PROXY=%j excepts %s: %s", (exceptions, origin, excepted) => {
  const environment = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: exceptions };
  expect(proxyFor(origin, environment)).toBe(excepted ? undefined : proxy);
});

test.each([
  ["HTTPS_PROXY", "socks5://li:canary@proxy.example:1080"],
  ["HTTPS_PROXY", "http://li:canary@proxy.example:99999"],
  ["HTTP_PROXY", "http://li:canary%zz@proxy.example"],
  ["HTTP_PROXY", "canary proxy"],
  ["HTTP_PROXY", "file:///canary"],
])("%s=%s is refused by its name, never shown", (name, value) => {
  const error = thrownBy(() => proxyFor(name === "HTTPS_PROXY" ? secure : plain, { [name]: value }));
  const reason = `${name} in the environment is not the address of an HTTP proxy; it must look like \`http://proxy.example:3128\``;
  expect(error).toMatchObject({ code: "CONFIGURATION_INVALID" });
  expect(problemsOf(error)).toEqual([{ property: "", reason }]);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain("canary");
});
