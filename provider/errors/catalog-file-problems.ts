/** What is wrong with the catalogue file of a path. */
export interface CatalogFileProblems {
  readonly catalogFileMissing: InFile;
  readonly catalogFileUnreadable: InFile & { readonly systemCode: string };
  readonly catalogFileNotJson: InFile & { readonly line: number; readonly column: number };
  readonly catalogFileSchema: InFile & { readonly schema: string; readonly known: string };
  /** A member that is missing or of the wrong kind. */
  readonly catalogFileMember: InFile & { readonly member: string };
  readonly catalogFileRepeated: InFile & { readonly member: string };
  readonly catalogFileTooOld: InFile & {
    readonly takenAt: string;
    readonly days: number;
    readonly maxAgeDays: number;
  };
  readonly catalogFileWithoutListing: InFile & {
    readonly takenAt: string;
    readonly wanted: FileScope;
    readonly listings: readonly FileScope[];
  };
  readonly catalogFileWithoutTags: InFile & { readonly takenAt: string; readonly region: string };
}

interface InFile {
  readonly path: string;
}

/** Which listing of a file. */
interface FileScope {
  readonly source: string;
  readonly region: string;
}
