/** A word that says what a version is to its release, and how it is written in the version's text. */
export interface StageWord {
  readonly stage: "pre" | "dev" | "post";
  readonly word: string;
}

const pre = (word: string): StageWord => ({ stage: "pre", word });
const dev: StageWord = { stage: "dev", word: "dev" };
const post: StageWord = { stage: "post", word: "post" };

/** Words of each meaning, apart by spaces. `a` and `b` need a number, and `c` and `r` mean this only right behind one. */
const rows: readonly (readonly [StageWord, string])[] = [
  [pre("alpha"), "alpha a α experimental unstable"],
  [pre("beta"), "beta b β test testing"],
  [pre("preview"), "preview insider insiders ea eap trial"],
  [pre("rc"), "rc c candidate"],
  [pre("pre"), "pre prerelease"],
  [pre("nightly"), "nightly"],
  [pre("canary"), "canary"],
  [pre("snapshot"), "snapshot"],
  [dev, "dev"],
  [post, "post rev r hotfix patch fix bugfix"],
];

const words: ReadonlyMap<string, StageWord> = new Map(
  rows.flatMap(([stage, names]) => names.split(" ").map((name) => [name, stage] as const)),
);

/** Words that semver compares as they are: behind a hyphen and before a dot they stand for themselves. */
export const semverWords: ReadonlySet<string> = new Set(
  "a alpha b beta canary dev nightly pre preview rc snapshot".split(" "),
);

/** Words that need no hyphen in front: `2.0 beta`. */
export const looseWords: ReadonlySet<string> = new Set(
  [
    "alpha α beta β rc candidate preview nightly canary dev snapshot prerelease",
    "test testing insider insiders trial post hotfix",
  ].flatMap((list) => list.split(" ")),
);

/** Words that need none as the last one or before a number, `2.0 pre1`: names go on with them, `2.1 pre-trained`. */
export const lastWords: ReadonlySet<string> = new Set(
  "a b c r pre ea eap experimental unstable rev patch fix".split(" "),
);

/** Words that mean nothing without a number, wherever they stand. */
export const numberedWords: ReadonlySet<string> = new Set(["a", "b", "c", "r", "rev"]);

/** Words that make the number behind them a pre-release in a name too: `ComfyUI Beta 1.2`, but not `FLUX.1-dev v2`. */
export const leadingWords: ReadonlySet<string> = new Set(
  "alpha α beta β rc preview prerelease nightly canary snapshot".split(" "),
);

/** What letters say of the version that they follow. */
export function stageOfLetters(letters: string): StageWord | undefined {
  return words.get(letters);
}

const releaseWords: ReadonlySet<string> = new Set(
  [
    "lts ga final stable release rtm official edition update version",
    "pro plus lite turbo ultra max mini full community enterprise",
  ].flatMap((list) => list.split(" ")),
);

/** Editions that are written as one word: `V2ProPlus`. */
const twoEditions = /^(?:pro|ultra)(?:plus|max|lite|mini|turbo)$/;

/** Whether letters are of a release or an edition. Glued to a number they are no measure: `22.04LTS`, `2.0Pro`. */
export function isReleaseWord(letters: string): boolean {
  return releaseWords.has(letters) || twoEditions.test(letters);
}

/** In front of another word: `技术预览版`, `抢先体验版`. */
const intensifier = "(?:技术|开发者|公开|内部|封闭|抢先|先行|发布|超前)?";

/** Chinese words, the first that fits; those of the second kind need `版` or the end, as in `1.0测试环境`. */
const chinese: readonly (readonly [RegExp, StageWord])[] = [
  [/^(?:内测|封测|内部测试|封闭测试)(?:版本?)?/, pre("alpha")],
  [/^(?:公测|公开测试)(?:版本?)?/, pre("beta")],
  [/^(?:实验性?|试验)(?:版本?|$)/, pre("alpha")],
  [/^测试(?:版本?|$)/, pre("beta")],
  [/^(?:每夜|夜间|每日)(?:构建)?(?:版本?|$)/, pre("nightly")],
  [/^快照(?:版本?|$)/, pre("snapshot")],
  [new RegExp(`^${intensifier}候选(?:发布)?(?:版本?|$)`), pre("rc")],
  [/^开发者?(?:测试)?(?:版本?|$)/, dev],
  [
    new RegExp(
      `^${intensifier}(?:预览|预发布|预发行|预发|体验|尝鲜|抢鲜|灰度|前瞻|试用|试玩|试运行)(?:版本?|$)`,
    ),
    pre("preview"),
  ],
  [/^(?:灰度|先行|抢先|技术)测试(?:版本?|$)/, pre("beta")],
  [/^众测(?:版本?|$)/, pre("beta")],
  [/^灰测(?:版本?|$)/, pre("preview")],
  [/^不稳定(?:版本?|$)/, pre("alpha")],
  [/^(?:抢先|先行|先锋)(?:版本?|$)/, pre("preview")],
  [/^(?:热修复|修复|修订|修正|补丁)(?:版本?|$)/, post],
];

/** What Chinese characters say of the version that they follow, and how many of them. */
export function stageOfHan(han: string): (StageWord & { readonly length: number }) | undefined {
  if (!firstOfWords.has(han.charAt(0))) return undefined;
  for (const [pattern, word] of chinese) {
    const found = pattern.exec(han)?.[0];
    if (found !== undefined) return { ...word, length: found.length };
  }
  return undefined;
}

/** What the words above begin with: most of what follows a number does not. */
const firstOfWords: ReadonlySet<string> = new Set("内封公实试测每夜快技开抢先发超候预体尝灰前热修补众不");

const leadingHan =
  /(内测版?|封测版?|公测版?|众测版|测试版|实验版|每夜版|夜间版|快照版|候选版|开发版|预览版|预发布版|体验版|尝鲜版|抢先版|抢鲜版|先行版|灰度版|前瞻版|试用版)(?:本号?)?第?$/;

/** What Chinese characters say of the version that follows them: `测试版 1.0`. */
export function stageBefore(han: string): StageWord | undefined {
  const found = leadingHan.exec(han.slice(-8))?.[1];
  return found === undefined ? undefined : stageOfHan(found);
}

const edition = "(?:最新|中文|汉化|整合|懒人|一键|离线|便携|绿色|完整|增强|优化|专业|个人|个?版本?|包|镜像)+";
const editionFirst = new RegExp(`^${edition}`);

/** How much of Chinese characters says which edition it is, which a stage may follow: `2.0整合包（测试版）`, `2.0中文测试版`. */
export function editionLength(han: string): number {
  return editionFirst.exec(han)?.[0].length ?? 0;
}

/** Whether Chinese characters behind a number without a dot say that it is a version: `3版`, `3正式版`. */
export function isReleaseHan(han: string): boolean {
  return /^(?:正式|稳定|标准|专业|旗舰|终极|社区|企业|个人|最新|中文|汉化|整合|完整|增强|优化)?版/.test(han);
}

/** Chinese is written without spaces, so only what can hardly begin another word counts: `2.2万相` is Wan. */
export function isMeasure(han: string): boolean {
  return /^(?:倍|亿|小时|分钟|岁|折|寸|公里|毫米|元(?!宇宙|素)|万(?!相)|位(?![置面移]))/.test(han);
}

/** Whether Chinese characters count what a number without a dot in front of them says: `8卡`, `50系显卡`. */
export function isCounter(han: string): boolean {
  return isMeasure(han) || /^[系卡核个张款种套步帧路人次项条层块台天秒期]/.test(han);
}
