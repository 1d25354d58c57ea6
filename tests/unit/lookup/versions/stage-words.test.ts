import { expect, test } from "@jest/globals";
import {
  isReleaseWord,
  stageBefore,
  stageOfHan,
  stageOfLetters,
} from "../../../../provider/lookup/versions/stage-words.ts";

test.each([
  ["α", "pre", "alpha"],
  ["experimental", "pre", "alpha"],
  ["testing", "pre", "beta"],
  ["insiders", "pre", "preview"],
  ["eap", "pre", "preview"],
  ["trial", "pre", "preview"],
  ["candidate", "pre", "rc"],
  ["dev", "dev", "dev"],
  ["hotfix", "post", "post"],
  ["patch", "post", "post"],
])("%s says %s, written %s", (letters, stage, word) => {
  expect(stageOfLetters(letters)).toEqual({ stage, word });
});

test.each(["devel", "alphabet", "pretrained", "release", ""])("%j says nothing of a release", (letters) => {
  expect(stageOfLetters(letters)).toBeUndefined();
});

test.each([
  ["内部测试版", "alpha", 5],
  ["封闭测试", "alpha", 4],
  ["公开测试版本", "beta", 6],
  ["实验性版", "alpha", 4],
  ["试验版", "alpha", 3],
  ["测试版合集", "beta", 3],
  ["每日构建", "nightly", 4],
  ["夜间构建版", "nightly", 5],
  ["快照", "snapshot", 2],
  ["发布候选版", "rc", 5],
  ["候选发布", "rc", 4],
  ["开发者测试版", "dev", 6],
  ["开发者预览版", "preview", 6],
  ["超前体验版", "preview", 5],
  ["抢鲜版", "preview", 3],
  ["灰度", "preview", 2],
  ["前瞻版", "preview", 3],
  ["试运行", "preview", 3],
  ["先锋版", "preview", 3],
  ["热修复", "post", 3],
  ["修正版", "post", 3],
  ["补丁", "post", 2],
])("%s says %s, in %d characters", (han, word, length) => {
  expect(stageOfHan(han)).toMatchObject({ word, length });
});

test.each(["测试环境", "正式版", "最新测试版", "修复若干问题", "体验优化", "版"])(
  "%s says nothing of the version in front",
  (han) => {
    expect(stageOfHan(han)).toBeUndefined();
  },
);

test.each([
  ["测试版", "beta"],
  ["整合包内测", "alpha"],
  ["深度学习环境官方镜像预发布版本", "preview"],
  ["快照版", "snapshot"],
  ["测试", undefined],
  ["测试版镜像", undefined],
  ["正式版", undefined],
])("%s says of the version behind it: %s", (han, word) => {
  expect(stageBefore(han)?.word).toBe(word);
});

test.each([
  ["lts", true],
  ["pro", true],
  ["proplus", true],
  ["ultramax", true],
  ["proplusx", false],
  ["xproplus", false],
  ["plusplus", false],
  ["b", false],
])("%s is of a release or an edition: %s", (letters, expected) => {
  expect(isReleaseWord(letters)).toBe(expected);
});
