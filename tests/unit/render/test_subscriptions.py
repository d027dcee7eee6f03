"""Calendar files and feeds, read back by programs that did not write them."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from icalendar import Calendar

from generator.render.events import render_events
from generator.render.subscriptions import subscription_files
from generator.views.events import Event
from tests.fictional import DRAFT, library

ATOM = "{http://www.w3.org/2005/Atom}"
EVENT = Event(
    id="yunzhou-peixun-2024/report",
    sort="每年",
    day=date(2024, 12, 10),
    last=date(2026, 12, 10),
    exact=True,
    title="报送工作总结",
    printed="每年12月10日前",
    bodies=(),
    quote="每年12月10日前报送",
    document="云州培训",
    document_title="云州市培训办法",
    clause="三（二）",
    url="documents/yunzhou-peixun-2024/#f-report",
    region="990100",
    status="现行",
    draft=False,
    changed="2026-11-20",
)


def _entry(event: Event = EVENT, address: str = ""):
    calendar = Calendar.from_ical(render_events("政策手册", [event], address))
    return calendar.walk("VEVENT")[0]


def test_a_yearly_date_repeats_until_the_period_ends():
    """每年12月10日 comes back each year and stops with the document's period."""
    entry = _entry()

    assert entry.decoded("dtstart") == date(2024, 12, 10)
    assert entry["rrule"] == {"FREQ": ["YEARLY"], "UNTIL": [date(2026, 12, 10)]}


def test_an_entry_takes_the_whole_day():
    """It ends on the next day, as RFC 5545 counts, and blocks no one's time."""
    entry = _entry()

    assert (entry.decoded("dtend") - entry.decoded("dtstart")).days == 1
    assert entry["transp"] == "TRANSPARENT"


def test_the_stamp_is_the_day_of_the_last_reading():
    """Not the moment of the build, or two builds would differ."""
    assert _entry()["dtstamp"].dt.date() == date(2026, 11, 20)


def test_a_draft_says_so_in_the_calendar():
    """Nobody takes a date of a draft for one in force."""
    entry = _entry(replace(EVENT, draft=True, status="征求意见稿"))

    assert entry["summary"].startswith("【征求意见稿】")
    assert entry["status"] == "TENTATIVE"


def test_an_entry_leads_to_its_clause_only_where_the_address_is_known():
    """A relative address means nothing in somebody's calendar."""
    assert "url" not in _entry()
    assert (
        _entry(address="https://handbook.invalid/")["url"]
        == "https://handbook.invalid/documents/yunzhou-peixun-2024/#f-report"
    )


def test_names_of_entries_are_plain_and_differ():
    """Outlook and WPS recognise an entry by its UID when it is imported again."""
    files = subscription_files(library(), "政策手册", "")
    entries = Calendar.from_ical(files["calendar.ics"]).walk("VEVENT")
    names = [str(entry["uid"]) for entry in entries]

    assert names
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.endswith("@policy-handbook") for name in names)


def test_lines_are_folded_at_75_octets():
    """RFC 5545, 3.1; Chinese characters are never cut in two."""
    lines = subscription_files(library(), "政策手册", "")["calendar.ics"].split(b"\r\n")

    assert [line for line in lines if len(line) > 75] == []
    assert [line.decode() for line in lines]


def test_every_region_with_documents_has_its_own_files():
    """They lie beside the region's page."""
    held = {d.region for d in library().documents.values()}

    assert {f"regions/{region}/feed.atom" for region in held} <= subscription_files(
        library(), "政策手册", ""
    ).keys()


def _feed(*edits) -> ET.Element:
    return ET.fromstring(subscription_files(library(*edits), "政策手册", "")["feed.atom"])


def test_a_feed_has_what_atom_asks_for():
    """RFC 4287: title, id and updated in the feed and in each entry; an author; names that differ."""
    feed = _feed()
    entries = feed.findall(f"{ATOM}entry")
    names = [entry.findtext(f"{ATOM}id") for entry in entries]

    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert all(one.findtext(f"{ATOM}{key}") for one in (feed, *entries) for key in ("title", "id", "updated"))
    assert len(set(names)) == len(names) == len(library().documents)


def test_a_document_without_a_printed_date_gets_none():
    """An invented date of publication would be read as the document's own."""
    entries = {e.findtext(f"{ATOM}title"): e for e in _feed().findall(f"{ATOM}entry")}
    undated = [
        d
        for d in library().documents.values()
        if getattr(d.dates.issued, "absent", "") and getattr(d.dates.signed, "absent", "")
    ]

    assert undated
    assert [entries[d.title].find(f"{ATOM}published") for d in undated] == [None] * len(undated)
    assert all("文中未载明" in (entries[d.title].findtext(f"{ATOM}content") or "") for d in undated)


def test_a_draft_is_marked_in_the_feed():
    """Its status is a category of the entry."""
    draft = next(d for d in library().documents.values() if d.status.value == "征求意见稿")
    entry = next(e for e in _feed().findall(f"{ATOM}entry") if e.findtext(f"{ATOM}title") == draft.title)

    assert DRAFT.endswith(f"{draft.id}.yaml")
    assert "征求意见稿" in [c.get("term") for c in entry.findall(f"{ATOM}category")]
