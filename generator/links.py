"""Every address of the site, spelled in one place: pages, anchors, and the way from one page to another (网址).

An address is relative to the root of the site and ends in a slash: ``documents/x/#f-y``; the home page is "".
"""

from __future__ import annotations

HOME = ""
DOCUMENTS = "documents/"
COMPARE = "compare/"
INDICATORS = "indicators/"
AWARDS = "awards/"
SUBSIDIES = "subsidies/"
TARGETS = "targets/"
DEADLINES = "deadlines/"
CALENDAR = "calendar/"
OVERVIEW = "overview/"
DEPARTMENTS = "departments/"
TOPICS = "topics/"
AUDIENCES = "audiences/"
REGIONS = "regions/"
TYPES = "types/"
YEARS = "years/"
REFERENCES = "references/"
FINDER = "finder/"
DOWNLOADS = "downloads/"
SEARCH = "search/"
SEARCH_INDEX = "search/index/"
ABOUT = "about/"
OPEN_DATA = "open-data/"
RULES = "rules/"
FIELDS = "fields/"
VERSIONS = "versions/"
AS_OF = "as-of/"


def document(id_: str) -> str:
    """Return the page of a document."""
    return f"{DOCUMENTS}{id_}/"


def provision(document_id: str, provision_id: str) -> str:
    """Return the anchor of a clause on its document's page."""
    return f"{document(document_id)}#{provision_anchor(provision_id)}"


def fact(document_id: str, fact_id: str) -> str:
    """Return the anchor of a fact on its document's page."""
    return f"{document(document_id)}#{fact_anchor(fact_id)}"


def section(document_id: str, section_id: str) -> str:
    """Return the anchor of a heading on its document's page."""
    return f"{document(document_id)}#{section_anchor(section_id)}"


def original(document_id: str, section_id: str | None = None) -> str:
    """Return the page with the source text of a document, or one heading of it."""
    page = f"{document(document_id)}original/"
    return page if section_id is None else f"{page}#{section_anchor(section_id)}"


def original_line(document_id: str, line: int) -> str:
    """Return one line of the page with the source text."""
    return f"{original(document_id)}#{line_anchor(line)}"


def line_anchor(line: int) -> str:
    """Return the anchor of a line of a source text."""
    return f"l-{line}"


def provision_anchor(provision_id: str) -> str:
    """Return the anchor of a clause."""
    return f"p-{provision_id}"


def fact_anchor(fact_id: str) -> str:
    """Return the anchor of a fact."""
    return f"f-{fact_id}"


def section_anchor(section_id: str) -> str:
    """Return the anchor of a heading; dots become hyphens."""
    return f"s-{section_id.replace('.', '-')}"


def family(id_: str) -> str:
    """Return the comparison of a policy family."""
    return f"{COMPARE}{id_}/"


def indicator(id_: str) -> str:
    """Return the page of an indicator."""
    return f"{INDICATORS}{id_}/"


def department(id_: str) -> str:
    """Return the page of a body."""
    return f"{DEPARTMENTS}{id_}/"


def departments_of(region_id: str) -> str:
    """Return the list of the bodies of a region."""
    return f"{DEPARTMENTS}in/{region_id}/"


def topic(id_: str) -> str:
    """Return the page of a topic."""
    return f"{TOPICS}{id_}/"


def topic_indicators(id_: str) -> str:
    """Return the page that lists the indicators of a topic, where all are too many for one list."""
    return f"{topic(id_)}indicators/"


def audience(id_: str) -> str:
    """Return the page of an audience."""
    return f"{AUDIENCES}{id_}/"


def region(id_: str) -> str:
    """Return the page of a region."""
    return f"{REGIONS}{id_}/"


def finder(audience_id: str, region_id: str) -> str:
    """Return what an audience can get in a region."""
    return f"{FINDER}{audience_id}/{region_id}/"


WHOLE = "handbook"
"""The name of the file that holds the whole library."""


def download(name: str, ending: str) -> str:
    """Return the file of a table or a comparison: xlsx, csv, json, docx."""
    return f"{DOWNLOADS}{name}.{ending}"


def family_download(id_: str) -> str:
    """Return the name under which the comparison of a family is downloaded."""
    return f"compare-{id_}"


def indicator_download(id_: str) -> str:
    """Return the name under which the comparison of an indicator is downloaded."""
    return f"indicator-{id_}"


def page_download(page: str) -> str:
    """Return the name under which the tables of *page* are downloaded: ``topics/awards/`` → ``topics-awards``."""
    return page.strip("/").replace("/", "-")


def part(page: str, slug: str) -> str:
    """Return the address of a part of *page*, which is too long for one page; without a *slug* it is the page itself."""
    return f"{page}{slug}/" if slug else page


def with_drafts(page: str) -> str:
    """Return the comparison of *page* with the drafts beside it."""
    return f"{page}drafts/"


def with_drafts_download(name: str) -> str:
    """Return the name under which a comparison with drafts is downloaded."""
    return f"{name}-drafts"


ROBOTS, SITEMAP, LLMS = "robots.txt", "sitemap.xml", "llms.txt"
EVENTS, FEED = "calendar.ics", "feed.atom"
"""The calendar and the feed of the whole library; a region has its own beside its page."""


def api(name: str) -> str:
    """Return a file of the open data."""
    return f"api/v1/{name}.json"


def schema(name: str) -> str:
    """Return the JSON Schema of a file of the open data."""
    return f"api/v1/schemas/{name}.json"


def markdown(page: str) -> str:
    """Return the plain Markdown beside the HTML of *page*."""
    return f"{page}index.md"


def version(older_id: str, newer_id: str) -> str:
    """Return the page that shows two versions of one policy side by side."""
    return f"{VERSIONS}{older_id}--{newer_id}/"


def source_path(page: str) -> str:
    """Return the Markdown file of a page: ``documents/x/`` → ``documents/x.md``, ``documents/`` → ``documents/index.md``."""
    return f"{page}index.md" if page == "" or page in _FOLDERS else f"{page.rstrip('/')}.md"


def lying_at(source: str) -> str:
    """Return where the page of the Markdown file *source* is shown: ``documents/x.md`` → ``documents/x/index.md``.

    There a relative link means the same to a builder that reads it from the file (Zensical) as from the page (MkDocs).
    """
    return source if source.endswith("index.md") else f"{source.removesuffix('.md')}/index.md"


def shown_at(source: str) -> str:
    """Return the page of the Markdown file *source*: ``documents/x.md`` → ``documents/x/``, the way back from `source_path`."""
    return lying_at(source).removesuffix("index.md")


_FOLDERS = frozenset(
    {DOCUMENTS, COMPARE, FINDER, INDICATORS, DEPARTMENTS, TOPICS, AUDIENCES, REGIONS, VERSIONS}
)


def relative(page: str, target: str) -> str:
    """Return *target* as a link from *page*, both relative to the root; works below any sub-path."""
    path, hash_, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    here = page.split("/")[:-1]
    there = path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    steps = [".."] * (len(here) - shared) + there[shared:]
    return ("/".join(steps) or "./") + hash_ + anchor
