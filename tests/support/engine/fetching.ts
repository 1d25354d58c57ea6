/** Variables with which Pulumi fetches plugins by itself, ours from a mirror, as docs/installing.md says. */
export function fetchingFrom(mirror: string): Readonly<Record<string, string>> {
  return {
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "",
    PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES: `^github://api\\.github\\.com/.*/pulumi-compshare$=${mirror}`,
  };
}
