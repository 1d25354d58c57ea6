import { expect, test } from "@jest/globals";
import { createEngineSessions, type EngineSession } from "../../../provider/grpc/engine-sessions.ts";

type Connect = ReturnType<typeof createEngineSessions>;

function sessions(): { readonly connect: Connect; readonly made: EngineSession[] } {
  const made: EngineSession[] = [];
  const connect = createEngineSessions(() => {
    const cancelling = new AbortController();
    const session: EngineSession = {
      provider: () => Promise.reject(new Error("no provider is wanted here")),
      attach: () => undefined,
      stopping: cancelling.signal,
      cancel: () => cancelling.abort(),
    };
    made.push(session);
    return session;
  });
  return { connect, made };
}

test("a connection keeps its session", () => {
  const { connect, made } = sessions();
  const connection = connect();
  const session = connection.begin();
  expect([connection.own(), connection.session(), connection.own()]).toEqual(Array(3).fill(session));
  expect(made).toEqual([session]);
});

test.each(["own", "session"] as const)(
  "%s begins a session for a connection that says nothing first",
  (call) => {
    const { connect, made } = sessions();
    const [one, two] = [connect()[call](), connect()[call]()];
    expect(made).toHaveLength(2);
    expect(one).not.toBe(two);
  },
);

test("a handshake begins anew, whatever came before", () => {
  const { connect } = sessions();
  const connection = connect();
  const first = connection.session();
  const second = connection.begin();
  expect(second).not.toBe(first);
  expect(connection.session()).toBe(second);
});

test("a session without a connection is taken over once, by who neither greets nor attaches", () => {
  const { connect } = sessions();
  const lost = connect();
  const session = lost.begin();
  lost.close();
  expect(connect().begin()).not.toBe(session);
  expect(connect().own()).not.toBe(session);
  expect(connect().session()).toBe(session);
  expect(connect().session()).not.toBe(session);
});

test("a session may lose its connection again", () => {
  const { connect } = sessions();
  const lost = connect();
  const session = lost.begin();
  lost.close();
  const second = connect();
  expect(second.session()).toBe(session);
  second.close();
  expect(connect().session()).toBe(session);
});

test("of several sessions without a connection none is taken over", () => {
  const { connect } = sessions();
  const lost = [connect(), connect()];
  const old = lost.map((connection) => connection.begin());
  for (const connection of lost) connection.close();
  expect(old).not.toContain(connect().session());
  expect(old).not.toContain(connect().session());
});

test("a session that was cancelled is over with its connection", () => {
  const { connect } = sessions();
  const connection = connect();
  const session = connection.begin();
  session.cancel();
  expect(connection.session()).toBe(session);
  connection.close();
  expect(connect().session()).not.toBe(session);
});

test("a connection that asked for nothing leaves nothing behind", () => {
  const { connect, made } = sessions();
  connect().close();
  connect().session();
  expect(made).toHaveLength(1);
});
