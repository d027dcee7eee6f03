"""The calendar: which printed words fall on which day."""

from datetime import date

from generator.views.calendar import CalendarParts, cut_calendar, view_calendar
from generator.views.events import Event, find_events
from generator.views.terms import view_region
from tests.fictional import FINAL, library


def _by_title(*edits) -> dict[str, Event]:
    return {event.title: event for event in find_events(library(*edits))}


def test_a_date_of_every_year_runs_through_the_period():
    """每年12月10日前, in a document from 2024 to 2026."""
    event = _by_title()["报送总结的时限"]

    assert (event.sort, event.day, event.last) == ("每年", date(2024, 12, 10), date(2026, 12, 10))
    assert event.when == "每年12月10日"


def test_a_year_alone_falls_on_its_end():
    """到2026年末 names no day: the last one is taken, and the page says 年末."""
    event = _by_title()["总量目标的期限"]

    assert (event.day, event.exact, event.when) == (date(2026, 12, 31), False, "2026年末")


def test_targets_of_single_years_fall_on_their_own_year():
    """Three years of training make three events."""
    events = [e for e in find_events(library()) if e.sort == "目标" and e.title.startswith("202")]

    assert [event.day.year for event in events] == [2024, 2025, 2026]


def test_the_end_of_a_document_is_an_event():
    """The printed period ends with 2026."""
    ends = [event for event in find_events(library()) if event.sort == "期满"]

    assert [(event.document, event.day) for event in ends] == [(ends[0].document, date(2026, 12, 31))]


def test_a_length_of_time_is_no_date():
    """A target “within three years” without a printed beginning has no day."""
    edit = (FINAL, "quote: 2024年10万人次, period: 2024年,", "quote: 2024年10万人次, period: 三年内,")

    assert [e for e in find_events(library(edit)) if e.title.startswith("2024年培训规模")] == []


def test_a_region_sees_what_its_superiors_say_but_not_the_other_way_round():
    """A city follows its province; a province does not follow its city."""
    city, province = find_events(library(), "990100"), find_events(library(), "990000")

    assert city
    assert province == ()


def test_every_year_of_the_period_shows_the_yearly_date():
    """The year view repeats it, with its day."""
    view = view_calendar(library())

    assert [year.year for year in view.years][-3:] == [2024, 2025, 2026]
    assert all("报送总结的时限" in [e.title for e in year.months[11][1]] for year in view.years[-3:])


def test_a_calendar_that_is_too_long_is_cut_by_year():
    """Each part holds its year, what comes every year too; what has no date has a part of its own."""
    held = library()
    whole, parts = view_calendar(held), cut_calendar(held, most=len(find_events(held)))
    years = {part.url: part for part in parts}

    assert cut_calendar(held) == ()
    assert [part.years[0] for part in parts if part.years] == list(whole.years)
    assert years["calendar/2025/"].title == "2025年"
    assert parts[-1].undated == whole.undated
    assert CalendarParts(held, most=1)["calendar/undated/"].undated == whole.undated


def test_what_recurs_without_a_date_is_listed_apart():
    """每2年评选1次 has no day in any calendar."""
    assert [fact.label for fact in view_calendar(library()).undated] == ["基地评选周期"]


def test_the_page_of_a_region_leads_to_its_calendar_and_its_feed():
    """A region without an event has a feed alone: no link leads to a file that is not made."""
    held = library()
    views = [view_region(held, region) for region in held.vocabulary.regions.values()]
    found = {view.url: [one.url for one in view.subscriptions] for view in views}

    assert found["regions/990100/"] == ["regions/990100/calendar.ics", "regions/990100/feed.atom"]
    assert [url for url in found["regions/990000/"] if url.endswith(".ics")] == []
