/** The page's side of the worker: questions go out, answers come back, and a worker that has answered many is replaced. */

/**
 * After so many answers another worker takes over: the engine frees the memory of a worker that ends at once, that of
 * a running one only when it is short of it.
 */
const LIFETIME = 32;
/** So many of the last questions a new worker answers to itself first: the engine is slow at what it does first. */
const REHEARSED = 1;

export function createClient(folder) {
  let worker = createPeer(folder);
  let successor = null;
  let answers = 0;
  const last = [];

  /** The answer to `request`; one that a later request of its type overtakes may resolve to undefined. */
  async function ask(request) {
    if (request.type === "search") last.splice(0, last.length + 1 - REHEARSED, request);
    try {
      return await worker.ask(request);
    } finally {
      answers += 1;
      if (answers === LIFETIME) rehearse();
      replace();
    }
  }

  async function rehearse() {
    const peer = createPeer(folder);
    try {
      for (const request of [...last]) await peer.ask(request);
      successor = peer;
      replace();
    } catch {
      peer.end();
      answers = 0;
    }
  }

  /** Let the successor take over as soon as nothing is under way. */
  function replace() {
    if (!successor || worker.busy()) return;
    worker.end();
    [worker, successor, answers] = [successor, null, 0];
  }

  return { ask };
}

/** A worker over the index in `folder`, and the requests that wait for it. */
function createPeer(folder) {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
  const pending = new Map();
  let asked = 0;

  function settle(number, { answer, error }) {
    const { resolve, reject } = pending.get(number) ?? {};
    pending.delete(number);
    if (error) reject?.(new Error(error));
    else resolve?.(answer);
  }

  worker.addEventListener("message", ({ data }) => settle(data.number, data));
  worker.addEventListener("error", (event) => [...pending.keys()].forEach((number) => settle(number, { error: event.message || "worker" })));
  worker.postMessage({ folder });

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        pending.set(++asked, { resolve, reject });
        worker.postMessage({ number: asked, request });
      }),
    busy: () => pending.size > 0,
    end: () => worker.terminate(),
  };
}
