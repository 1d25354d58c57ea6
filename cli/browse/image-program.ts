import { capitalizedName, pythonName } from "../../provider/contract/sdk-spelling.ts";
import type { PageImage, QueryArguments } from "./page-data.ts";

/** Languages that programs are shown in. */
export const programLanguages = ["typescript", "python", "go", "yaml"] as const;

export type ProgramLanguage = (typeof programLanguages)[number];

/** How a program says which image it means: by its ID, with the query for its successors beside it, or by a query. */
export type ProgramForm = "id" | "query";

type Program = (image: PageImage) => readonly string[];

/** Text to put into a program, which then means this image. An image that only its ID tells apart has no query. */
export function programText(image: PageImage, language: ProgramLanguage, form: ProgramForm): string {
  const write = form === "id" ? byId[language] : byQuery[language];
  return `${write(image).join("\n")}\n`;
}

/** The line that says by which query tools find the successors. */
function annotation({ label, annotation: words }: PageImage, mark: string): readonly string[] {
  return words === undefined ? [] : [`${mark} compshare(${label}): ${words}`];
}

const byId: Readonly<Record<ProgramLanguage, Program>> = {
  typescript: (image) => [
    'import * as compshare from "pulumi-compshare";',
    "",
    `export const image = new compshare.ImagePin(${text(image.label)}, {`,
    ...annotation(image, "  //"),
    `  imageId: ${text(image.id)}, // ${image.comment}`,
    "});",
  ],
  python: (image) => [
    "import pulumi_compshare as compshare",
    "",
    `image = compshare.ImagePin(${text(image.label)},`,
    ...annotation(image, "    #"),
    `    image_id=${pythonText(image.id)},  # ${image.comment}`,
    ")",
  ],
  go: (image) => [
    `image, err := compshare.NewImagePin(ctx, ${text(image.label)}, &compshare.ImagePinArgs{`,
    ...annotation(image, "\t//"),
    `\tImageId: pulumi.String(${goText(image.id)}), // ${image.comment}`,
    "})",
    "if err != nil {",
    "\treturn err",
    "}",
  ],
  yaml: (image) => [
    "resources:",
    `  ${image.label}:`,
    "    type: compshare:ImagePin",
    "    properties:",
    ...annotation(image, "      #"),
    `      imageId: ${yamlText(image.id)} # ${image.comment}`,
  ],
};

const byQuery: Readonly<Record<ProgramLanguage, Program>> = {
  typescript: ({ query }) => [
    'import * as compshare from "pulumi-compshare";',
    "",
    "export const image = compshare.getCompShareImageOutput({",
    ...entries(query, (name, value) => `  ${name}: ${literal(value, text, ["true", "false"])},`),
    "});",
  ],
  python: ({ query }) => [
    "import pulumi_compshare as compshare",
    "",
    "image = compshare.get_comp_share_image_output(",
    ...entries(
      query,
      (name, value) => `    ${pythonName(name)}=${literal(value, pythonText, ["True", "False"])},`,
    ),
    ")",
  ],
  go: ({ query }) => [
    "image, err := compshare.GetCompShareImage(ctx, &compshare.GetCompShareImageArgs{",
    ...entries(query, (name, value) => `\t${capitalizedName(name)}: ${goValue(value)},`),
    "})",
    "if err != nil {",
    "\treturn err",
    "}",
  ],
  yaml: ({ query }) => [
    "variables:",
    "  image:",
    "    fn::invoke:",
    "      function: compshare:getCompShareImage",
    "      arguments:",
    ...entries(query, (name, value) => `        ${name}: ${literal(value, yamlText, ["true", "false"])}`),
  ],
};

type Value = QueryArguments[string];

function entries(
  query: QueryArguments | undefined,
  line: (name: string, value: Value) => string,
): readonly string[] {
  return Object.entries(query ?? {}).map(([name, value]) => line(name, value));
}

function literal(
  value: Value,
  quote: (value: string) => string,
  booleans: readonly [string, string],
): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "boolean") return booleans[value ? 0 : 1];
  return typeof value === "number" ? String(value) : `[${value.map(quote).join(", ")}]`;
}

function goValue(value: Value): string {
  if (typeof value === "string") return `pulumi.StringRef(${goText(value)})`;
  if (typeof value === "boolean") return `pulumi.BoolRef(${value})`;
  return typeof value === "number"
    ? `pulumi.Float64Ref(${value})`
    : `[]string{${value.map(goText).join(", ")}}`;
}

// What cannot be seen or turns lines round is written as its number.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const units = (character: string): string[] =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  );

const wide = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, "0")}` : units(character).join("");
};

/** A string literal of JavaScript, which is one of JSON. */
function text(value: string): string {
  return JSON.stringify(value).replace(invisible, (character) => units(character).join(""));
}

function pythonText(value: string): string {
  return JSON.stringify(value).replace(invisible, wide);
}

/** Go knows no half of a character, and no escape for a slash. */
function goText(value: string): string {
  return JSON.stringify(value.toWellFormed()).replace(invisible, wide);
}

/** Plain where nothing can be misread. Pulumi takes `${` for a reference unless the dollar is doubled. */
function yamlText(value: string): string {
  if (/^[A-Za-z][\w-]*$/.test(value) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(value)) return value;
  return JSON.stringify(value.replaceAll("${", () => "$${").toWellFormed()).replace(invisible, wide);
}
