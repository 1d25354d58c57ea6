import type { Provider } from "./provider.ts";

/** One engine's use of one provider: from its handshake to its end. */
export interface EngineSession {
  /** The provider; loading it is put off until a call needs it, since most commands end after the handshake. */
  readonly provider: () => Promise<Provider>;
  /** Where the engine can be reached for logs. */
  readonly attach: (engineAddress: string) => void;
  /** Fires when the engine cancels or the process is told to stop. */
  readonly stopping: AbortSignal;
  readonly cancel: () => void;
}

/** What a connection speaks for. */
export interface EngineConnection {
  /** Begins a session, whatever this connection has spoken for before. */
  readonly begin: () => EngineSession;
  /** The session of this connection; one that has none yet begins one. */
  readonly own: () => EngineSession;
  /** The session of this connection; one that has none yet goes on with the one whose connection has ended, if there is one. */
  readonly session: () => EngineSession;
  /** The connection has ended. */
  readonly close: () => void;
}

/**
 * Keeps sessions apart by their connections. A plugin that an engine has started serves one session. One that is debugged
 * serves every provider of every command, each over a connection of its own.
 *
 * An engine that has waited for half an hour, for an answer at its prompt, goes on over another connection without a word.
 * That one is given the session whose connection has ended without being cancelled, but not one of several: to be told
 * that the provider is not configured is better than another account's images.
 */
export function createEngineSessions(open: () => EngineSession): () => EngineConnection {
  const left = new Set<EngineSession>();
  const takeOver = (): EngineSession | undefined => {
    if (left.size !== 1) return undefined;
    const [session] = left;
    left.clear();
    return session;
  };
  return () => {
    let own: EngineSession | undefined;
    return {
      begin: () => {
        own = open();
        return own;
      },
      own: () => {
        own ??= open();
        return own;
      },
      session: () => {
        own ??= takeOver() ?? open();
        return own;
      },
      close: () => {
        if (own !== undefined && !own.stopping.aborted) left.add(own);
      },
    };
  };
}
