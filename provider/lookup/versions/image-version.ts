import type { Image } from "../../contract/image.ts";
import { type FrameworkNumber, frameworkNumber, namesFramework } from "./names-framework.ts";
import { type EarlyStage, stageAlone } from "./read-leading.ts";
import { likeliestIn, readVersion } from "./read-version.ts";
import { remembering } from "./remember.ts";
import { hasDigits, tokensOf } from "./tokens.ts";
import { makeVersion, type Version } from "./version.ts";

/** What of an image its version is read from. */
export type VersionedImage = Pick<
  Image,
  "name" | "versionName" | "imageType" | "framework" | "frameworkVersion"
>;

/** An image's version and the field that says it. */
export interface ImageVersion {
  readonly version: Version;
  readonly origin: "versionName" | "name" | "frameworkVersion";
}

/**
 * Version of an image: of its version name, else of its name, unless the number there is the framework's own release
 * name or date (`PyTorch:24.04-py3` holds PyTorch 2.3.0), else of its framework.
 */
export function imageVersion(image: VersionedImage): Version | undefined {
  return originOfVersion(image)?.version;
}

/** Versions of images that have been asked for; a listing is asked by every query. */
const known = new WeakMap<VersionedImage, ImageVersion | null>();

/** An image's version, and the field that says it. */
export function originOfVersion(image: VersionedImage): ImageVersion | undefined {
  const remembered = known.get(image);
  if (remembered !== undefined) return remembered ?? undefined;
  const read = readImage(image);
  known.set(image, read ?? null);
  return read;
}

function readImage(image: VersionedImage): ImageVersion | undefined {
  const readers = readersOf(image);
  const named = image.versionName === undefined ? undefined : readers.versionName(image.versionName);
  if (named?.found !== undefined) return named.found;
  const name = mayHoldVersion(image.name) ? readers.name(image.name) : undefined;
  const isOther =
    name?.ofFramework !== undefined && namesFramework(name.found.version, name.ofFramework, image);
  const found = name === undefined || isOther ? ofFramework(image.frameworkVersion) : name.found;
  if (found === undefined || named?.stage === undefined) return found;
  return { ...found, version: staged(found.version, named.stage) };
}

/** Members that an image's version depends on, so that one of them that could not be read makes the version unknown. */
export function versionMembers(image: VersionedImage): readonly (keyof VersionedImage)[] {
  const readers = readersOf(image);
  const named = image.versionName === undefined ? undefined : readers.versionName(image.versionName);
  if (named?.found !== undefined) return ["versionName", "imageType"];
  const name = readers.name(image.name);
  if (name !== undefined && name.ofFramework === undefined) return ["versionName", "name", "imageType"];
  return ["versionName", "name", "imageType", "framework", "frameworkVersion"];
}

/** The version name `内测版` says that the version that another field gives comes before its release. */
function staged(version: Version, stage: EarlyStage): Version {
  const { numbers, second, preRelease } = version;
  return preRelease ? version : makeVersion({ numbers, second, ...stage });
}

function ofFramework(text: string | undefined): ImageVersion | undefined {
  return text === undefined ? undefined : frameworkText(text);
}

// What is remembered is shared by all images that say the same.
const frameworkText = remembering((text): ImageVersion | undefined => {
  const version = readVersion(text);
  return version === undefined ? undefined : { version, origin: "frameworkVersion" };
});

interface VersionNameText {
  readonly found?: ImageVersion;
  readonly stage?: EarlyStage | undefined;
}

interface NameText {
  readonly found: ImageVersion;
  readonly ofFramework: FrameworkNumber | undefined;
}

interface Readers {
  readonly versionName: (text: string) => VersionNameText | undefined;
  readonly name: (text: string) => NameText | undefined;
}

function readersFor(isSystem: boolean): Readers {
  return {
    versionName: remembering((text) => {
      const candidate = likeliestIn(text, { takesBare: true, isSystem });
      if (candidate === undefined) return { stage: stageAlone(tokensOf(text)) };
      return { found: { version: makeVersion(candidate.parts), origin: "versionName" } };
    }),
    name: remembering((text) => {
      const candidate = likeliestIn(text, { takesBare: false, isSystem });
      if (candidate === undefined) return undefined;
      const version = makeVersion(candidate.parts);
      return { found: { version, origin: "name" }, ofFramework: frameworkNumber(candidate) };
    }),
  };
}

const [systemReaders, otherReaders] = [readersFor(true), readersFor(false)];

function readersOf({ imageType }: VersionedImage): Readers {
  return imageType === "System" ? systemReaders : otherReaders;
}

/** Whether a name has a number with a dot, a date, a `v`, `torch` or `ubuntu`: most have not, and need not even be remembered. */
function mayHoldVersion(name: string): boolean {
  return (
    hasDigits(name) &&
    /[0-9][._/-][0-9]|v(?:er|ersion)?[ .:]{0,2}[0-9]|(?:torch|ubuntu)[0-9]|[^ -~]/i.test(name)
  );
}
