/** Hand the reader a file made on the page; nothing is sent anywhere. */

const KEPT_FOR = 60_000;

/** Save `content` (text or bytes) under `name`. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
