// The line to the server: first contact, breaks, lost sessions, full servers, tokens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection, RETRY_PAUSES_MS } from "../src/connection.js";

/** A socket that the test opens, feeds and breaks. */
class HandSocket {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    this.readyState = 0;
    /** @type {any[]} */
    this.sent = [];
    /** @type {any} */
    this.onopen = null;
    /** @type {any} */
    this.onmessage = null;
    /** @type {any} */
    this.onclose = null;
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  /** @param {number} [code] */
  break(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }
  close() {
    this.break(1000);
  }
  /** @param {string} text */
  send(text) {
    this.sent.push(JSON.parse(text));
  }
}

/** A server of canned answers and a world whose timers run by hand. */
class World {
  constructor() {
    /** @type {Record<string, {status: number, body?: any}|undefined>} "METHOD path" to the answer */
    this.answers = {
      "GET /api/catalog": { status: 200, body: { version: "1" } },
      "POST /api/sessions": { status: 201, body: { id: "new" } },
      "GET /api/sessions/old": { status: 200, body: { id: "old" } },
    };
    /** @type {{call: string, body: any}[]} */
    this.calls = [];
    /** @type {HandSocket[]} */
    this.sockets = [];
    /** @type {{run: () => any, delayMs: number}[]} */
    this.timers = [];
    this.random = () => 0;
    this.clearTimer = () => void (this.timers = []);
  }
  setTimer = (/** @type {() => any} */ run, /** @type {number} */ delayMs) => this.timers.push({ run, delayMs });
  openSocket = (/** @type {string} */ path) => {
    const socket = new HandSocket(path);
    this.sockets.push(socket);
    return /** @type {any} */ (socket);
  };
  fetch = async (/** @type {string} */ path, /** @type {RequestInit} */ init = {}) => {
    const call = `${init.method ?? "GET"} ${path}`;
    this.calls.push({ call, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const answer = this.answers[call];
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(answer.status === 204 ? null : JSON.stringify(answer.body ?? {}), { status: answer.status });
  };
  /** Lets the timer that is due run; returns its delay. */
  async tick() {
    const timer = this.timers.shift();
    assert.ok(timer, "a timer is set");
    await timer.run();
    return timer.delayMs;
  }
  get socket() {
    return /** @type {HandSocket} */ (this.sockets.at(-1));
  }
}

/** @param {Partial<import("../src/connection.js").Start>} [start] */
function connected(start = {}) {
  const world = new World();
  /** @type {Record<string, any[]>} */
  const heard = { status: [], catalog: [], event: [], frame: [], replaced: [], refused: [] };
  const connection = new Connection(
    world,
    {
      onStatus: (status) => heard.status.push(status),
      onCatalog: (catalog) => heard.catalog.push(catalog),
      onEvent: (event) => heard.event.push(event),
      onFrame: (bytes) => heard.frame.push(bytes),
      onReplaced: () => heard.replaced.push(true),
      onConfigRefused: (refusal, asked) => heard.refused.push({ ...refusal, asked }),
    },
    { id: null, config: {}, ...start },
  );
  return { world, heard, connection };
}

test("a first visit makes a session with the configuration given", async () => {
  const { world, heard, connection } = connected({ config: { seed: 3 } });
  await connection.start();
  assert.deepEqual(world.calls.at(-1), { call: "POST /api/sessions", body: { config: { seed: 3 } } });
  assert.equal(world.socket.path, "/ws/sessions/new");
  world.socket.open();
  assert.deepEqual(heard.status.map(({ state }) => state), ["connecting", "open"]);
  assert.deepEqual(heard.catalog, [{ version: "1" }]);
});

test("a reload finds its session again", async () => {
  const { world, connection } = connected({ id: "old" });
  await connection.start();
  assert.equal(world.socket.path, "/ws/sessions/old");
  assert.ok(!world.calls.some(({ call }) => call.startsWith("POST")));
});

test("another run begins in a session of its own, whatever was under way", async () => {
  const { world, heard, connection } = connected({ id: "old" });
  await connection.start();
  const first = world.socket;
  first.open();
  const slow = connection.begin({ config: { seed: 6 } });
  await connection.begin({ config: { seed: 7 }, script: [[5, { loss: { id: "hinge" } }]] });
  await slow;
  const body = { config: { seed: 7 }, script: [[5, { loss: { id: "hinge" } }]] };
  assert.deepEqual(world.calls.at(-1), { call: "POST /api/sessions", body });
  assert.deepEqual(world.sockets.map(({ path }) => path), ["/ws/sessions/old", "/ws/sessions/new"]);
  assert.equal(first.readyState, 3);
  assert.ok(!heard.status.some(({ state }) => state === "lost"));
});

test("a session that the server has lost is replaced by one of the same configuration", async () => {
  const { world, heard, connection } = connected({ id: "gone", config: { seed: 9 } });
  world.answers["GET /api/sessions/gone"] = { status: 404 };
  await connection.start();
  assert.deepEqual(world.calls.at(-1), { call: "POST /api/sessions", body: { config: { seed: 9 } } });
  assert.equal(world.socket.path, "/ws/sessions/new");
  assert.deepEqual(heard.replaced, [true]);
});

test("a configuration that the server refuses gives way to the usual one, and says so", async () => {
  const { world, heard, connection } = connected({ config: { seed: -1 } });
  const { fetch } = world;
  world.fetch = async (path, init) => {
    const bad = init?.body && String(init.body).includes("-1");
    world.answers["POST /api/sessions"] = bad
      ? { status: 422, body: { error: { field: "seed", message: "Must be a whole number from 0." } } }
      : { status: 201, body: { id: "new" } };
    return fetch(path, init);
  };
  await connection.start();
  assert.deepEqual(heard.refused, [
    { message: "Must be a whole number from 0.", field: "seed", asked: { seed: -1 } },
  ]);
  assert.equal(world.socket.path, "/ws/sessions/new");
});

test("events are parsed, frames are handed on, commands are numbered", async () => {
  const { world, heard, connection } = connected();
  assert.equal(connection.send({ type: "play" }), 0);
  await connection.start();
  world.socket.open();
  assert.equal(connection.send({ type: "play" }), 1);
  assert.equal(connection.send({ type: "pause" }), 2);
  connection.acknowledge(7);
  assert.deepEqual(world.socket.sent, [
    { type: "play", request: 1 },
    { type: "pause", request: 2 },
    { type: "ack", frame: 7 },
  ]);
  const bytes = new ArrayBuffer(8);
  world.socket.onmessage({ data: '{"type":"state"}' });
  world.socket.onmessage({ data: bytes });
  assert.deepEqual(heard.event, [{ type: "state" }]);
  assert.equal(heard.frame[0], bytes);
});

test("after a break it comes back to the same session, with growing pauses", async () => {
  const { world, heard, connection } = connected();
  await connection.start();
  world.socket.open();
  world.answers["GET /api/sessions/new"] = undefined; // nobody answers
  world.socket.break();
  /** @type {number[]} */
  const pauses = [];
  for (let attempt = 0; attempt < RETRY_PAUSES_MS.length + 1; attempt += 1) {
    pauses.push(heard.status.at(-1).retryInMs);
    const calls = world.calls.length;
    while (world.calls.length === calls) await world.tick(); // a long pause is counted in seconds
  }
  assert.deepEqual(pauses, [...RETRY_PAUSES_MS, RETRY_PAUSES_MS.at(-1)]);
  assert.ok(heard.status.slice(2).every(({ state }) => state === "lost"));
  world.answers["GET /api/sessions/new"] = { status: 200 };
  await connection.retry();
  assert.equal(world.socket.path, "/ws/sessions/new");
  world.socket.open();
  assert.equal(heard.status.at(-1).state, "open");
  assert.deepEqual(heard.replaced, []);
});

test("the banner counts down second by second", async () => {
  const { world, heard, connection } = connected();
  await connection.start();
  world.socket.open();
  world.answers["GET /api/sessions/new"] = undefined;
  connection.attempts = 3;
  world.socket.break();
  await world.tick();
  await world.tick();
  assert.deepEqual(heard.status.slice(2).map(({ retryInMs }) => retryInMs), [4000, 3000, 2000]);
});

test("pauses are spread so that many pages do not return at once", () => {
  const { world, connection } = connected();
  world.random = () => 0.5;
  assert.ok(connection.pauseMs() > RETRY_PAUSES_MS[0]);
});

test("retry does nothing while no pause is running", async () => {
  const { world, connection } = connected();
  await connection.start();
  world.socket.open();
  await connection.retry();
  assert.equal(world.sockets.length, 1);
});

test("a server that never answered has failed; one that is full says so and is asked again", async () => {
  const { world, heard, connection } = connected();
  world.answers["GET /api/catalog"] = undefined;
  await connection.start();
  assert.equal(heard.status.at(-1).state, "failed");
  world.answers["GET /api/catalog"] = { status: 200, body: {} };
  world.answers["POST /api/sessions"] = { status: 503, body: { error: { message: "All 200 places are taken." } } };
  await world.tick();
  const { state, message } = heard.status.at(-1);
  assert.deepEqual([state, message], ["full", "All 200 places are taken."]);
  assert.equal(world.timers.length, 1);
});

test("a socket closed for want of a place is a full server too", async () => {
  const { world, heard, connection } = connected();
  await connection.start();
  world.socket.break(4503);
  assert.equal(heard.status.at(-1).state, "full");
});

test("a server that wants a token is shown one, and then goes on", async () => {
  const { world, heard, connection } = connected();
  world.answers["GET /api/catalog"] = { status: 401 };
  await connection.start();
  assert.equal(heard.status.at(-1).state, "locked");
  assert.equal(heard.status.at(-1).message, null);
  world.answers["POST /api/login"] = { status: 401, body: { error: { message: "Another one." } } };
  await connection.login("guess");
  assert.equal(heard.status.at(-1).message, "Another one.");
  world.answers["POST /api/login"] = { status: 204 };
  world.answers["GET /api/catalog"] = { status: 200, body: {} };
  await connection.login("secret");
  const shown = world.calls.filter(({ call }) => call === "POST /api/login").map(({ body }) => body);
  assert.deepEqual(shown, [{ token: "guess" }, { token: "secret" }]);
  assert.equal(world.sockets.length, 1);
});

test("ending a session closes its line for good and deletes it, so that it may outlive the page", async () => {
  const { world, heard, connection } = connected();
  world.answers["DELETE /api/sessions/new"] = { status: 204 };
  await connection.start();
  world.socket.open();
  connection.end();
  assert.equal(world.socket.readyState, 3);
  assert.equal(world.socket.onmessage, null);
  assert.equal(world.calls.at(-1)?.call, "DELETE /api/sessions/new");
  assert.deepEqual(heard.status.map(({ state }) => state), ["connecting", "open"]);
  assert.deepEqual(world.timers, []);
});

test("a session that was made while it was being ended is deleted as well", async () => {
  const { world, connection } = connected();
  world.answers["DELETE /api/sessions/new"] = { status: 204 };
  const starting = connection.start();
  connection.end();
  await starting;
  assert.equal(world.calls.at(-1)?.call, "DELETE /api/sessions/new");
  assert.equal(world.sockets.length, 0);
});

test("a line that is still opening is closed once it is open", async () => {
  const { world, connection } = connected();
  world.answers["DELETE /api/sessions/new"] = { status: 204 };
  await connection.start();
  connection.end();
  assert.equal(world.socket.readyState, 0);
  world.socket.open();
  assert.equal(world.socket.readyState, 3);
});

test("a new session begins with the pre-trained weights that were asked for", async () => {
  const { world, connection } = connected({ config: { seed: 3 }, pretrained: "ring" });
  await connection.start();
  assert.deepEqual(world.calls.at(-1)?.body, { config: { seed: 3 }, pretrained: "ring" });
  await connection.begin({ config: {} });
  assert.deepEqual(world.calls.at(-1)?.body, { config: {} });
});

test("weights that the server does not have give way to the usual run", async () => {
  const { world, heard, connection } = connected({ config: {}, pretrained: "none" });
  const { fetch } = world;
  world.fetch = async (path, init) => {
    world.answers["POST /api/sessions"] = String(init?.body).includes("none")
      ? { status: 422, body: { error: { field: "pretrained", message: "Must be one of ring." } } }
      : { status: 201, body: { id: "new" } };
    return fetch(path, init);
  };
  await connection.start();
  assert.deepEqual(heard.refused, [{ field: "pretrained", message: "Must be one of ring.", asked: {} }]);
  assert.deepEqual(world.calls.at(-1)?.body, { config: {} });
});
