import { expect, test } from "@jest/globals";
import { isLoopback, readEndpoint } from "../../../provider/ucloud/endpoint.ts";

test.each([
  ["https://api.compshare.cn", "https://api.compshare.cn", false],
  ["https://api.compshare.cn/", "https://api.compshare.cn", false],
  ["HTTPS://API.CompShare.CN", "https://api.compshare.cn", false],
  ["https://api.compshare.cn:443", "https://api.compshare.cn", false],
  ["https://gateway.example:8443", "https://gateway.example:8443", false],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080", true],
  ["http://127.8.9.1", "http://127.8.9.1", true],
  ["http://localhost:3000", "http://localhost:3000", true],
  ["http://[::1]:3000", "http://[::1]:3000", true],
  ["https://localhost", "https://localhost", true],
])("%s is the endpoint %s, loopback %p", (baseUrl, origin, loopback) => {
  expect(readEndpoint(baseUrl, false)).toEqual({ origin, loopback });
});

const url = "must be a URL such as `https://api.compshare.cn`";
const scheme = "must start with `https://`";
const userinfo = "must not hold a user name or password";
const ascii = "must be written in ASCII without spaces";
const bare = "must be scheme, host and port only, without a path, query or fragment";
const linkLocal = "must not be a link-local address";
const insecure = "must use `https`; plain `http` is for loopback, or set `allowInsecureEndpoint` to true";

test.each([
  ["", url],
  ["api.compshare.cn", url],
  ["//api.compshare.cn", url],
  ["https://", url],
  ["https://api.compshare.cn:99999", url],
  ["https://exa mple.cn", url],
  ["localhost:8080", scheme],
  ["file:///etc/passwd", scheme],
  ["ftp://api.compshare.cn", scheme],
  ["ws://api.compshare.cn", scheme],
  ["javascript:alert(1)", scheme],
  ["https://api.compshare.cn\n", ascii],
  [" https://api.compshare.cn", ascii],
  ["https://算力.cn", ascii],
  ["https://api.compshare.cn/v1", bare],
  ["https://api.compshare.cn//", bare],
  ["https://api.compshare.cn?x=1", bare],
  ["https://api.compshare.cn?", bare],
  ["https://api.compshare.cn#top", bare],
  ["https://api.compshare.cn/#", bare],
  ["https://api.compshare.cn.", "must not end its host with a dot"],
  ["https://169.254.169.254", linkLocal],
  ["https://0xa9fea9fe", linkLocal],
  ["https://[fe80::1]", linkLocal],
  ["https://[febf::1]", linkLocal],
  ["https://[::ffff:169.254.169.254]", linkLocal],
  ["http://api.compshare.cn", insecure],
  ["http://api.service.ucloud.cn", insecure],
  ["http://localhost.example", insecure],
  ["http://127.0.0.1.example", insecure],
  ["http://0.0.0.0:8080", insecure],
])("%j is refused: it %s", (baseUrl, broken) => {
  expect(readEndpoint(baseUrl, false)).toEqual({ broken });
});

test.each([
  "https://user:hunter2@api.compshare.cn",
  "https://user@api.compshare.cn",
  "https://:hunter2@api.compshare.cn",
  "http://user:hunter2@127.0.0.1",
])("a user name or password is refused and never shown: %s", (baseUrl) => {
  const endpoint = readEndpoint(baseUrl, true);
  expect(endpoint).toEqual({ broken: userinfo });
  expect(JSON.stringify(endpoint)).not.toMatch(/hunter2|@/);
});

test("plain http off loopback is accepted only when it was allowed, and nothing else becomes allowed with it", () => {
  expect(readEndpoint("http://api.service.ucloud.cn", true)).toEqual({
    origin: "http://api.service.ucloud.cn",
    loopback: false,
  });
  expect(readEndpoint("http://169.254.169.254", true)).toEqual({ broken: linkLocal });
  expect(readEndpoint("http://api.service.ucloud.cn/path", true)).toEqual({ broken: bare });
});

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["[::1]", true],
  ["127.example.com", false],
  ["10.0.0.1", false],
  ["localhost.example", false],
])("%s is this machine itself: %p", (host, loopback) => {
  expect(isLoopback(host)).toBe(loopback);
});
