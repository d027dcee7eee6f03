"""The browser the other tests rely on: Chromium with Chinese fonts."""

import pytest


@pytest.mark.browser
def test_browser_has_a_chinese_serif(page):
    """Headings are set in a serif; without one a screenshot would show another typeface than readers see."""
    session = page.context.new_cdp_session(page)
    page.set_content("<p style='font-family: \"Noto Serif CJK SC\"'>政策手册</p>")
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    paragraph = session.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]

    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": paragraph})["fonts"]

    assert [font["familyName"] for font in fonts] == ["Noto Serif CJK SC"]
