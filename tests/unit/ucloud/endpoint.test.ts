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

test.each([
  ["", "notUrl"],
  ["api.compshare.cn", "notUrl"],
  ["//api.compshare.cn", "notUrl"],
  ["https://", "notUrl"],
  ["https://api.compshare.cn:99999", "notUrl"],
  ["https://exa mple.cn", "notUrl"],
  ["localhost:8080", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["ftp://api.compshare.cn", "scheme"],
  ["ws://api.compshare.cn", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["https://api.compshare.cn\n", "ascii"],
  [" https://api.compshare.cn", "ascii"],
  ["https://算力.cn", "ascii"],
  ["https://api.compshare.cn/v1", "originOnly"],
  ["https://api.compshare.cn//", "originOnly"],
  ["https://api.compshare.cn?x=1", "originOnly"],
  ["https://api.compshare.cn?", "originOnly"],
  ["https://api.compshare.cn#top", "originOnly"],
  ["https://api.compshare.cn/#", "originOnly"],
  ["https://api.compshare.cn.", "dot"],
  ["https://169.254.169.254", "linkLocal"],
  ["https://0xa9fea9fe", "linkLocal"],
  ["https://[fe80::1]", "linkLocal"],
  ["https://[febf::1]", "linkLocal"],
  ["https://[::ffff:169.254.169.254]", "linkLocal"],
  ["http://api.compshare.cn", "insecure"],
  ["http://api.service.ucloud.cn", "insecure"],
  ["http://localhost.example", "insecure"],
  ["http://127.0.0.1.example", "insecure"],
  ["http://0.0.0.0:8080", "insecure"],
])("%j is refused by the rule %s", (baseUrl, broken) => {
  expect(readEndpoint(baseUrl, false)).toEqual({ broken });
});

test.each([
  "https://user:hunter2@api.compshare.cn",
  "https://user@api.compshare.cn",
  "https://:hunter2@api.compshare.cn",
  "http://user:hunter2@127.0.0.1",
])("a user name or password is refused and never shown: %s", (baseUrl) => {
  const endpoint = readEndpoint(baseUrl, true);
  expect(endpoint).toEqual({ broken: "userInfo" });
  expect(JSON.stringify(endpoint)).not.toMatch(/hunter2|@/);
});

test("plain http off loopback is accepted only when it was allowed, and nothing else becomes allowed with it", () => {
  expect(readEndpoint("http://api.service.ucloud.cn", true)).toEqual({
    origin: "http://api.service.ucloud.cn",
    loopback: false,
  });
  expect(readEndpoint("http://169.254.169.254", true)).toEqual({ broken: "linkLocal" });
  expect(readEndpoint("http://api.service.ucloud.cn/path", true)).toEqual({ broken: "originOnly" });
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
