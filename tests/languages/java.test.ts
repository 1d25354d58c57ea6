import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseRepository } from "../../provider/schema/repository.ts";
import { getJavaHost } from "../../tools/codegen/build.ts";
import { createReport } from "../../tools/engine/report.ts";
import { mavenGroup, sdkReadmes } from "../../tools/generate/sdk-readmes.ts";
import { readIdentity } from "../../tools/repository.ts";
import { installJavaSdk } from "../../tools/user/java-sdk.ts";
import { codeBlocks } from "../support/docs/code-blocks.ts";
import { installPlugin } from "../support/engine/language-programs.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

let world: EngineAndSimulator;

beforeAll(async () => {
  const report = createReport(process.stderr);
  await getJavaHost(report);
  world = await startEngineAndSimulator({ env: await installJavaSdk(report) });
  await installPlugin(world.engine, (await readIdentity()).version);
}, 900_000);
afterAll(() => world.dispose());

test("the Java SDK compiles, and the program of its README previews to the image", async () => {
  const { version, repository: url } = await readIdentity();
  const repository = parseRepository(url);
  const [dependency, program] = codeBlocks(sdkReadmes(version, repository).java);
  expect(dependency).toContain(`<groupId>${mavenGroup(repository)}</groupId>`);
  const cwd = await world.engine.project("java", {
    "Pulumi.yaml": "name: java-readme\nruntime: java\n",
    "pom.xml": project(dependency ?? ""),
  });
  const main = join(cwd, "src/main/java/App.java");
  await mkdir(dirname(main), { recursive: true });
  await writeFile(main, program ?? "");
  expect(await world.engine.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });
  const preview = await world.engine.pulumi(["preview"], { timeoutMs: 300_000 });
  const { training } = exampleAnswers["resolve-by-name"];
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining(`imageId: "${training}"`) });
}, 600_000);

function project(dependency: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>java-readme</artifactId>
  <version>1.0.0</version>
  <properties>
    <maven.compiler.release>11</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <exec.mainClass>App</exec.mainClass>
  </properties>
  <dependencies>
    ${dependency}
    <dependency>
      <groupId>com.pulumi</groupId>
      <artifactId>pulumi</artifactId>
      <version>1.20.0</version>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.1</version>
      </plugin>
      <plugin>
        <groupId>org.codehaus.mojo</groupId>
        <artifactId>exec-maven-plugin</artifactId>
        <version>3.5.1</version>
      </plugin>
    </plugins>
  </build>
</project>
`;
}
