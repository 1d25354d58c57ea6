import { sourceChoices } from "../provider/contract/image-sources.ts";
import type { Localized } from "./localized.ts";

/** A flag of the command line; its name is its key in the table of flags, in kebab-case. */
export interface Flag {
  /** `boolean` flags take no value, and `--no-NAME` is their `false`. */
  readonly type: "boolean" | "string";
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: true;
  /** What help calls its value, for example `FILE`. */
  readonly value?: string;
  /** The values that it may have; any if absent. */
  readonly choices?: readonly string[];
  readonly help: Localized;
}

export type Flags = Readonly<Record<string, Flag>>;

type ValueOf<Given extends Flag> = Given["type"] extends "boolean"
  ? boolean | undefined
  : "boolean" extends Given["type"]
    ? boolean | string | readonly string[] | undefined
    : Given extends { readonly multiple: true }
      ? readonly string[] | undefined
      : string | undefined;

/** What the flags of a table were given; a flag that was not given is `undefined`. */
export type FlagValues<Table extends Flags> = { readonly [Name in keyof Table]: ValueOf<Table[Name]> };

/** Forms of output. Not every command has every one of them; `text` and `json` each one has. */
export const formats = ["text", "json", "markdown", "github", "gitlab"] as const;

export type Format = (typeof formats)[number];

/** The flags that every command has. */
export const commonFlags = {
  catalog: {
    type: "string",
    value: "FILE",
    help: {
      en: "Catalogue file to read in place of CompShare, without keys and without a network.",
      zh: "从该目录文件作答，不需要密钥，也不访问网络。",
    },
  },
  region: {
    type: "string",
    value: "REGION",
    help: { en: "Region to ask, for example cn-sh2.", zh: "要查询的地域，例如 cn-sh2。" },
  },
  source: {
    type: "string",
    value: "SOURCE",
    choices: sourceChoices,
    help: { en: "Catalogue to look in.", zh: "要查询的镜像目录。" },
  },
  profile: {
    type: "string",
    value: "NAME",
    help: {
      en: "Profile of the CompShare CLI to take the keys from.",
      zh: "从 CompShare CLI 的该配置取密钥。",
    },
  },
  stack: {
    type: "string",
    short: "s",
    value: "STACK",
    help: {
      en: "Pulumi stack whose compshare: configuration is used.",
      zh: "使用该 Pulumi 栈的 compshare: 配置。",
    },
  },
  format: {
    type: "string",
    value: "FORMAT",
    choices: formats,
    help: { en: "Form of the output.", zh: "输出格式。" },
  },
  json: { type: "boolean", help: { en: "Short for --format json.", zh: "等同于 --format json。" } },
  lang: {
    type: "string",
    value: "LANG",
    choices: ["en", "zh"],
    help: { en: "Language of what people read.", zh: "界面语言。" },
  },
  color: {
    type: "boolean",
    help: { en: "Colours, or --no-color without.", zh: "是否着色；不着色用 --no-color。" },
  },
  help: { type: "boolean", short: "h", help: { en: "Shows this help.", zh: "显示本帮助。" } },
} as const satisfies Flags;

/** What the flags of a command were given: its own, and the common ones that it has none of its own for. */
export type CommandValues<Own extends Flags> = FlagValues<Own> &
  FlagValues<Omit<typeof commonFlags, keyof Own>>;
