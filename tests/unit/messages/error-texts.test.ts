import { afterEach, expect, test } from "@jest/globals";
import {
  type ResponseFlaw,
  ResponseShapeError,
  responseReasons,
} from "../../../provider/errors/response-shape-error.ts";
import {
  TransportError,
  type TransportFailure,
  transportReasons,
} from "../../../provider/errors/transport-error.ts";
import { errorMessage } from "../../../provider/messages/error-text.ts";
import { setLanguage } from "../../../provider/messages/messages.ts";

afterEach(() => setLanguage("en"));

const systemCode = "ECODE";
const action = "DescribeX";

const failures: readonly (readonly [TransportFailure, en: string, zh: string])[] = [
  [
    { reason: "NET_DNS", systemCode },
    "the gateway's name is unknown; check `baseUrl` and this machine's name servers [ECODE]",
    "无法解析网关域名，请检查 `baseUrl` 和本机的 DNS [ECODE]",
  ],
  [
    { reason: "NET_CONNECT", obstacle: "name", systemCode },
    "the gateway's name cannot be looked up for now [ECODE]",
    "暂时无法解析网关域名 [ECODE]",
  ],
  [
    { reason: "NET_CONNECT", obstacle: "refused", systemCode },
    "the gateway refused the connection; check `baseUrl` and proxy settings [ECODE]",
    "网关拒绝连接，请检查 `baseUrl` 和代理设置 [ECODE]",
  ],
  [
    { reason: "NET_CONNECT", obstacle: "unreachable", systemCode },
    "the gateway cannot be reached [ECODE]",
    "无法连接网关 [ECODE]",
  ],
  [
    { reason: "NET_CONNECT", obstacle: "timeout", systemCode },
    "connecting took too long [ECODE]",
    "连接超时 [ECODE]",
  ],
  [
    { reason: "NET_CONNECT", obstacle: "proxy", systemCode },
    "the proxy cannot be reached [ECODE]",
    "无法连接代理 [ECODE]",
  ],
  [
    { reason: "NET_RESET", systemCode },
    "the connection broke before the response was complete [ECODE]",
    "响应尚未收完，连接就断开了 [ECODE]",
  ],
  [
    { reason: "TLS_CERT", systemCode },
    "the gateway's certificate cannot be trusted; behind an inspecting proxy, put its CA into NODE_EXTRA_CA_CERTS [ECODE]",
    "网关证书不可信；如果经过解密 HTTPS 的代理，请把它的 CA 证书放进 NODE_EXTRA_CA_CERTS [ECODE]",
  ],
  [
    { reason: "TLS_PROTOCOL", systemCode },
    "the gateway does not speak TLS on this port; check `baseUrl` [ECODE]",
    "该端口不是 TLS 服务，请检查 `baseUrl` [ECODE]",
  ],
  [
    { reason: "PROXY_AUTH" },
    "HTTP 407: the proxy wants other credentials; check HTTPS_PROXY and HTTP_PROXY",
    "HTTP 407：代理要求其他用户名或密码，请检查 HTTPS_PROXY 和 HTTP_PROXY",
  ],
  [
    { reason: "PROXY_REFUSED", systemCode },
    "the proxy refused to connect; check its address and NO_PROXY [ECODE]",
    "代理拒绝建立连接，请检查代理地址和 NO_PROXY [ECODE]",
  ],
  [
    { reason: "HTTP_PROTOCOL" },
    "the response is not HTTP; check `baseUrl`",
    "响应不是 HTTP，请检查 `baseUrl`",
  ],
  [
    { reason: "HTTP_RETRYABLE", status: 503, retryAfterMs: 1500 },
    "HTTP 503: the gateway is having trouble; it asks to wait 2 s",
    "HTTP 503：网关暂时异常；网关要求等待 2 秒",
  ],
  [{ reason: "HTTP_THROTTLED", status: 429 }, "HTTP 429: too many requests", "HTTP 429：请求过于频繁"],
  [
    { reason: "HTTP_REFUSED", status: 404 },
    "HTTP 404: the gateway does not accept the request; check `baseUrl` and the proxy",
    "HTTP 404：网关不接受该请求，请检查 `baseUrl` 和代理",
  ],
  [
    { reason: "HTTP_REFUSED", systemCode },
    "the headers of the response are too large [ECODE]",
    "响应头过大 [ECODE]",
  ],
  [
    { reason: "REDIRECT", status: 307, action },
    "HTTP 307: the gateway redirected DescribeX; redirects are not followed; check `baseUrl`",
    "HTTP 307：网关重定向了 DescribeX，插件不跟随重定向；请检查 `baseUrl`",
  ],
  [
    { reason: "TIMEOUT_ATTEMPT", timeoutMs: 20_000 },
    "no complete response within 20 s",
    "20 秒内没有收到完整响应",
  ],
  [
    { reason: "DEADLINE" },
    "the whole call took longer than `timeoutSeconds` allows",
    "整个调用超过了 `timeoutSeconds` 规定的时间",
  ],
];

