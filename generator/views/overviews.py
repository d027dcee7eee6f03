"""Pictures made of words: the family tree of a policy, documents over the years, lines of work by topic (关系图)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import links
from generator.library import Library
from generator.model.base import Absent
from generator.model.document import DatedEvidence, Document
from generator.model.vocabulary import Family
from generator.views.dates import chinese_date, known_date, order_key
from generator.views.documents import DocumentRow, shown_number, view_row
from generator.views.facts import is_draft


@dataclass(frozen=True)
class Node:
    """A document of a family and those below it; one that the library lacks has no url and no status."""

    title: str
    region: str
    level: str
    number: str
    url: str
    status: str
    children: tuple[Node, ...]


@dataclass(frozen=True)
class Tree:
    """The versions of one policy from the highest level down."""

    id: str
    title: str
    description: str
    roots: tuple[Node, ...]


def family_tree(library: Library, family: Family, most: int | None = None) -> Tree:
    """Return who follows whom in *family*: each version stands under the nearest superior region that has one.

    With *most* no more than so many versions are drawn, those of the highest regions.
    """
    members = [
        *((d.region, _held(library, d)) for d in library.documents_by_family.get(family.id, ())),
        *(
            (
                m.region,
                Node(
                    m.title,
                    library.vocabulary.regions[m.region].short
                    if m.region in library.vocabulary.regions
                    else m.region,
                    m.level,
                    "" if isinstance(m.doc_number, Absent) else m.doc_number.value,
                    "",
                    "",
                    (),
                ),
            )
            for m in family.missing
        ),
    ]
    held = sum(1 for _, node in members if node.url)
    lacking = len(members) - held
    members.sort(key=lambda member: len(library.vocabulary.region_path(member[0])))
    drawn = members[:most]
    regions = {region for region, _ in drawn}
    above = {region: _superior(library, region, regions) for region in regions}
    tail = f"，另有 {lacking} 份文中提到而没有收录" if lacking else ""
    cut = f"，只画层级最高的 {len(drawn)} 份" if len(drawn) < len(members) else ""
    return Tree(
        family.id,
        f"{family.name}：上下级文件",
        f"收录 {held} 份{tail}。上级在上，下级在下{cut}。",
        _below(None, drawn, above),
    )


def _held(library: Library, document: Document) -> Node:
    region = library.vocabulary.regions.get(document.region)
    return Node(
        document.title,
        region.short if region else document.region,
        document.level,
        shown_number(document),
        links.document(document.id),
        document.status.value,
        (),
    )


def _superior(library: Library, region: str, regions: set[str]) -> str | None:
    return next((r for r in library.vocabulary.region_path(region)[1:] if r in regions), None)


def _below(
    superior: str | None, members: list[tuple[str, Node]], above: dict[str, str | None]
) -> tuple[Node, ...]:
    """The nodes of the regions under *superior*; what lies deeper hangs under the last node of its superior region."""
    nodes: list[Node] = []
    for region in sorted(r for r, over in above.items() if over == superior):
        here = sorted(
            (n for r, n in members if r == region), key=lambda n: (n.status == "征求意见稿", n.title)
        )
        deeper = _below(region, members, above)
        nodes += [
            Node(n.title, n.region, n.level, n.number, n.url, n.status, deeper if n is here[0] else ())
            for n in here
        ]
    return tuple(nodes)


@dataclass(frozen=True)
class SpanRow:
    """A document over the years: `cells` says for each year whether the period covers it and what is dated then."""

    row: DocumentRow
    period: str
    cells: tuple[tuple[str, bool, str], ...]


MOST_SPANS, MOST_TREES, MOST_NODES = 60, 12, 40
"""How many documents, how many families and how many versions of each one page of pictures shows."""


@dataclass(frozen=True)
class Spans:
    """Documents and their periods, oldest first, over `years`."""

    years: tuple[str, ...]
    rows: tuple[SpanRow, ...]
    left_out: int


def document_spans(library: Library) -> Spans:
    """Return the newest documents with their printed date and period; one that prints neither has an empty row that says so."""
    documents = sorted(library.documents.values(), key=order_key)[-MOST_SPANS:]
    ends = {d.id: _covered(d) for d in documents}
    known = [int(year) for first, last in ends.values() for year in (first, last) if year]
    known += [int(date[:4]) for d in documents if (date := known_date(d))]
    years = tuple(str(year) for year in range(min(known), max(known) + 1)) if known else ()
    rows = tuple(_span_row(library, d, ends[d.id], years) for d in documents)
    return Spans(years, rows, len(library.documents) - len(rows))


def _span_row(
    library: Library, document: Document, covered: tuple[str, str], years: tuple[str, ...]
) -> SpanRow:
    first, last = covered
    dated = {
        date.value[:4]: f"{chinese_date(date.value)}{words}"
        for words, date in (("成文", document.dates.signed), ("印发", document.dates.issued))
        if isinstance(date, DatedEvidence)
    }
    period = document.period
    return SpanRow(
        view_row(library, document),
        period.words if isinstance(period, Absent) else period.printed,
        tuple((year, bool(last) and (first or last) <= year <= last, dated.get(year, "")) for year in years),
    )


def _covered(document: Document) -> tuple[str, str]:
    """The years in which the printed period begins and ends, empty where they are not printed."""
    period = document.period
    if isinstance(period, Absent):
        return "", ""
    first, last = ("" if isinstance(end, Absent) else end[:4] for end in (period.start, period.end))
    return first, last


@dataclass(frozen=True)
class HeatRow:
    """A line of work: its clauses on each topic as number and shade (0 none … 4 most), and all of them."""

    name: str
    cells: tuple[tuple[int, int], ...]
    total: int


@dataclass(frozen=True)
class Heat:
    """Lines of work × topics: in how many clauses of final documents a line has a part."""

    topics: tuple[tuple[str, str], ...]
    rows: tuple[HeatRow, ...]


SHADES = (1, 3, 6, 10)
"""From how many clauses on a cell is one shade darker."""


def duties_by_topic(library: Library) -> Heat:
    """Return which line of work (条线) has a part in how many clauses on each topic; drafts are left out.

    The most loaded lines and topics come first; those without a duty are left out. A clause on two topics counts once
    in each, and once in the total of its line.
    """
    vocabulary = library.vocabulary
    counts: Counter[tuple[str, str]] = Counter()
    by_line: Counter[str] = Counter()
    by_topic: Counter[str] = Counter()
    for document in library.documents.values():
        if is_draft(document):
            continue
        for provision in document.provisions:
            lines = {
                vocabulary.departments[org].line
                for duty in provision.duties
                for org in duty.orgs
                if org in vocabulary.departments
            }
            counts.update((line, topic) for line in lines for topic in provision.topics)
            by_line.update(lines)
            by_topic.update(provision.topics if lines else ())
    topics = sorted((t for t in by_topic if t in vocabulary.topics), key=lambda t: (-by_topic[t], t))
    loaded = sorted((n for n in by_line if n in vocabulary.lines), key=lambda n: (-by_line[n], n))
    return Heat(
        tuple((vocabulary.topics[t].name, links.topic(t)) for t in topics),
        tuple(
            HeatRow(
                vocabulary.lines[line].name,
                tuple((counts[line, t], sum(counts[line, t] >= step for step in SHADES)) for t in topics),
                by_line[line],
            )
            for line in loaded
        ),
    )
