/** What is mutated together, and the tests that have to notice. */
export interface Group {
  readonly mutate: readonly string[];
  /** Patterns of jest; property tests of many seconds are left out, since each mutant runs them again. */
  readonly tests: readonly string[];
  /** Whether mutants of what runs once, when a file is loaded, are left out: each of them would run all tests again. */
  readonly withoutStatic?: boolean;
}

/** The parts of the plugin in which a mistake that no test notices would cost the most. */
export const groups: Readonly<Record<string, Group>> = {
  sign: {
    mutate: inFolder("provider/ucloud", ["signature", "flatten-parameters", "encode-request", "signed-form"]),
    tests: inFolder("tests/unit/ucloud", ["signature.test", "signed-request.test"]),
  },
  retry: {
    mutate: inFolder("provider/ucloud", [
      "attempt",
      "classify-failure",
      "client",
      "ret-codes",
      "retry",
      "retry-quota",
      "semaphore",
      "throttle-pause",
    ]),
    tests: inFolder("tests/unit/ucloud", [
      "classify-failure.test",
      "client*.test",
      "semaphore.test",
      "ret*.test",
      "throttle-pause.test",
    ]),
  },
  page: {
    mutate: inFolder("provider/listings", ["read-ahead", "read-listing"]),
    tests: inFolder("tests/unit/listings", ["read-listing.test", "read-listing-{changes,property}.test"]),
  },
  redact: {
    mutate: [
      "provider/messages/plain-text.ts",
      "provider/ucloud/redaction.ts",
      "provider/ucloud/secret.ts",
      "provider/grpc/engine-values.ts",
    ],
    tests: [
      "tests/unit/messages/plain-text.test.ts",
      "tests/unit/ucloud/redaction.test.ts",
      "tests/unit/ucloud/secret.test.ts",
      "tests/unit/grpc/engine-values.test.ts",
    ],
  },
  select: {
    mutate: inFolder("provider/lookup", [
      "choice-warnings",
      "explain-none",
      "explain-several",
      "filters/!(registry|filter)",
      "order",
      "select-images",
    ]),
    tests: [
      ...inFolder("tests/unit/lookup", [
        "{advice-{applied,changes,texts},explain,find,odd,order,select}*.test",
      ]),
      "tests/unit/lookup/filters/*.test.ts",
      ...inFolder("tests/unit/functions", ["{answers,run-function}.test"]),
      "tests/unit/resources/pin-*.test.ts",
    ],
    withoutStatic: true,
  },
  versions: {
    mutate: ["provider/lookup/versions/*.ts"],
    tests: inFolder("tests/unit/lookup/versions", ["!(compare-versions|hostile-texts).test"]),
    withoutStatic: true,
  },
};

function inFolder(folder: string, names: readonly string[]): string[] {
  return names.map((name) => `${folder}/${name}.ts`);
}
