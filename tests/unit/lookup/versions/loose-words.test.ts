import { expect, test } from "@jest/globals";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

test.each([
  ["2.0 canary", "2.0.0-canary"],
  ["2.0 canary 3", "2.0.0-canary.3"],
  ["2.0 (canary)", "2.0.0-canary"],
  ["ComfyUI 2.0 canary build", "2.0.0-canary"],
  ["2.0 hotfix1", "2.0.0.post1"],
  ["2.0（hotfix2）", "2.0.0.post2"],
  ["2.0 pre1", "2.0.0-pre.1"],
  ["2.0 pre", "2.0.0-pre"],
  ["2.0 ea", "2.0.0-preview"],
  ["2.0 EA 2", "2.0.0-preview.2"],
  ["2.0（EAP）", "2.0.0-preview"],
  ["2.0 experimental", "2.0.0-alpha"],
  ["2.0 [unstable]", "2.0.0-alpha"],
  ["2.0 rev1", "2.0.0.post1"],
])("a word of a stage may stand behind a space or in brackets: %j is %s", (text, version) => {
  expect(readVersion(text)?.text).toBe(version);
});

test.each([
  ["SD 1.5 Unstable Diffusion", "1.5.0"],
  ["2.1 pre-trained", "2.1.0"],
  ["2.1 experimental features", "2.1.0"],
  ["2.0 rev", "2.0.0"],
  ["2.0 ea sports", "2.0.0"],
])("a name that goes on with the word of a stage is a release: %j is %s", (text, version) => {
  expect(readVersion(text)?.text).toBe(version);
});
