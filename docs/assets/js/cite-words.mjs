/** The words of a citation with its address, and a letter with the whole address in it. */

/** The sentence, then where it stands: 《…》“…”：“…”，https://…/documents/x/#f-y */
export function withAddress(sentence, address) {
  return `${sentence.trim()}，${address}`;
}

/** The permanent address of an anchor on this page: without a query, whatever the reader came with. */
export function permanent(location, anchor) {
  return `${location.origin}${location.pathname}${anchor}`;
}

/** A mailto link in which the path of the page stands as its whole address. */
export function fullLetter(link, path, address) {
  return link.replace(encodeURIComponent(path).replaceAll("%2F", "/"), encodeURIComponent(address));
}
