import type { KeyProblems } from "../errors/key-problems.ts";
import type { SettingsProblems } from "../errors/settings-problems.ts";
import { credentialsSourceText } from "./credentials-source-text.ts";
import { messages } from "./messages.ts";
import { code, quoted, quotedList } from "./plain-text.ts";
import type { ProblemTexts } from "./texts-by-kind.ts";

/** Texts of what is wrong with where the settings say to look. */
export const settingsProblemTexts: ProblemTexts<SettingsProblems> = {
  environmentForm: ({ variable }, property) => messages().inputs.badEnvironment(variable, property),
  gateway: ({ rule, from }, property) => `${from ?? code(property)} ${messages().inputs.endpoint[rule]}`,
  proxy: ({ variable }) => messages().inputs.badProxy(variable),
};

/** Texts of what is wrong with keys. */
export const keyProblemTexts: ProblemTexts<KeyProblems> = {
  noKeys: ({ lookedIn }) => messages().inputs.keys.none(lookedIn.map(credentialsSourceText).join("; ")),
  keysAndProfile: () => messages().inputs.keys.both,
  halfPair: ({ source, present, missing }) =>
    messages().inputs.keys.half(credentialsSourceText(source), present, missing),
  unusableKey: ({ name, source }) => messages().inputs.keys.unusable(name, credentialsSourceText(source)),
  noProfileFile: ({ path }) =>
    path === undefined ? messages().inputs.keys.noCliFile : messages().inputs.keys.noFile(quoted(path)),
  noProfile: ({ profile, known }) => messages().inputs.keys.noProfile(quoted(profile), quotedList(known)),
  keyFileUnreadable: ({ path, systemCode }) => messages().inputs.keys.cannotRead(quoted(path), systemCode),
  keyFileBroken: ({ path }) => messages().inputs.keys.unreadable(quoted(path)),
};
