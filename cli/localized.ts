import type { Language } from "../provider/messages/messages.ts";

/** The same text, or the same set of texts, in each language. */
export type Localized<Text = string> = Readonly<Record<Language, Text>>;
