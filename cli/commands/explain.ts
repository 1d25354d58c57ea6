import { pageArguments } from "../../provider/contract/query.ts";
import type { Selection } from "../../provider/contract/selection.ts";
import { ImageAmbiguousError } from "../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../provider/errors/image-not-found-error.ts";
import type { FunnelStep } from "../../provider/errors/no-match.ts";
import { findExplained } from "../../provider/lookup/find-images.ts";
import { queryQuestion } from "../../provider/lookup/query-question.ts";
import { queryFacts } from "../../provider/lookup/search.ts";
import type { Found } from "../../provider/lookup/select-images.ts";
import { decisionText } from "../../provider/messages/decision-text.ts";
import { errorFacts } from "../../provider/messages/error-facts.ts";
import { errorText } from "../../provider/messages/error-text.ts";
import { funnelText } from "../../provider/messages/no-match-text.ts";
import { plainText, quoted } from "../../provider/messages/plain-text.ts";
import { queryText } from "../../provider/messages/query-text.ts";
import { textTable } from "../../provider/messages/text-table.ts";
import { warningText } from "../../provider/messages/warnings.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { jsonDocument } from "../output/json-document.ts";
import { readImageQuery } from "../query.ts";
import { flagsOf, queryFlags, queryInputs } from "../query-flags.ts";
import { command } from "./command.ts";

const words = {
  en: {
    asked: "asked",
    chosen: "chosen",
    because: "because",
    read: "read",
    next: "next",
    warning: "warning",
  },
  zh: { asked: "查询", chosen: "选中", because: "依据", read: "读取", next: "其次", warning: "警告" },
} as const;

const ofLists = flagsOf(pageArguments);

/** Says why an image is the one that is meant, or why none or several are. */
export const explain = command({
  usage: "[FLAGS]",
  help: {
    en: "Says which image a query for one image means and why: what each filter left, what decided, and what came next. Where none or several match it says so as the plugin's error does, with what to change.",
    zh: "说明单个镜像的查询选中了哪个镜像以及原因：每个条件之后剩下多少、由什么决定、排在其后的有哪些。没有或多于一个镜像符合时，给出与插件报错相同的说明和修改建议。",
  },
  examples: [
    "compshare-images explain --name-contains vLLM --most-recent",
    "compshare-images explain --name 'vLLM v0.13.0'",
  ],
  flags: Object.fromEntries(Object.entries(queryFlags).filter(([name]) => !ofLists.includes(name))),
  run: async (context) => {
    const { flags, openLookup, signal, stdout, format } = context;
    const query = readImageQuery(queryInputs(flags));
    const lookup = await openLookup();
    const question = queryQuestion(query, lookup, true);
    try {
      const { funnel, ...found } = await findExplained(question, lookup, signal);
      const facts = { query: queryFacts(question), rowsRead: found.selection.rowsScanned, funnel };
      if (format === "json") stdout.write(foundDocument(found, funnel));
      else stdout.write(`${foundLines(found, facts, context).join("\n")}\n`);
    } catch (error) {
      if (!(error instanceof ImageNotFoundError) && !(error instanceof ImageAmbiguousError)) throw error;
      if (format === "json")
        stdout.write(jsonDocument("compshare-explain/1", { found: false, error: errorFacts(error) }));
      else stdout.write(`${errorText(error)}\n`);
    }
    return exitCodes.done;
  },
});

function foundDocument({ image, selection }: Found, funnel: readonly FunnelStep[]): string {
  return jsonDocument("compshare-explain/1", { found: true, image, selection, funnel });
}

function foundLines(
  { image, selection, decision, warnings }: Found,
  facts: Parameters<typeof funnelText>[0],
  { language, stdout }: Context,
): string[] {
  const text = words[language];
  const { id, name, publishedAt } = image;
  const date = publishedAt === undefined ? "" : `  ${publishedAt.slice(0, 10)}`;
  const rows: (readonly [string, string])[] = [
    [text.asked, queryText(facts.query)],
    [text.chosen, `${stdout.style("bold", quoted(name))} ${plainText(id)}${date}`],
    [text.because, decisionText(decision)],
    [text.read, funnelText(facts)],
    ...runnersUp(selection).map((line, index) => [index === 0 ? text.next : "", line] as const),
    ...warnings.map((warning) => [text.warning, warningText(warning)] as const),
  ];
  return textTable(rows);
}

function runnersUp({ runnersUp }: Selection): readonly string[] {
  return textTable(
    runnersUp.map(({ id, name, publishedAt = "" }) => [
      quoted(name),
      plainText(id),
      publishedAt.slice(0, 10),
    ]),
  );
}
