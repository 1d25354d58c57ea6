import { afterEach, expect, test } from "@jest/globals";
import { type Decision, decisionText, type ListDecision } from "../../../provider/messages/decision-text.ts";
import { english, setLanguage } from "../../../provider/messages/messages.ts";

afterEach(() => setLanguage("en"));

test.each<[Decision | ListDecision, string, string]>([
  [{ kind: "only" }, "the only match", "唯一符合的镜像"],
  [{ kind: "mostRecent", of: 3 }, "most recent of 3", "3 个中最新的"],
  [
    { kind: "first", of: 3, keys: ["-version", "name"] },
    "first of 3 by -version, name",
    "按 -version, name 排序，3 个中的第一个",
  ],
  [{ kind: "none" }, "no match", "没有符合的镜像"],
  [{ kind: "all", keys: ["name"] }, "all matches by name", "全部符合的镜像，按 name 排序"],
  [
    { kind: "part", from: 3, to: 5, of: 7, keys: ["id"] },
    "matches 3 to 5 of 7 by id",
    "按 id 排序，7 个中的第 3 到 5 个",
  ],
  [{ kind: "noneOf", of: 7, keys: ["id"] }, "none of 7 matches by id", "按 id 排序，7 个都不在所取的范围内"],
])("the decision %j reads in both languages", (decision, en, zh) => {
  expect(decisionText(decision)).toBe(en);
  setLanguage("zh");
  expect(decisionText(decision)).toBe(zh);
  expect(decisionText(decision, english)).toBe(en);
});
