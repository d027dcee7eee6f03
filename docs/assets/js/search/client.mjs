/** The page's side of the worker: questions go out, answers come back, and a worker that has answered many is replaced. */

/**
 * After so many answers another worker takes over: the engine frees the memory of a worker that ends at once, that of
 * a running one only when it is short of it. It is made ready in a pause of so many milliseconds, as it would slow down an answer.
 */
const LIFETIME = 20;
const PAUSE = 400;
/** Where nobody pauses it is made ready all the same after so many answers. */
const LONGEST = 32;

/** `start` makes the worker over the index in `folder`. */
export function createClient(folder, start = createPeer) {
  let worker = start(folder);
  let successor = null;
  let preparing = false;
  let waiting = 0;
  let answers = 0;
  /** The last question; a new worker answers it to itself first, as the engine is slow at what it does first. */
  let last = null;

  /** The answer to `request`; one that a later request of its type overtakes may resolve to undefined. */
  async function ask(request) {
    clearTimeout(waiting);
    if (request.type === "search") last = request;
    try {
      return await worker.ask(request);
    } finally {
      answers += 1;
      replace();
      if (!preparing && answers >= LONGEST) prepare();
      else if (!preparing && answers >= LIFETIME) waiting = setTimeout(prepare, PAUSE);
    }
  }

  async function prepare() {
    preparing = true;
    const peer = start(folder);
    try {
      if (last) await peer.ask(last);
      successor = peer;
      replace();
    } catch {
      peer.end();
      answers = 0;
      preparing = false;
    }
  }

  /** Let the successor take over as soon as nothing is under way. */
  function replace() {
    if (!successor || worker.busy()) return;
    worker.end();
    [worker, successor, answers, preparing] = [successor, null, 0, false];
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
