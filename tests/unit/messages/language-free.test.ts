import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

/** Names that a file imports from the room's door to the language of the process. */
function importedMessages(path: string): readonly string[] {
  const [, names = ""] =
    /import \{([^}]*)\} from "[^"]*messages\/messages\.ts"/.exec(readFileSync(path, "utf8")) ?? [];
  return names.split(",").flatMap((name) => name.trim() || []);
}

// What is wrong they say in facts. `english` is for the state, which is the same in every language.
test.each(["contract", "errors", "schema", "lookup"])(
  "nothing in provider/%s depends on the language of the process",
  (room) => {
    const files = globSync(`provider/${room}/**/*.ts`);
    expect(files.length).toBeGreaterThan(5);
    const imported = files.flatMap((path) => importedMessages(path).map((name) => `${path}: ${name}`));
    expect(imported.filter((line) => !line.endsWith(": english"))).toEqual([]);
  },
);

test("a file that reads the language is found", () => {
  expect(importedMessages("provider/resources/tell.ts")).toEqual(["messages"]);
});
