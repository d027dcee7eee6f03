/** The page's side of the worker: one question of a type at a time, only the latest of those that wait. */

/**
 * After so many answers the worker is replaced while the reader reads: the engine frees the memory of a worker that
 * ends at once, that of a running one only when it is short of it.
 */
const LIFETIME = 16;

export function createClient(folder) {
  const waiting = new Map();
  const pending = new Map();
  let number = 0;
  let answers = 0;
  let worker = started(folder, settle);
  let successor = null;

  function settle(n, { answer, error }) {
    const asked = pending.get(n);
    if (!asked) return;
    pending.delete(n);
    if (error) asked.reject(new Error(error));
    else asked.resolve(answer);
    const next = waiting.get(asked.type);
    waiting.delete(asked.type);
    if (next) post(next);
    answers += 1;
    if (answers >= LIFETIME && !successor) successor = started(folder, settle, replace);
    else if (successor?.ready) replace();
  }

  /** Let the successor take over as soon as it is ready and nothing is under way. */
  function replace() {
    if (!successor?.ready || pending.size) return;
    worker.end();
    [worker, successor, answers] = [successor, null, 0];
  }

  function post(asked) {
    pending.set(++number, asked);
    worker.ask(number, asked.request);
  }

  /** The answer to `request`; a request that a later one of its type overtakes resolves to undefined. */
  function ask(request) {
    return new Promise((resolve, reject) => {
      const asked = { request, type: request.type, resolve, reject };
      if ([...pending.values()].some(({ type }) => type === request.type)) {
        waiting.get(request.type)?.resolve(undefined);
        waiting.set(request.type, asked);
      } else post(asked);
    });
  }

  return { ask };
}

/** A worker that opens the index in `folder`; `settle` gets its answers, `ready` is called when it can give them. */
function started(folder, settle, ready = () => {}) {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
  const own = new Set();
  const state = {
    ready: false,
    ask: (number, request) => {
      own.add(number);
      worker.postMessage({ number, request });
    },
    end: () => worker.terminate(),
  };
  worker.addEventListener("message", ({ data }) => {
    if (data.ready) {
      state.ready = true;
      ready();
    } else {
      own.delete(data.number);
      settle(data.number, data);
    }
  });
  worker.addEventListener("error", (event) => [...own].forEach((number) => settle(number, { error: event.message || "worker" })));
  worker.postMessage({ folder });
  return state;
}
