import type { Provider } from "./provider.ts";

/** One engine's use of one provider: from the handshake to its end. */
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
  /** The session of this connection; one that has none yet goes on with the one that can be meant, if there is one. */
  readonly session: () => EngineSession;
  /** The connection has ended. */
  readonly close: () => void;
}

/**
 * Keeps sessions apart by their connections. A plugin that an engine has started serves one session. One that is debugged
 * serves every provider of every command, each over a connection of its own.
 *
 * An engine that has waited for half an hour, for an answer at its prompt, goes on over another connection without a word.
 * That one is given the session whose connection has ended without being cancelled, or else the only session that there
 * is, but not one of several: to be told that the provider is not configured is better than another account's images.
 */
export function createEngineSessions(open: () => EngineSession): () => EngineConnection {
  /** Sessions that are not over, with the number of connections that speak for each. */
  const connections = new Map<EngineSession, number>();
  const only = (fits: (count: number) => boolean): EngineSession | undefined => {
    const found = [...connections].filter(([session, count]) => !session.stopping.aborted && fits(count));
    return found.length === 1 ? found[0]?.[0] : undefined;
  };
  const join = (session: EngineSession): EngineSession => {
    connections.set(session, (connections.get(session) ?? 0) + 1);
    return session;
  };
  const part = (session: EngineSession | undefined, over: boolean): void => {
    if (session === undefined) return;
    const count = (connections.get(session) ?? 0) - 1;
    if (count <= 0 && (over || session.stopping.aborted)) connections.delete(session);
    else connections.set(session, count);
  };
  return () => {
    let own: EngineSession | undefined;
    return {
      begin: () => {
        part(own, true);
        own = join(open());
        return own;
      },
      own: () => {
        own ??= join(open());
        return own;
      },
      session: () => {
        own ??= join(only((count) => count === 0) ?? only(() => true) ?? open());
        return own;
      },
      close: () => part(own, false),
    };
  };
}
