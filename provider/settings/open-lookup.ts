import type { Configuration } from "../contract/configuration.ts";
import { createCatalogue } from "../listings/catalogue.ts";
import { createFileCatalogue } from "../listings/catalogue-over-file.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { createClient } from "../ucloud/client.ts";
import { findCredentials } from "./credentials.ts";
import type { Machine } from "./machine.ts";
import { nameRefusedPlaces } from "./name-refused-places.ts";
import { resolveSettings } from "./resolve-settings.ts";

/** How the user is told what is worth knowing. */
export type Tell = Pick<Lookup, "warn" | "inform">;

/**
 * Opens a lookup: where the configuration, the environment and the files of the machine say. Keys are looked for when
 * the first call needs them. `live` asks CompShare whatever catalogue file the settings name. Throws a ConfigurationError
 * for settings that cannot be used.
 */
export function openLookup(
  configuration: Configuration,
  machine: Machine,
  tell: Tell,
  { live = false }: { readonly live?: boolean } = {},
): Lookup {
  const settings = resolveSettings(configuration, machine.environment);
  const { wire, yieldToEventLoop } = machine;
  const catalogFile = live ? undefined : settings.catalogFile;
  if (catalogFile !== undefined) {
    const catalogue = createFileCatalogue({
      path: catalogFile,
      readFile: machine.readFile,
      now: machine.today,
      maxAgeDays: configuration.catalogMaxAgeDays,
      warn: (text) => tell.warn(text),
    });
    return { catalogue, scope: settings.scope, yieldToEventLoop, ...tell };
  }
  const catalogue = createCatalogue({
    connect: async () => {
      const { endpoint, maxAttempts, warnings } = settings.connection();
      const { notes, ...account } = await findCredentials(configuration, machine);
      for (const line of [...warnings, ...notes]) tell.warn(line);
      return createClient({ ...account, endpoint, maxAttempts, ...wire, warn: (text) => tell.warn(text) });
    },
    now: () => wire.clock.now(),
    timeoutMs: settings.timeoutMs,
    cacheMs: settings.cacheMs,
  });
  return {
    catalogue: nameRefusedPlaces(catalogue),
    scope: settings.scope,
    yieldToEventLoop,
    ...tell,
  };
}
