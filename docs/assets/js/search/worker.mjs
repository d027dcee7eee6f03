/** The search off the main thread: fetches the files a step needs and answers the latest request. */
import lunr from "./lunr.mjs";
import { createSession } from "./session.mjs";
import { MANIFEST } from "./shards.mjs";

const session = createSession(lunr);
let files = new Map();
let folder = "";

self.addEventListener("message", async ({ data }) => {
  if (data.folder) folder = data.folder;
  try {
    self.postMessage({ number: data.number, answer: data.request ? await ask(data.request) : await load([MANIFEST]) });
  } catch (error) {
    self.postMessage({ number: data.number, error: String(error) });
  }
});

async function ask(request) {
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
