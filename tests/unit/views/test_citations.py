"""引用 and 这条有误？: the sentence, the line to edit, the letter."""

from urllib.parse import parse_qs, urlsplit

from generator.edit_lines import edit_lines
from generator.settings import Settings, read_settings
from generator.views.citations import CitationView, view_citations
from tests.fictional import FINAL, library, policy_files

EDIT = "https://git.example.cn/x/-/edit/main/{file}#L{line}"


def _fact(settings: Settings) -> CitationView:
    held, files = library(), policy_files()
    lines = edit_lines(held, files) if settings.edit_url else {}
    document = held.documents["yunzhou-peixun-2024"]
    return next(
        c for c in view_citations(held, document, settings, lines)["butie"].facts if c.anchor == "f-butie-e"
    )


def test_a_fact_is_cited_with_title_number_section_and_quote():
    """An office can paste the sentence into a report."""
    assert _fact(Settings()).sentence == (
        "《云州市技能培训实施方案》（云人社发〔2024〕5号）“（一）发放培训补贴”：“一次性给予每人600元补贴”"
    )


def test_the_editor_opens_at_the_line_of_the_fact():
    """The line is the one on which the fact begins in its YAML file."""
    lines = policy_files()[FINAL].decode().splitlines()
    number = lines.index("      - id: butie-e") + 1

    assert _fact(Settings(edit_url=EDIT)).edit_url == EDIT.replace("{file}", FINAL).replace(
        "{line}", str(number)
    )


def test_the_letter_says_which_fact_it_is_about():
    """The reader adds what is wrong and nothing else."""
    link = urlsplit(_fact(Settings(feedback_mail="office@example.cn")).mail_url)

    body = parse_qs(link.query)["body"][0]
    assert (link.scheme, link.path) == ("mailto", "office@example.cn")
    assert "云州市技能培训实施方案" in body
    assert "documents/yunzhou-peixun-2024/#f-butie-e" in body


def test_what_is_not_set_is_not_there():
    """Without an address there is no way to report, rather than one that leads nowhere."""
    fact = _fact(Settings())

    assert (fact.edit_url, fact.mail_url) == ("", "")


def test_settings_take_texts_only():
    """A list or a number in mkdocs.yml is not an address."""
    assert read_settings({"edit_url": ["x"], "feedback_mail": " a@b.cn "}) == Settings("", "a@b.cn")


def test_no_settings_at_all_are_empty():
    """mkdocs.yml may lack extra.handbook."""
    assert read_settings(None) == Settings()
