import { Agent } from "undici";
import { createSecret } from "../../provider/ucloud/secret.ts";
import { signedForm } from "../../provider/ucloud/signed-form.ts";
import type { SimulatorProcess } from "./simulator.ts";

interface Reply {
  readonly ImageSet?: readonly { readonly CompShareImageId: string }[];
  readonly TotalCount?: number;
}

/** The floor of a listing: a bare loop over 8 sockets, ImageType omitted, Offset advanced by Limit, until all rows are there. */
export async function bareLoop(simulator: SimulatorProcess): Promise<void> {
  const agent = new Agent({ connections: 8, pipelining: 1 });
  const ids = new Set<string>();
  let next = 0;
  let end = false;
  const worker = async (): Promise<void> => {
    while (!end) {
      const offset = next;
      next += 100;
      const { ImageSet = [], TotalCount = 0 } = await page(agent, simulator, offset);
      for (const { CompShareImageId } of ImageSet) ids.add(CompShareImageId);
      end ||= ImageSet.length === 0 || ids.size >= TotalCount;
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await agent.close();
}

async function page(agent: Agent, simulator: SimulatorProcess, offset: number): Promise<Reply> {
  const { COMPSHARE_PUBLIC_KEY: publicKey = "", COMPSHARE_PRIVATE_KEY: privateKey = "" } =
    simulator.environment;
  const request = { region: "cn-wlcb", offset, limit: 100 };
  const keys = { publicKey, privateKey: createSecret(privateKey) };
  const reply = await agent.request({
    origin: simulator.endpoint,
    path: "/",
    method: "POST",
    body: signedForm("DescribeCompShareImages", request, keys).form,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  const parsed: Reply = JSON.parse(await reply.body.text());
  return parsed;
}
