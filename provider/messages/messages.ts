import { catalogFileEnglish } from "./catalog-file-en.ts";
import { catalogFileChinese } from "./catalog-file-zh.ts";
import { gatewayEnglish } from "./gateway-en.ts";
import { gatewayChinese } from "./gateway-zh.ts";
import { imagesEnglish } from "./images-en.ts";
import { imagesChinese } from "./images-zh.ts";
import { inputsEnglish } from "./inputs-en.ts";
import { inputsChinese } from "./inputs-zh.ts";
import { startEnglish } from "./start-en.ts";
import { startChinese } from "./start-zh.ts";

const languages = {
  en: {
    catalogFile: catalogFileEnglish,
    gateway: gatewayEnglish,
    images: imagesEnglish,
    inputs: inputsEnglish,
    start: startEnglish,
  },
  zh: {
    catalogFile: catalogFileChinese,
    gateway: gatewayChinese,
    images: imagesChinese,
    inputs: inputsChinese,
    start: startChinese,
  },
} as const;

/** A language of what the plugin writes for its user. */
export type Language = keyof typeof languages;

/** Every message for the user, by what it is about. */
export type Messages = (typeof languages)["en"];

let chosen: Messages = languages.en;

/**
 * Chooses the language. It is one for the whole process, like a locale: a plugin process serves one provider, and
 * errors are written where they happen. Messages that go into the state are English always, so that a deployment does
 * not differ from one machine to the next.
 */
export function setLanguage(language: Language): void {
  chosen = languages[language];
}

/** The messages in English, for what goes into the state. */
export const english: Messages = languages.en;

/** The messages in the chosen language. */
export function messages(): Messages {
  return chosen;
}
