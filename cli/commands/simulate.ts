import { systemCode } from "../../provider/errors/system-code.ts";
import { defaultCatalogue } from "../../simulator/catalogue/catalogue.ts";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { readCommandLine, type SimulatorCommand } from "../../simulator/command-line.ts";
import { RefusedWord, refusalInChinese } from "../../simulator/refused-word.ts";
import { logLine } from "../../simulator/server/log-line.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import { CommandFailure, UsageFailure } from "../failures.ts";
import { jsonDocument } from "../output/json-document.ts";
import { command } from "./command.ts";

const number = { type: "string", value: "N" } as const;

/** Starts the simulator that ships with the program. */
export const simulate = command({
  usage: "[FLAGS]",
  help: {
    en: "Starts CompShare on loopback, with demo keys and 72 images, and prints the variables that point plugin and command line at it. Nothing leaves the machine. It ends with Ctrl-C, or with the process that started it.",
    zh: "在本机启动模拟的 CompShare，带演示密钥和 72 个镜像，并输出让插件和命令行指向它的环境变量。不访问外部网络。按 Ctrl-C，或启动它的进程结束时，模拟器随之结束。",
  },
  examples: ["compshare-images simulate", "compshare-images simulate --port 8080 --images 5000"],
  flags: {
    port: {
      ...number,
      help: { en: "Port on 127.0.0.1. Default: a free one.", zh: "127.0.0.1 上的端口。默认取空闲端口。" },
    },
    latency: {
      ...number,
      help: {
        en: "Milliseconds that each response takes. Default: 0.",
        zh: "每个响应的延迟（毫秒）。默认 0。",
      },
    },
    images: {
      ...number,
      help: { en: "Generated images in place of the usual 72.", zh: "用生成的 N 个镜像代替常用的 72 个。" },
    },
    quirk: {
      type: "string",
      value: "NAME=VALUE",
      multiple: true,
      help: { en: "Departs from the live behaviour; may be repeated.", zh: "改变某项行为，可重复给出。" },
    },
  },
  run: async (context) => {
    const { flags, format, stdout, stderr, signal } = context;
    const simulator = await start(read(flags), context);
    const variables = {
      COMPSHARE_BASE_URL: simulator.endpoint,
      COMPSHARE_PUBLIC_KEY: simulator.publicKey,
      COMPSHARE_PRIVATE_KEY: simulator.privateKey,
    };
    if (format === "json") stdout.write(jsonDocument("compshare-simulator/1", { environment: variables }));
    else for (const [name, value] of Object.entries(variables)) stdout.write(`export ${name}=${value}\n`);
    stderr.write(
      context.language === "zh"
        ? "模拟器正在运行，按 Ctrl-C 结束。\n"
        : "The simulator is running; Ctrl-C ends it.\n",
    );
    await Promise.race([stopped(signal), context.parentEnded()]);
    await simulator.close();
    return exitCodes.done;
  },
});

function read(flags: Readonly<Record<string, unknown>>): SimulatorCommand {
  const words = ["port", "latency", "images", "quirk"].flatMap((name) =>
    [flags[name] ?? []].flat().flatMap((value) => (typeof value === "string" ? [`--${name}`, value] : [])),
  );
  try {
    return readCommandLine(words);
  } catch (error) {
    if (!(error instanceof RefusedWord)) throw error;
    throw new UsageFailure({ en: error.message, zh: refusalInChinese(error.refusal) });
  }
}

async function start(
  { port, latencyMs, quirks, images }: SimulatorCommand,
  { stderr }: Pick<Context, "stderr">,
): Promise<Simulator> {
  const catalogue = images === undefined ? defaultCatalogue : generateCatalogue(images, 1);
  try {
    const onRequest = (request: Parameters<typeof logLine>[0]): void => stderr.write(`${logLine(request)}\n`);
    return await startSimulator({ port, latencyMs, quirks, catalogue, onRequest });
  } catch (error) {
    if (systemCode(error) !== "EADDRINUSE") throw error;
    throw new CommandFailure({
      en: `port ${port} is taken; choose another one, or leave --port out to get a free one`,
      zh: `端口 ${port} 已被占用；请换一个，或省略 --port 以取空闲端口`,
    });
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
