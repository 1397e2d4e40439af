"""The HTML report as a browser shows it: nothing is refused, nothing runs over, notes stand beside their words."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from browser import PROGRAM, Browser, browser
from program import GOOD, run

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed")

LETTER = """Dear Amazon <b>Team</b>,

Our late shipment rate was 7.2% against the 4% target. \U0001f4e6 https://example.com/{}

1. Root cause
- We shipped 41 orders late, because nobody changed the handling time after we moved the warehouse.
- Maybe we could have done better. This is so UNFAIR AND RIDICULOUS!!! Please, my family will starve and we beg you!!!

| Order | Promised | Shipped | Carrier |
|---|---|---|---|
| 111-1234567-1234567 | 3 March | 5 March | UPS Ground, second attempt, left with a neighbour |

	On [DATE] we refunded all 41 buyers. We promise this will never happen again.

Ann \u202eevil\u202c Lee
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on a letter that has everything, a good one and a missing one, with a score from before."""
    folder = tmp_path_factory.mktemp("report")
    letter = folder / "letter.txt"
    letter.write_text(LETTER.format("x" * 200), encoding="utf-8")
    run("check", letter, "--format", f"json={folder / 'old.json'}")
    options = ["--format", f"html={folder / 'report.html'}", "--previous", folder / "old.json"]
    assert run("check", letter, GOOD, folder / "none.txt", *options).status == 2
    return folder / "report.html"


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as running:
        yield running


NOTES = """[...document.querySelectorAll('article:first-of-type .lines .badge')].map(badge => {
  const note = document.querySelector(badge.getAttribute('href'));
  const [a, b, lines] = [badge, note, badge.closest('.lines')].map(each => each.getBoundingClientRect());
  return {
    shown: getComputedStyle(badge, '::after').content, number: note.dataset.n,
    back: note.querySelector('.badge').getAttribute('href') === '#' + badge.id,
    described: document.getElementById(badge.getAttribute('aria-describedby'))?.textContent.length > 0,
    marks: document.querySelectorAll(`article:first-of-type mark[data-n~="${note.dataset.n}"]`).length,
    badge: a.top, note: b.top, left: b.left, right: a.right, bottom: b.bottom, under: lines.bottom, high: b.height,
  };
})"""


def notes(chromium: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = chromium.ask(NOTES)
    assert len(found) > 5
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 700, 860, 1280, 1920])
def test_nothing_is_refused_asked_for_or_runs_over(chromium: Browser, page: Path, width: int, dark: bool) -> None:
    chromium.open(page, width, dark=dark)
    assert chromium.logged == []
    assert chromium.asked_for == [page.as_uri()]
    assert chromium.ask("document.documentElement.scrollWidth") <= width
    ground = chromium.ask("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == ("rgb(20, 22, 26)" if dark else "rgb(245, 244, 240)"), "the style sheet holds"


@pytest.mark.parametrize("width", [390, 1280])
def test_every_mark_has_the_number_of_its_note(chromium: Browser, page: Path, width: int) -> None:
    chromium.open(page, width)
    found = notes(chromium)
    assert [each["shown"] for each in found] == [f'"{each["number"]}"' for each in found]
    assert all(each["back"] and each["described"] and each["marks"] and each["high"] > 20 for each in found)
    numbers = [int(each["number"]) for each in found]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@pytest.mark.parametrize("width", [700, 1280])
def test_notes_stand_in_the_margin_beside_their_words_or_under_the_note_before(
    chromium: Browser, page: Path, width: int
) -> None:
    chromium.open(page, width)
    found = notes(chromium)
    before = float("-inf")
    for each in found:
        assert each["left"] > each["right"] - 1
        assert abs(each["note"] - max(before + 12, each["badge"] - 12)) < 8
        before = each["bottom"]


def test_a_note_that_is_opened_pushes_those_below_it(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280)
    chromium.ask("document.querySelector('.margin details').open = true; new Promise(done => setTimeout(done, 200))")
    found = notes(chromium)
    assert all(one["bottom"] <= other["note"] for one, other in pairwise(found))


def test_on_a_phone_and_without_scripts_notes_stand_under_their_paragraph(chromium: Browser, page: Path) -> None:
    chromium.open(page, 390)
    assert all(each["note"] >= each["under"] for each in notes(chromium))
    chromium.open(page, 1280, scripts=False)
    assert all(each["note"] >= each["under"] for each in notes(chromium))


def test_the_letter_stays_in_sight_while_its_notes_scroll_by(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280, 900)
    seen = """(() => {
      const notes = document.querySelectorAll('article:first-of-type .margin .finding');
      notes[notes.length - 1].scrollIntoView({block: 'end'});
      const sheet = document.querySelector('article:first-of-type .sheet').getBoundingClientRect();
      return Math.min(sheet.bottom, innerHeight) - Math.max(sheet.top, 0);
    })()"""
    assert chromium.ask(seen) > 300


@pytest.mark.parametrize("what", ["focus", "hover"])
def test_a_note_lights_its_words_and_the_other_way_round(chromium: Browser, page: Path, what: str) -> None:
    chromium.open(page, 1280)
    lit = "[...document.querySelectorAll('.lit')].map(each => each.tagName + (each.dataset.n || ''))"
    assert chromium.ask(lit) == []
    for selector in (".lines .badge", ".margin .finding .badge"):
        number = chromium.ask(f"document.querySelector('{selector}').dataset.n")
        if what == "focus":
            chromium.ask(f"document.querySelector('{selector}').focus()")
        else:
            place = f"document.querySelector('{selector}').getBoundingClientRect()"
            chromium.ask(f"document.querySelector('{selector}').scrollIntoView({{block: 'center'}})")
            x, y = chromium.ask(f"[{place}.left + 4, {place}.top + 4]")
            chromium.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        names = chromium.ask(lit)
        assert {"MARK" + number, "LI" + number, "A" + number} <= set(names)


def test_a_letter_far_down_gets_its_margin_when_it_is_scrolled_to(chromium: Browser, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(LETTER, encoding="utf-8")
    run("check", tmp_path, "--format", f"html={tmp_path / 'report.html'}")
    chromium.open(tmp_path / "report.html", 1280)
    chromium.ask("document.querySelector('#d6').scrollIntoView(); new Promise(done => setTimeout(done, 400))")
    tops = """['.lines .badge', '.margin .badge'].map(each =>
      document.querySelector(`#d6 ${each}`).getBoundingClientRect().top)"""
    mark, note = chromium.ask(tops)
    assert abs(mark - note) < 25
    assert chromium.logged == []


def test_what_is_asked_for_by_its_address_is_shown(chromium: Browser, page: Path) -> None:
    chromium.open(page, 1280, 700)
    last = notes(chromium)[-1]["number"]
    chromium.ask(f"location.hash = 'd1-n{last}'")
    assert 0 <= chromium.ask(f"document.getElementById('d1-n{last}').getBoundingClientRect().top") < 700


def test_paper_holds_all_that_is_folded_and_the_screen_is_as_before(
    chromium: Browser, page: Path, tmp_path: Path
) -> None:
    chromium.open(page, 1280)
    folded = "document.querySelectorAll('details:not([open])').length"
    before = chromium.ask(folded)
    chromium.ask("addEventListener('beforeprint', () => { window.printed = [" + folded + ", "
                 "document.querySelectorAll('.margin .finding').length]; })")  # fmt: skip
    chromium.pdf(tmp_path / "report.pdf")
    made = (tmp_path / "report.pdf").read_bytes()
    assert made.startswith(b"%PDF")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") >= 3, "the list and two letters"
    assert chromium.ask("window.printed") == [0, 0]
    assert chromium.ask(folded) == before > 0
    assert chromium.ask("document.querySelectorAll('.margin .finding').length") > 5


def test_a_picture_of_the_page_is_no_blank(chromium: Browser, page: Path, tmp_path: Path) -> None:
    chromium.open(page, 1280)
    chromium.picture(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 50_000
