import type { Reading, Software } from "./number-kind.ts";
import { type Candidate, likeliest } from "./read-candidates.ts";
import { remembering } from "./remember.ts";
import { hasDigits, tokensOf } from "./tokens.ts";
import { makeVersion, type Version } from "./version.ts";

/**
 * The version in a version name, or in the version of a framework. Numbers of CUDA, Python, an operating system or a
 * GPU are not it: `cuda12.8-v1.2` is 1.2.0.
 */
export function readVersion(text: string | undefined): Version | undefined {
  return text === undefined ? undefined : versionName(text);
}

/** The version in a text about CUDA, Python or the operating system, whose own numbers count: `Ubuntu 22.04` is 22.4.0. */
export function readSoftwareVersion(software: Software, text: string | undefined): Version | undefined {
  return text === undefined ? undefined : softwareVersions[software](text);
}

/** The number of a text that is most likely its version. */
export function likeliestIn(text: string, reading: Reading): Candidate | undefined {
  // Most versions are no more than their numbers.
  const simple = /^v?([0-9]+(?:\.[0-9]+){1,3})$/i.exec(text)?.[1];
  if (simple !== undefined) return { parts: { numbers: simple.split(".") }, kind: "dotted", word: undefined };
  return hasDigits(text) ? likeliest(tokensOf(text), reading) : undefined;
}

const reader = (reading: Reading): ((text: string) => Version | undefined) =>
  remembering((text) => {
    const found = likeliestIn(text, reading);
    return found === undefined ? undefined : makeVersion(found.parts);
  });

const versionName = reader({ takesBare: true });

const softwareVersions: Readonly<Record<Software, (text: string) => Version | undefined>> = {
  cuda: reader({ takesBare: true, about: "cuda" }),
  python: reader({ takesBare: true, about: "python" }),
  os: reader({ takesBare: true, about: "os" }),
};
