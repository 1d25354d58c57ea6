/** Software in an image, as CompShare describes it. */
export interface SoftwareRow {
  readonly Framework?: string;
  readonly FrameworkVersion?: string;
  readonly FrameworkVersionIndex?: number;
  readonly CUDAVersion?: string;
  readonly PythonVersion?: string;
  readonly OsVersion?: string;
  readonly Applications?: readonly string[];
}

/** One image as CompShare sends it; every other member is passed through as it stands. */
export interface ImageRow {
  readonly CompShareImageId: string;
  readonly Name: string;
  readonly ImageType: string;
  readonly Status: string;
  readonly Author?: string;
  readonly AuthInfo?: number;
  readonly ImageOwnerAlias?: string;
  readonly Description?: string;
  readonly Container?: string;
  readonly Size?: number;
  readonly Visibility?: number;
  readonly Price?: number;
  readonly Tags?: readonly string[];
  readonly Softwares?: SoftwareRow;
  readonly SupportedGpuTypes?: readonly string[];
  readonly Cover?: string;
  /** Sent only when the image is asked for by its ID. */
  readonly Readme?: string;
  readonly CreatedCount?: number;
  readonly FavoritesCount?: number;
  /** Unix seconds. */
  readonly CreateTime?: number;
  /** Unix seconds. */
  readonly PubTime?: number;
  readonly [member: string]: unknown;
}
