import type { OxlintConfig } from "oxlint";
import { importRules } from "./tools/lint/import-rules.ts";

const config: OxlintConfig = {
  plugins: ["typescript", "import", "jest", "unicorn"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["dist", "docs/reference", ".engine", ".bench", "coverage"],
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-require-imports": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/no-unsafe-type-assertion": "off",
    "import/no-default-export": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "jest/no-disabled-tests": "error",
    "jest/no-focused-tests": "error",
    "jest/expect-expect": "off",
    "jest/no-standalone-expect": "off",
    "jest/no-conditional-expect": "off",
    "no-console": "error",
    "no-await-in-loop": "off",
    "no-underscore-dangle": "off",
    "no-shadow": "off",
    // Of unicorn, the one rule that we mean: a literal spread into another only keeps the formatter from its lines.
    "unicorn/no-useless-spread": "error",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/no-array-fill-with-reference-type": "off",
    "unicorn/no-array-reverse": "off",
    "unicorn/no-array-sort": "off",
    "max-lines": ["error", { max: 300 }],
    "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    {
      files: ["tests/**", "tools/**", "bench/**", "simulator/main.ts"],
      rules: { "no-console": "off", "max-lines-per-function": "off" },
    },
    {
      files: ["provider/**", "cli/**", "mocks/**"],
      rules: {
        "typescript/no-unsafe-argument": "error",
        "typescript/no-unsafe-assignment": "error",
        "typescript/no-unsafe-call": "error",
        "typescript/no-unsafe-member-access": "error",
        "typescript/no-unsafe-return": "error",
        "typescript/no-unsafe-type-assertion": "error",
      },
    },
    {
      // Compiled code of ours, and data that `browse` has written into the page that reads it.
      files: ["provider/parts/run-part.ts", "cli/browse/page/main.ts"],
      rules: { "typescript/no-unsafe-assignment": "off" },
    },
    {
      // Images and messages are put together member by member, each by its own schema or field, out of the types' sight.
      files: ["provider/ucloud/blank-image.ts", "provider/grpc/wire-message.ts"],
      rules: { "typescript/no-unsafe-type-assertion": "off" },
    },
    { files: ["**/*.cjs"], rules: { "typescript/no-require-imports": "off" } },
    // oxlint takes its configuration, and jest what ends a run, from a default export.
    { files: ["oxlint.config.ts", "tests/support/end-run.ts"], rules: { "import/no-default-export": "off" } },
    // A Pulumi program says what it wants by `new`, and one that deploys by itself prints what came of it.
    { files: ["examples/**"], rules: { "no-new": "off", "no-console": "off" } },
    // Pulumi's generators write it; only what it imports is ours to say.
    {
      files: ["sdk/**"],
      rules: {
        "import/no-cycle": "off",
        "import/no-self-import": "off",
        "max-lines": "off",
        "max-lines-per-function": "off",
        "no-unused-vars": "off",
        "typescript/no-explicit-any": "off",
        "typescript/no-redundant-type-constituents": "off",
        "typescript/no-require-imports": "off",
        "typescript/no-unnecessary-type-assertion": "off",
      },
    },
    ...importRules(),
  ],
};

export default config;
