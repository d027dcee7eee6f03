// The page's side of the worker: when another one takes over, with workers that are played.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createClient } from "../../docs/assets/js/search/client.mjs";

const MINUTE = 60_000;
let started;

/** A worker that says what it was asked, and whether it has ended. */
function play() {
  const peer = { asked: [], ended: false, waiting: 0 };
  peer.ask = async (request) => {
    peer.asked.push(request.text);
    return `${request.text}!`;
  };
  peer.busy = () => peer.waiting > 0;
  peer.end = () => (peer.ended = true);
  started.push(peer);
  return peer;
}

const question = (text) => ({ type: "search", text });

async function askMany(client, count) {
  for (let i = 0; i < count; i++) assert.equal(await client.ask(question(`第${i}问`)), `第${i}问!`);
}

/** Let `milliseconds` pass, and what waited for them be done. */
async function pass(milliseconds) {
  mock.timers.tick(milliseconds);
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

beforeEach(() => {
  started = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("a worker that has answered many is replaced in a pause, by one that knows the last question", async () => {
  const client = createClient("", play);
  await askMany(client, 25);
  assert.equal(started.length, 1);

  await pass(MINUTE);
  assert.equal(started.length, 2);
  assert.deepEqual([started[0].ended, started[1].asked], [true, ["第24问"]]);

  await askMany(client, 1);
  assert.deepEqual(started[1].asked, ["第24问", "第0问"]);
});

test("a question that comes before the pause is over puts it off", async () => {
  const client = createClient("", play);
  await askMany(client, 25);
  await pass(100);
  await askMany(client, 1);
  await pass(350);
  assert.equal(started.length, 1);
  await pass(MINUTE);
  assert.equal(started.length, 2);
});

test("who never pauses gets another worker all the same, once", async () => {
  const client = createClient("", play);
  await askMany(client, 31);
  assert.equal(started.length, 1);
  await askMany(client, 20);
  assert.equal(started.length, 2);
  assert.equal(started[0].ended, true);
});

test("a few questions need one worker", async () => {
  const client = createClient("", play);
  await askMany(client, 10);
  await pass(MINUTE);
  assert.equal(started.length, 1);
});

test("the old worker goes on while it answers, and where the new one fails", async () => {
  const client = createClient("", play);
  await askMany(client, 25);
  started[0].waiting = 1;
  await pass(MINUTE);
  assert.deepEqual([started.length, started[0].ended], [2, false]);
  started[0].waiting = 0;
  await askMany(client, 1);
  assert.equal(started[0].ended, true);

  started[1].asked.length = 0;
  const failing = createClient("", (folder) => Object.assign(play(folder), started.length > 3 ? { ask: async () => Promise.reject(new Error("x")) } : {}));
  await askMany(failing, 25);
  await pass(MINUTE);
  assert.deepEqual([started[2].ended, started[3].ended], [false, true]);
});
