/** The page's side of the worker: one question at a time, only the latest of those that wait. */

export function createClient(folder) {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
  const waiting = new Map();
  const pending = new Map();
  let number = 0;

  worker.addEventListener("message", ({ data }) => settle(data.number, data));
  worker.addEventListener("error", (event) => [...pending.keys()].forEach((n) => settle(n, { error: event.message || "worker" })));
  worker.postMessage({ folder });

  function settle(n, { answer, error }) {
    const asked = pending.get(n);
    if (!asked) return;
    pending.delete(n);
    if (error) asked.reject(new Error(error));
    else asked.resolve(answer);
    const next = waiting.get(asked.type);
    waiting.delete(asked.type);
    if (next) post(next);
  }

  function post(asked) {
    pending.set(++number, asked);
    worker.postMessage({ number, request: asked.request });
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