const characters = 107;

const flaws: readonly (readonly [ResponseFlaw, en: string, zh: string])[] = [
  [{ reason: "BODY_EMPTY", action }, "DescribeX: the response is empty", "DescribeX：响应为空"],
  [
    { reason: "BODY_NOT_JSON", action, contentType: "text/html", characters, webPage: true },
    "DescribeX: the response is not a JSON object but text/html of 107 characters; a portal or proxy may have responded in CompShare's place",
    "DescribeX：响应不是 JSON 对象，而是 text/html（107 个字符）；可能是认证门户或代理代替 CompShare 作了响应",
  ],
  [
    { reason: "BODY_NOT_JSON", action, contentType: undefined, characters, webPage: false },
    "DescribeX: the response is not a JSON object but no content type of 107 characters; a portal or proxy may have responded in CompShare's place",
    "DescribeX：响应不是 JSON 对象，而是 未注明类型的内容（107 个字符）；可能是认证门户或代理代替 CompShare 作了响应",
  ],
  [
    { reason: "BODY_TRUNCATED", action, characters },
    "DescribeX: the response ends in the middle, after 107 characters",
    "DescribeX：响应在第 107 个字符处中断",
  ],
  [
    { reason: "BODY_TOO_LARGE", maxBytes: 1000 },
    "the response is larger than 1000 bytes",
    "响应超过 1000 字节",
  ],
  [
    { reason: "BODY_ENCODING", problem: "compressed" },
    "the response is compressed although that was not asked for",
    "响应被压缩，而插件没有要求压缩",
  ],
  [{ reason: "BODY_ENCODING", problem: "notUtf8" }, "the response is not in UTF-8", "响应不是 UTF-8 编码"],
  [
    { reason: "BODY_ENCODING", problem: "invalidUtf8" },
    "the response is not valid UTF-8",
    "响应不是合法的 UTF-8",
  ],
  [
    { reason: "SCHEMA", problem: "type", action, path: "ImageSet[3].Name" },
    "DescribeX: ImageSet[3].Name is not of the type that CompShare documents",
    "DescribeX：ImageSet[3].Name 与 CompShare 文档规定的类型不符",
  ],
  [
    { reason: "SCHEMA", problem: "notObject", action, path: "ImageSet[3]" },
    "DescribeX: ImageSet[3] must be an object",
    "DescribeX：ImageSet[3] 应为对象",
  ],
  [
    { reason: "SCHEMA", problem: "changed", action, path: "PubTime" },
    "DescribeX: PubTime is not of the type that CompShare documents in any image that has it; the format has changed",
    "DescribeX：在所有带有 PubTime 的镜像中，它都与 CompShare 文档规定的类型不符；格式已经改变",
  ],
  [
    { reason: "SCHEMA", problem: "tooDeep", action },
    "DescribeX: the response is nested too deeply",
    "DescribeX：响应的嵌套过深",
  ],
  [
    { reason: "SCHEMA", problem: "duplicateKey", action },
    "DescribeX: duplicate key in the response",
    "DescribeX：响应中有重复的键",
  ],
  [
    { reason: "SCHEMA", problem: "retCode", action },
    "DescribeX: RetCode must be a whole number",
    "DescribeX：RetCode 应为整数",
  ],
  [
    { reason: "PAGE_STUCK", read: 7, total: 25 },
    "the gateway repeats pages: only 7 of 25 images could be read, and an incomplete list is no result",
    "网关重复返回相同的页：共 25 个镜像，只读到 7 个；不完整的列表不能作为结果",
  ],
  [
    { reason: "PAGE_INCOMPLETE", read: 7, total: 0 },
    "the gateway ended the list early: 7 images could be read and nothing says that there are no more; an incomplete list is no result",
    "网关提前结束了列表：读到 7 个镜像，但无法确认后面没有了；不完整的列表不能作为结果",
  ],
  [
    { reason: "LISTING_TOO_LARGE", read: 20_001, pages: 201 },
    "the list does not end: 20001 images on 201 pages were read",
    "列表没有尽头：已读 201 页、20001 个镜像",
  ],
];

const errors = [
  ...failures.map(([failure, en, zh]) => ({ error: new TransportError(failure), en, zh })),
  ...flaws.map(([flaw, en, zh]) => ({ error: new ResponseShapeError(flaw), en, zh })),
];

test.each(errors)("$error.reason reads in both languages: $en", ({ error, en, zh }) => {
  expect(errorMessage(error)).toBe(`${error.reason}: ${en}`);
  setLanguage("zh");
  expect(errorMessage(error)).toBe(`${error.reason}: ${zh}`);
});

test("every reason has a text", () => {
  const written = new Set(errors.map(({ error }) => error.reason));
  expect(written).toEqual(new Set([...Object.keys(transportReasons), ...Object.keys(responseReasons)]));
});
