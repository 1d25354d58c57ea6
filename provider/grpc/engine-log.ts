/** How loud a line is. */
export type Severity = "DEBUG" | "INFO" | "WARNING" | "ERROR";

/** Lines for the user, shown by the engine: what the plugin writes to its own streams is hidden. */
export type WriteLine = (severity: Severity, message: string, urn?: string) => void;

/**
 * A log over the engine's own service, at the address that is known by the first line. Its client is loaded then too;
 * a line that gets lost fails nothing.
 */
export function createEngineLog(engineAddress: () => string): WriteLine {
  let send: Promise<WriteLine> | undefined;
  return (severity, message, urn) => {
    if (engineAddress() === "") return;
    const address = engineAddress();
    send ??= import("./engine-client.ts").then(({ connectLog }) => connectLog(address));
    send.then((line) => line(severity, message, urn)).catch(() => undefined);
  };
}
