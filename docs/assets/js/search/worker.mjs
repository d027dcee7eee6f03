/** The search off the main thread: fetches the files a step needs and answers the latest request of each type. */
import { createFetcher } from "./fetcher.mjs";
import { createSession } from "./session.mjs";
import { CHARACTERS, MANIFEST } from "./shards.mjs";

/** How many characters of files are kept for later questions; the browser's own cache keeps the others. */
const KEPT = 1_500_000;
const LASTING = new Set([MANIFEST, CHARACTERS]);

/** Files by name, the one that was used last at the end. */
class RecentFiles extends Map {
  get(name) {
    const file = super.get(name);
    if (file) this.delete(name) && this.set(name, file);
    return file;
  }

  trim() {
    let size = 0;
    for (const { text = "" } of this.values()) size += text.length;
    for (const [name, { text = "" }] of this) {
      if (size <= KEPT) break;
      if (!LASTING.has(name)) this.delete(name) && (size -= text.length);
    }
  }
}

let files = new RecentFiles();
let fetcher = null;
let opened = null;
/**
 * By type of request the number of the latest; an earlier one is given up as soon as it waits for files, suggestions also
 * when the next question has come.
 */
const latest = new Map();

/** The first message names the folder of the index, each later one asks. */
self.addEventListener("message", async ({ data: { number, request, ...first } }) => {
  try {
    if (first.folder) {
      fetcher = createFetcher(first.folder);
      fetcher.learn();
      opened = open(first.folder);
      await opened;
    } else self.postMessage({ number, answer: await ask(number, request) });
  } catch (error) {
    if (number !== undefined) self.postMessage({ number, error: String(error) });
  }
});

/** lunr lies beside the index, where the generator puts the copy that mkdocs ships. */
async function open(folder) {
  const [{ default: lunr }] = await Promise.all([import(new URL("lunr.mjs", folder)), load([MANIFEST])]);
  return createSession(lunr);
}

/** The answer to `request`, or undefined where a later request of its type has come. */
async function ask(number, request) {
  latest.set(request.type, number);
  if (request.type === "search") latest.delete("suggest");
  const session = await opened;
  for (let tries = 0; tries < 20; tries++) {
    if (latest.get(request.type) !== number) return undefined;
    const result = session.step(request, files);
    if ("answer" in result) {
      files.trim();
      return result.answer;
    }
    await load(result.needs);
  }
  throw new Error("the index keeps asking for files");
}

/** Fetch files; if one belongs to another edition than the manifest, a new edition was published: begin anew. */
async function load(names) {
  const found = await fetcher.fetchFiles(names, files.get(MANIFEST));
  names.forEach((name, i) => files.set(name, found[i]));
  const edition = files.get(MANIFEST)?.version;
  if (edition && found.some(({ version }) => version !== edition)) {
    files = new RecentFiles([[MANIFEST, await fetcher.fetchFile(MANIFEST, "reload")]]);
    if (files.get(MANIFEST).version === edition) throw new Error("the files of the index do not belong together");
  }
  return null;
}
