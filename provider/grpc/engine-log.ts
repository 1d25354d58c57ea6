export type Severity = "DEBUG" | "INFO" | "WARNING" | "ERROR";

/** Lines for the user, shown by the engine: what the plugin writes to its own streams is hidden. */
export type WriteLine = (severity: Severity, message: string, urn?: string) => void;

/**
 * A log over the engine's own service, at the address that is known by the first line. It is connected then; a line that
 * gets lost fails nothing.
 */
export function createEngineLog(
  engineAddress: () => string,
  connect: (address: string) => WriteLine,
): WriteLine {
  let send: WriteLine | undefined;
  return (severity, message, urn) => {
    try {
      if (engineAddress() === "") return;
      send ??= connect(engineAddress());
      send(severity, message, urn);
    } catch {
      // An address that is none.
    }
  };
}
