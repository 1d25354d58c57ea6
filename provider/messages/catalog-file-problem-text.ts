import type { CatalogFileProblems } from "../errors/catalog-file-problems.ts";
import { messages } from "./messages.ts";
import { plainText, quoted } from "./plain-text.ts";
import type { ProblemTexts } from "./texts-by-kind.ts";

/** Texts of what is wrong with a catalogue file. */
export const catalogFileProblemTexts: ProblemTexts<CatalogFileProblems> = {
  catalogFileMissing: ({ path }) => messages().catalogFile.missing(quoted(path)),
  catalogFileUnreadable: ({ path, systemCode }) =>
    messages().catalogFile.cannotRead(quoted(path), systemCode),
  catalogFileNotJson: ({ path, line, column }) => messages().catalogFile.notJson(quoted(path), line, column),
  catalogFileSchema: ({ path, schema, known }) =>
    messages().catalogFile.schema(quoted(path), quoted(schema), known),
  catalogFileMember: ({ path, member }) => messages().catalogFile.member(quoted(path), plainText(member)),
  catalogFileRepeated: ({ path, member }) => messages().catalogFile.twice(quoted(path), plainText(member)),
  catalogFileTooOld: ({ path, takenAt, days, maxAgeDays }) =>
    messages().catalogFile.tooOld(quoted(path), takenAt, days, maxAgeDays),
  catalogFileWithoutListing: ({ path, takenAt, wanted, listings }) => {
    const { catalogFile, images } = messages();
    const shown = listings.map(listingText).join(images.listSeparator);
    return catalogFile.noListing(quoted(path), takenAt, listingText(wanted), shown || catalogFile.empty);
  },
  catalogFileWithoutTags: ({ path, takenAt, region }) =>
    messages().catalogFile.noTags(quoted(path), takenAt, plainText(region)),
};

function listingText({ source, region }: CatalogFileProblems["catalogFileWithoutListing"]["wanted"]): string {
  return messages().catalogFile.listing(source, plainText(region));
}
