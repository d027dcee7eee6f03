/** The search off the main thread: fetches the files a step needs and answers the latest request. */
import { createSession } from "./session.mjs";
import { CHARACTERS, MANIFEST } from "./shards.mjs";

/** How many files are kept for later questions; the browser's own cache keeps the others. */
const KEPT = 100;
const LASTING = new Set([MANIFEST, CHARACTERS]);

let files = new Map();
let folder = "";
let opened = null;

/** The first message names the folder of the index, each later one asks. */
self.addEventListener("message", async ({ data: { number, request, ...first } }) => {
  try {
    if (first.folder) {
      folder = first.folder;
      opened = open();
      await opened;
      self.postMessage({ ready: true });
    } else self.postMessage({ number, answer: await ask(request) });
  } catch (error) {
    self.postMessage({ number, error: String(error) });
  }
});

/** lunr lies beside the index, where the generator puts the copy that mkdocs ships. */
async function open() {
  const [{ default: lunr }] = await Promise.all([import(new URL("lunr.mjs", folder)), load([MANIFEST])]);
  return createSession(lunr);
}

async function ask(request) {
  const session = await opened;
  for (let tries = 0; tries < 20; tries++) {
    const result = session.step(request, files);
    if ("answer" in result) return result.answer;
    await load(result.needs);
  }
  throw new Error("the index keeps asking for files");
}

/** Fetch files; if one belongs to another edition than the manifest, a new edition was published: begin anew. */
async function load(names) {
  const found = await Promise.all(names.map((name) => fetchFile(name, "default")));
  for (const name of [...files.keys()].slice(0, Math.max(0, files.size - KEPT))) if (!LASTING.has(name)) files.delete(name);
  names.forEach((name, i) => files.set(name, found[i]));
  const edition = files.get(MANIFEST)?.version;
  if (edition && found.some(({ version }) => version !== edition)) {
    files = new Map([[MANIFEST, await fetchFile(MANIFEST, "reload")]]);
    if (files.get(MANIFEST).version === edition) throw new Error("the files of the index do not belong together");
  }
  return null;
}

async function fetchFile(name, cache) {
  const response = await fetch(new URL(name, folder), { cache });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}
