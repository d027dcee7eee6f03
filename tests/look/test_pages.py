"""The look in Chromium: it fits, asks nobody else, works by keyboard and without scripts."""

import pytest

from tests.look.gallery import NAMES

pytestmark = pytest.mark.browser

PATHS = ["" if name == "index" else f"{name}/" for name in NAMES]
WIDTHS = [
    pytest.param(1280, "", id="desk"),
    pytest.param(800, "", id="tablet"),
    pytest.param(375, "", id="phone"),
    pytest.param(320, "", id="small"),
    pytest.param(375, "html { font-size: 250% !important }", id="phone-200-percent"),
    pytest.param(1280, "large", id="desk-large"),
    pytest.param(320, "large", id="small-large"),
]


def open_page(page, address, width=1280, type_size=""):
    """Show *address* at *width* pixels; *type_size*: "large" for the mode of the site, else a style rule."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    if type_size == "large":
        page.evaluate("document.documentElement.dataset.large = ''")
    elif type_size:
        page.add_style_tag(content=type_size)


@pytest.mark.parametrize(("width", "type_size"), WIDTHS)
def test_no_page_scrolls_sideways(page, gallery, width, type_size):
    """From 320 pixels up, and with type of twice the size."""
    surplus = {}
    for path in PATHS:
        open_page(page, gallery + path, width, type_size)
        surplus[path] = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

    assert surplus == dict.fromkeys(PATHS, 0)


def test_pages_ask_no_other_host(page, gallery):
    """The handbook also runs where there is no internet."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    for path in PATHS:
        page.goto(gallery + path, wait_until="networkidle")

    assert [url for url in asked if not url.startswith((gallery, "data:"))] == []


def test_document_outside_the_navigation_knows_its_section(page, gallery):
    """Its front matter names the section; the row under the masthead shows it."""
    page.goto(gallery + "document/")

    assert page.locator(".hb-tabs [aria-current]").all_inner_texts() == ["文件"]


def test_crumbs_lead_back_below_a_sub_path(page, gallery):
    """Addresses in front matter count from the root of the site, wherever it lies."""
    page.goto(gallery + "document/")

    page.click(".hb-crumbs a")

    assert page.url == gallery


def test_search_form_reaches_the_search_page(page, gallery):
    """A plain GET form: words go into q."""
    page.goto(gallery + "document/")
    page.fill(".hb-masthead__search [name=q]", "补贴")

    page.press(".hb-masthead__search [name=q]", "Enter")
    page.wait_for_url("**/search/**")

    assert page.url == gallery + "search/?q=%E8%A1%A5%E8%B4%B4"


def test_palette_is_remembered_on_the_next_page(page, gallery):
    """Dark stays dark."""
    page.goto(gallery)
    page.get_by_role("button", name="深色").click()

    page.goto(gallery + "document/")

    assert page.get_attribute("html", "data-scheme") == "dark"


def test_every_draft_page_has_the_dashed_edge(page, gallery):
    """Any crop shows that it is a draft."""
    page.goto(gallery + "draft/")

    assert page.evaluate("getComputedStyle(document.querySelector('article')).borderLeftStyle") == "dashed"


def test_comparison_stays_a_table_on_a_phone(page, gallery):
    """The phone layout takes the table display away; the roles keep rows and heads for a screen reader."""
    open_page(page, gallery + "compare/", 375)
    session = page.context.new_cdp_session(page)

    roles = [
        node["role"]["value"]
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if "role" in node
    ]

    assert {
        role: roles.count(role) >= least
        for role, least in [("columnheader", 5), ("rowheader", 9), ("cell", 36)]
    } == {
        "columnheader": True,
        "rowheader": True,
        "cell": True,
    }


def test_region_heads_stay_in_view_on_a_phone(page, gallery):
    """Scrolled into the table, the heads stand under the masthead."""
    open_page(page, gallery + "compare/", 375)
    page.evaluate("scrollTo(0, 1500)")

    gap = page.evaluate(
        "document.querySelector('.hb-compare thead').getBoundingClientRect().top"
        " - document.querySelector('.hb-masthead').getBoundingClientRect().bottom"
    )

    assert abs(gap) <= 1


def test_figure_stays_whole_on_a_phone(page, gallery):
    """6000元—8000元 side by side with another region keeps to one line."""
    open_page(page, gallery + "compare/", 375)

    assert page.evaluate("document.querySelector('.hb-compare .is-long').getClientRects().length") == 1


def test_paper_shows_the_quotes_that_are_folded_away(page, gallery):
    """A reader of paper cannot open a fold."""
    page.goto(gallery + "document/")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = false)")

    page.emulate_media(media="print")

    assert page.locator(".hb-fold blockquote").first.bounding_box()["height"] > 0


def test_menu_opens_without_scripts(chromium, gallery):
    """On a phone the sections are behind one button, a native fold."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(gallery + "document/")

    page.focus(".hb-menu__button")
    page.keyboard.press("Enter")

    assert page.locator(".hb-menu__panel a").first.is_visible()
    context.close()


def test_focus_ring_is_three_pixels_of_vermilion(page, gallery):
    """Whoever uses the keyboard sees where they are."""
    page.goto(gallery + "document/")
    page.focus(".hb-crumbs a")

    page.keyboard.press("Tab")

    style = "getComputedStyle(document.activeElement)"
    assert page.evaluate(f"[{style}.outlineWidth, {style}.outlineColor]") == ["3px", "rgb(179, 38, 26)"]


@pytest.mark.parametrize("width", [375, 1280])
def test_names_of_states_stay_on_one_line(page, gallery, width):
    """“金额未/定” is not read as the name of a state."""
    open_page(page, gallery + "compare/", width)

    heights = page.locator(".hb-compare .hb-mark").evaluate_all(
        "all => all.map((mark) => mark.getBoundingClientRect().height / parseFloat(getComputedStyle(mark).fontSize))"
    )
    inside = page.locator(".hb-compare td:has(.hb-mark)").evaluate_all(
        "all => all.every((cell) => cell.scrollWidth <= cell.clientWidth + 1 || cell.matches('.is-narrow'))"
    )

    assert not page.locator(".hb-cell__label").first.is_visible()
    assert heights
    assert max(heights) < 2
    assert inside


def test_a_phone_gives_no_column_to_a_version_nobody_has(page, gallery):
    """A sentence says it; the cells stay for those who are read to."""
    open_page(page, gallery + "compare/", 375)

    assert page.locator(".hb-compare__lacking").is_visible()
    assert page.locator("td.is-narrow").first.bounding_box()["width"] <= 1
    assert page.locator("td.is-narrow[data-cell=missing]").count() == 9
