import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EnvHttpProxyAgent, interceptors, request } from "undici";

/** How long a server may stay without a sign of life, in milliseconds. */
export interface DownloadLimits {
  readonly connect: number;
  /** Until the headers come. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly body: number;
}

const usual: DownloadLimits = { connect: 5_000, headers: 5_000, body: 10_000 };

/** A download that did not work, in few words such as `github.com: ENOTFOUND`. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

/** Downloads a file, through the proxy of the environment if there is one, and gives its SHA-256 in hexadecimal digits. */
export async function download(
  address: string,
  target: string,
  progress: (received: number, total: number | undefined) => void,
  limits: DownloadLimits = usual,
): Promise<string> {
  const agent = new EnvHttpProxyAgent({
    connect: { timeout: limits.connect },
    headersTimeout: limits.headers,
    bodyTimeout: limits.body,
  });
  try {
    const { statusCode, headers, body } = await request(address, {
      dispatcher: agent.compose(interceptors.redirect({ maxRedirections: 5 })),
    });
    if (statusCode !== 200) throw new DownloadError(`HTTP ${statusCode}`);
    const total = Number(headers["content-length"]) || undefined;
    const hash = createHash("sha256");
    let received = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        received += chunk.length;
        progress(received, total);
        done(null, chunk);
      },
    });
    await pipeline(body, meter, createWriteStream(target));
    return hash.digest("hex");
  } catch (error) {
    throw new DownloadError(`${new URL(address).host}: ${reason(error)}`, { cause: error });
  } finally {
    await agent.destroy();
  }
}

function reason(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  return "message" in error ? String(error.message) : "no reason given";
}
