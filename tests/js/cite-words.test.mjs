/** The words of 引用 and of a letter about a fault. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { fullLetter, permanent, withAddress } from "../../docs/assets/js/cite-words.mjs";

test("a citation ends with its address", () => {
  assert.equal(withAddress(" 《办法》：“600元” ", "https://a.example/x/#f-y"), "《办法》：“600元”，https://a.example/x/#f-y");
});

test("the permanent address leaves out what the reader came with", () => {
  const location = new URL("https://a.example/book/documents/x/?q=1#p-z");

  assert.equal(permanent(location, "#f-y"), "https://a.example/book/documents/x/#f-y");
});

test("a letter names the whole address", () => {
  const link = "mailto:a@b.example?subject=s&body=%E7%BD%91documents/x/%23f-y%0A";

  assert.equal(
    fullLetter(link, "documents/x/#f-y", "https://a.example/documents/x/#f-y"),
    "mailto:a@b.example?subject=s&body=%E7%BD%91https%3A%2F%2Fa.example%2Fdocuments%2Fx%2F%23f-y%0A",
  );
});
