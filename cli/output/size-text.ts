/** A size as people say it: 51200 MB are 50 GB. */
export function sizeText(sizeMb: number): string {
  return sizeMb < 1024 ? `${sizeMb} MB` : `${Number((sizeMb / 1024).toFixed(1))} GB`;
}
