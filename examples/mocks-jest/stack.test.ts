import { beforeAll, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import * as compshare from "pulumi-compshare";
import { compshareMocks } from "pulumi-resource-compshare/testing";

const valueOf = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
  new Promise((resolve) => void output.apply(resolve));

// The images of the day on which `compshare-images snapshot` wrote the file: a test that passes today passes tomorrow.
const catalogue = { catalogFile: "compshare.catalog.json" };

/** A resource of another package. */
class Machine extends pulumi.CustomResource {
  constructor(name: string, inputs: pulumi.Inputs) {
    super("other:index:Machine", name, inputs);
  }
}

beforeAll(() => pulumi.runtime.setMocks(compshareMocks(catalogue)));

test("inference runs on the highest vLLM of the range", async () => {
  const { inference } = await import("./stack");
  expect(await valueOf(inference.imageId)).toBe("compshareImage-1pv2luuyhfr1");
  expect(await valueOf(inference.version)).toBe("0.12.0");
});

test("training runs on the newest PyTorch for CUDA 12", async () => {
  const { training } = await import("./stack");
  expect(await valueOf(training.name)).toBe("cuda128_torch291_py312");
  expect(await valueOf(training.tags)).toContain("深度学习");
});

test("a query that finds nothing fails as it would when the stack is deployed", async () => {
  await expect(compshare.getCompShareImage({ name: "vLLM v0.13.0" })).rejects.toThrow("IMAGE_NOT_FOUND");
});

test("where the image does not matter, one is made up, and the mocks of other packages stay", async () => {
  const others: pulumi.runtime.Mocks = {
    call: ({ inputs }) => inputs,
    newResource: ({ name, inputs }) => ({ id: `machine-${name}`, state: inputs }),
  };
  await pulumi.runtime.setMocks(
    compshareMocks({ images: [], onMissing: () => ({ id: "compshareImage-any", name: "any" }), others }),
  );
  const image = await compshare.getCompShareImage({ name: "anything" });
  expect(image.id).toBe("compshareImage-any");
  const machine = new Machine("gpu", { imageId: image.id });
  expect(await valueOf(machine.id)).toBe("machine-gpu");
});
