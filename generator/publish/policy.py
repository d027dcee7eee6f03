"""What a page may load and run: the Content-Security-Policy, computed from the pages themselves (内容安全策略)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

SCRIPT_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}
)
"""Types of inline scripts that a browser runs; any other is a block of text, such as Material's settings."""

_LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "xlink:href"})
_FOREIGN = re.compile(r"(?i)\s*([a-z][a-z0-9+.-]*:|//)")
_SILENT_LINKS = frozenset({"canonical", "alternate", "next", "prev", "author", "license", "home"})
"""Values of rel that make a browser fetch nothing."""


@dataclass(frozen=True)
class Inline:
    """What the pages hold inline, as hashes for the policy, and what no policy of ours allows, as sentences."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()

    def __or__(self, other: Inline) -> Inline:
        return Inline(self.scripts | other.scripts, self.styles | other.styles, (*self.faults, *other.faults))


def find_inline(pages: Mapping[str, str]) -> Inline:
    """Return the hashes of all inline scripts and styles of *pages* (HTML by path), and their faults, sorted."""
    found = Inline()
    for path in sorted(pages):
        reader = _Reader(path)
        reader.feed(pages[path])
        reader.close()
        found |= Inline(frozenset(reader.scripts), frozenset(reader.styles), tuple(reader.faults))
    return found


def policy(inline: Inline) -> str:
    """Return the value of the header: nothing but the site's own files, and the inline scripts that were published."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_sources(inline.scripts)],
        "style-src": ["'self'", *_sources(inline.styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def read_policy(header: str) -> Inline:
    """Return the hashes that a header of `policy` allows; nothing of a text that holds none."""

    def of(name: str) -> frozenset[str]:
        found = re.search(rf"{name}((?: '[^']+')*)", header)
        return frozenset(re.findall(r"'(sha256-[^']+)'", found.group(1))) if found else frozenset()

    return Inline(of("script-src"), of("style-src"))


def covers(allowed: Inline, needed: Inline) -> bool:
    """Tell whether the pages that need *needed* work under a policy made for *allowed*."""
    return needed.scripts <= allowed.scripts and needed.styles <= allowed.styles


def _sources(hashes: Iterable[str]) -> list[str]:
    return [f"'{value}'" for value in sorted(hashes)]


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Reader(HTMLParser):
    """Collects what one page holds inline; character references stay as written, as inside <script> they must."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=False)
        self.path = path
        self.scripts: set[str] = set()
        self.styles: set[str] = set()
        self.faults: list[str] = []
        self._into: set[str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name, value in values.items():
            if name.startswith("on"):
                self._fault(f"<{tag}> 带有事件属性 {name}")
            if name == "style":
                self._fault(f"<{tag}> 带有 style 属性：{value[:40]}")
            if name in _ADDRESSES and value.lstrip().lower().startswith(
                ("javascript:", "vbscript:", "data:text/html")
            ):
                self._fault(f"<{tag} {name}> 是脚本地址")
        source = values.get(_LOADING.get(tag, ""), "")
        silent = set(values.get("rel", "").lower().split()) & _SILENT_LINKS
        if tag == "link" and not silent:
            source = values.get("href", "")
        if tag in ("form", "object"):
            source = values.get("action" if tag == "form" else "data", "")
        if _FOREIGN.match(source) and not (tag == "img" and source.startswith("data:image/")):
            self._fault(f"<{tag}> 向别的主机取文件：{source[:60]}")
        if tag == "base":
            self._fault("不能有 <base>")
        self._text = []
        if tag == "script" and "src" not in values and values.get("type", "").strip().lower() in SCRIPT_TYPES:
            self._into = self.scripts
        elif tag == "style":
            self._into = self.styles

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None and tag in ("script", "style"):
            self._into.add(_hash("".join(self._text)))
            self._into = None

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.path}：{words}")
