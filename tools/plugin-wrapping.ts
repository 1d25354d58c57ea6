import { languageVariable } from "../provider/contract/variables.ts";
import { startEnglish } from "../provider/messages/start-en.ts";
import { startChinese } from "../provider/messages/start-zh.ts";
import { chineseName, localeVariables } from "../provider/settings/suggest-language.ts";

/** What stands before and behind the program in the executable. */
export interface Wrapping {
  readonly banner: string;
  readonly footer: string;
}

/** The first line, by which the system finds Node.js. */
export const hashbang = "#!/usr/bin/env node\n";

/**
 * Looks at the version of Node.js before any of the program runs, in words that every Node.js knows. A file without an
 * extension is a CommonJS or an ES module by what the nearest package.json says, which may be anybody's; the program is a
 * function that is given `require`, so it does not matter.
 */
export function pluginWrapping(leastNode: string): Wrapping {
  const [major, minor] = leastNode.split(".").map(Number);
  const tooOld = `parts[0]<${major}||parts[0]==${major}&&parts[1]<${minor}`;
  const text = (of: (needed: string, found: string, path: string) => string): string =>
    asciiLiteral(of(leastNode, "\0found\0", "\0path\0"))
      .replace("\\u0000found\\u0000", '"+process.versions.node+"')
      .replace("\\u0000path\\u0000", '"+process.execPath+"');
  const names = [languageVariable, ...localeVariables].map((name) => `process.env.${name}`).join("||");
  const chinese = `RegExp(${asciiLiteral(chineseName.source)},"i").test(${names})`;
  return {
    banner: `(function(){var parts=process.versions.node.split(".");if(${tooOld}){process.exitCode=1;console.error(${chinese}?${text(startChinese.tooOld)}:${text(startEnglish.tooOld)});return}(function(require,module,exports){`,
    footer: `})(typeof require==="function"?require:process.getBuiltinModule("node:module").createRequire(process.execPath),{exports:{}},{})})();`,
  };
}

/** A text as a literal of JavaScript in ASCII, so that V8 takes a byte for a character of the whole file. */
function asciiLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
