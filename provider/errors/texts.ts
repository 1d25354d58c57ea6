import { gatewayEnglish } from "./texts/gateway-en.ts";
import { gatewayChinese } from "./texts/gateway-zh.ts";
import { imagesEnglish } from "./texts/images-en.ts";
import { imagesChinese } from "./texts/images-zh.ts";
import { inputsEnglish } from "./texts/inputs-en.ts";
import { inputsChinese } from "./texts/inputs-zh.ts";

const catalogue = {
  en: { gateway: gatewayEnglish, images: imagesEnglish, inputs: inputsEnglish },
  zh: { gateway: gatewayChinese, images: imagesChinese, inputs: inputsChinese },
} as const;

/** A language that the plugin speaks to its user. */
export type Language = keyof typeof catalogue;

/** Every text for the user, by what it is about. */
export type Texts = (typeof catalogue)["en"];

let spoken: Texts = catalogue.en;

/**
 * Chooses the language. It is one for the whole process, like a locale: a plugin process serves one provider, and
 * errors are written where they happen. Texts that go into the state are English always, so that a deployment does
 * not differ from one machine to the next.
 */
export function speak(language: Language): void {
  spoken = catalogue[language];
}

/** The texts in English, for what goes into the state. */
export const english: Texts = catalogue.en;

/** The texts in the chosen language. */
export function texts(): Texts {
  return spoken;
}
