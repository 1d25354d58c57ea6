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

test("a connection that attaches begins a session, whatever others there are", () => {
  const { connect, made } = sessions();
  const [one, two] = [connect().own(), connect().own()];
  expect(made).toHaveLength(2);
  expect(one).not.toBe(two);
});

test("a connection that says nothing first goes on with the only session that there is, and begins one beside several", () => {
  const { connect } = sessions();
  const session = connect().session();
  expect(connect().session()).toBe(session);
  const other = connect().begin();
  const third = connect().session();
  expect([session, other]).not.toContain(third);
});

test("a session that two connections speak for is lost with the second of them", () => {
  const { connect } = sessions();
  const [one, two] = [connect(), connect()];
  const session = one.begin();
  expect(two.session()).toBe(session);
  one.close();
  connect().begin();
  expect(connect().session()).not.toBe(session);
  two.close();
  expect(connect().session()).toBe(session);
});

test("a handshake begins anew, whatever came before", () => {
  const { connect } = sessions();
  const connection = connect();
  const first = connection.session();
  const second = connection.begin();
  expect(second).not.toBe(first);
  expect(connection.session()).toBe(second);
});

test("a session without a connection is taken over by who neither greets nor attaches", () => {
  const { connect } = sessions();
  const lost = connect();
  const session = lost.begin();
  lost.close();
  expect(connect().begin()).not.toBe(session);
  expect(connect().own()).not.toBe(session);
  expect(connect().session()).toBe(session);
});

test("a session that a handshake has replaced is over", () => {
  const { connect } = sessions();
  const connection = connect();
  const old = connection.begin();
  const session = connection.begin();
  connection.close();
  expect(connect().session()).toBe(session);
  expect(session).not.toBe(old);
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
