import type { Localized } from "../localized.ts";

/** Why a forge did not take a comment. */
export type ForgeReason = "refused" | "missing" | "rateLimit" | "unavailable" | "unexpected";

/** A comment that could not be written. It holds neither token nor response. */
export class ForgeFailure extends Error {
  override readonly name = "ForgeFailure";
  readonly reason: ForgeReason;
  readonly text: Localized;

  constructor(forge: string, reason: ForgeReason, status?: number) {
    const text = textOf(forge, reason, status === undefined ? "" : ` (${status})`);
    super(text.en);
    this.reason = reason;
    this.text = text;
  }
}

function textOf(forge: string, reason: ForgeReason, status: string): Localized {
  const rights = rightsOf(forge);
  switch (reason) {
    case "refused":
      return {
        en: `${forge} refuses the comment${status}: ${rights.en}; the report itself is complete`,
        zh: `${forge} 拒绝了评论${status}：${rights.zh}；报告本身是完整的`,
      };
    case "missing":
      return {
        en: `${forge} does not know this pull request, or the token may not see it${status}`,
        zh: `${forge} 找不到该合并请求，或令牌无权查看${status}`,
      };
    case "rateLimit":
      return {
        en: `${forge} accepts no more requests for now${status}; run the job again later`,
        zh: `${forge} 的请求次数已达上限${status}；请稍后重新运行`,
      };
    case "unavailable":
      return {
        en: `${forge} cannot be reached or is failing${status}; the comment was not written`,
        zh: `无法连接 ${forge}，或其服务异常${status}；评论没有写入`,
      };
    default:
      return {
        en: `${forge} gives an unexpected response${status}; the comment was not written`,
        zh: `${forge} 的响应不符合预期${status}；评论没有写入`,
      };
  }
}

function rightsOf(forge: string): Localized {
  if (forge === "GitLab") return { en: "the token needs the scope `api`", zh: "令牌需要 `api` 权限" };
  return {
    en: "the token needs `pull-requests: write`, which a pull request from a fork never has",
    zh: "令牌需要 `pull-requests: write` 权限，而来自 fork 的合并请求没有这种令牌",
  };
}
