"""Hostile and broken input: what an editor, a disk or an attacker could put before the handbook."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.case_files import BASE

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</script><script>alert(1)</script>",
    "</title></textarea></style><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://other.example/x.png)",
    "<http://other.example/>",
    "{{ 1*1 }}{% include '/etc/passwd' %}{# x #}",
    "`<b>`**x**_y_~~z~~ | a | b |\n|---|---|",
    "{: onclick=alert(1) }",
    '{#x onclick="alert(1)"}',
    "&lt;script&gt;",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "\u202e\u2066txt.exe\u200b\ufeff",
    "=1+1|'/bin/sh'!A1",
    "../../../../etc/passwd",
    "[[x]] ![[y]] :material-x: ++x++ ==y== --<-- '/etc/passwd'",
)
"""Strings that mean something to HTML, Markdown, templates, spreadsheets or file systems."""

TERMINAL = ("\x1b[31m", "\x1b]0;x\x07", "\x9b31m", "\x07", "\x08", "\r")
"""What a terminal would act on."""


def base_policies() -> dict[str, bytes]:
    """The files of the fictional library by their path from the root."""
    return {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in sorted((BASE / "policies").rglob("*.yaml"))
    }


def base_sources() -> dict[str, str]:
    """Its source texts by file name."""
    return {path.name: path.read_text("utf-8") for path in sorted((BASE / "sources").glob("*.txt"))}


PIECES = st.one_of(
    st.binary(max_size=12),
    st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([text.encode() for text in (*HOSTILE, *TERMINAL)]),
    st.sampled_from(
        [b": ", b"- ", b"\n", b"\n  ", b"\t", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!!python/object:os.system ", b"|\n", b">\n",
         b"'", b'"', b"#", b"%", b"@", b"`", b"? ", b"<<: ", b"---\n", b"...\n", b"\xef\xbb\xbf", b"\xff", b"\x00", b"\r\n",
         "：".encode(), "“".encode(), "０".encode(), "\u2028".encode(), b"null", b"no", b"18:00", b"1e999", b"9" * 5000]
    ),
)  # fmt: skip


@st.composite
def damaged_library(draw: st.DrawFn) -> dict[str, bytes]:
    """The fictional library with one to four cuts, insertions or repetitions in one of its files."""
    files = base_policies()
    name = draw(st.sampled_from(sorted(files)))
    content = files[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        kind = draw(st.sampled_from(["cut", "insert", "replace", "repeat"]))
        piece = content[start:end] * draw(st.integers(2, 5)) if kind == "repeat" else draw(PIECES)
        content = (
            content[:start]
            + (b"" if kind == "cut" else piece)
            + content[start if kind == "insert" else end :]
        )
    return {**files, name: content}


@st.composite
def retyped_library(draw: st.DrawFn) -> dict[str, bytes]:
    """The fictional library with the values of one to six lines replaced; it stays YAML more often than not."""
    files = base_policies()
    name = draw(st.sampled_from(sorted(files)))
    lines = files[name].decode().split("\n")
    values = st.one_of(
        st.text(max_size=20),
        st.sampled_from([*HOSTILE, *TERMINAL, "", "[]", "{}", "[[[]]]", "{a: {b: []}}", "0", "-1"]),
    )
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[number].partition(": ")
        value = draw(values)
        quoted = "'" + value.replace("'", "''").replace("\n", " ") + "'" if draw(st.booleans()) else value
        lines[number] = f"{key}{colon}{quoted}"
    return {**files, name: "\n".join(lines).encode("utf-8", "surrogatepass")}
