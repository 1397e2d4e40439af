"""Paths, folders and patterns to drafts."""

import os
import sys
from pathlib import Path

import pytest

from poalint.errors import DraftError
from poalint.model import Draft
from poalint.sources import drafts


def found(*paths: object) -> list[str]:
    """The drafts' paths, and for an error its reason."""
    return [each.path if isinstance(each, Draft) else each.reason for each in drafts(map(str, paths))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "c.TEXT",
        "x.pdf",
        ".hidden.txt",
        "sub/d.txt",
        ".git/e.txt",
        "sub/none/y.doc",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_searched_in_order_without_what_is_hidden(folder: Path) -> None:
    assert found(".") == ["a.md", "b.txt", "c.TEXT", os.path.join("sub", "d.txt")]
    assert found(folder) == [str(folder / name) for name in ("a.md", "b.txt", "c.TEXT", "sub/d.txt")]
    assert found(".git") == [os.path.join(".git", "e.txt")]


def test_a_file_is_read_whatever_its_name(folder: Path) -> None:
    assert found("x.pdf", ".hidden.txt") == ["x.pdf", ".hidden.txt"]


def test_a_pattern_is_expanded_unless_a_file_is_called_so(folder: Path) -> None:
    assert found("*.txt") == ["b.txt"]
    assert found("[ab].*") == ["a.md", "b.txt"]
    assert found(os.path.join("**", "*.txt")) == ["b.txt", os.path.join("sub", "d.txt")]
    assert found("s*") == [os.path.join("sub", "d.txt")]
    (folder / "[ab].md").write_text("text", encoding="utf-8")
    assert found("[ab].md") == ["[ab].md"]


def test_a_file_is_read_once(folder: Path) -> None:
    assert found("b.txt", folder / "b.txt", "*.txt", "sub/../b.txt") == ["b.txt"]
    if sys.platform != "win32":
        (folder / "link.txt").symlink_to("b.txt")
        assert found("link.txt", "b.txt") == ["link.txt"]


@pytest.mark.parametrize("path", ["sub/none", "*.rtf", "sub/n*"])
def test_nothing_found_names_the_suffixes(folder: Path, path: str) -> None:
    (error,) = drafts([path])
    assert isinstance(error, DraftError)
    assert error.where == path
    assert ".markdown, .md" in error.remedy
    assert error.remedy.endswith(" or .txt.")


def test_what_is_no_file_is_refused(folder: Path) -> None:
    assert found("gone.txt", "") == ["there is no such file or folder", "an empty path was given"]
    assert len(found("b.txt/x", "a\0b")) == 2
    assert all(isinstance(each, DraftError) for each in drafts(["b.txt/x", "a\0b"]))


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_pipes_devices_and_loose_links_are_refused_and_not_opened(folder: Path) -> None:
    os.mkfifo("pipe.txt")
    Path("loose.txt").symlink_to("nowhere")
    refused = {"this is a pipe or a device, not a file", "this is a link to a file that is not there"}
    assert set(found("pipe.txt", "loose.txt")) == refused
    assert found(os.devnull) == ["this is a pipe or a device, not a file"]
    assert refused < set(found("."))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to root")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    Path("b.txt").chmod(0)
    Path("sub").chmod(0)
    try:
        assert found(".").count("you may not read this") == 2
    finally:
        Path("sub").chmod(0o700)


def test_a_link_to_a_folder_above_is_no_endless_way(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("links need rights there")
    (folder / "sub" / "up").symlink_to(folder)
    assert len(found(".")) == 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (bytes(range(256)), "not a text file"),
        (b"\x89PNG\r\n\x1a\n...", "this is a picture"),
        ("\u0142\u00f3d\u017a".encode("cp1250"), "not valid UTF-8"),
        (b"a" * 5_000_000, "5.0 MB"),
        (b"a" * 65_000_000, "more than 20 MB"),
    ],
    ids=["empty", "blank", "binary", "picture", "cp1250", "5 MB", "65 MB"],
)
def test_what_is_no_letter_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    (error,) = drafts([str(path)])
    assert isinstance(error, DraftError)
    assert error.where == str(path)
    assert reason in error.reason
    assert error.remedy


def test_drafts_are_read_one_by_one(folder: Path) -> None:
    coming = drafts(["."])
    next(coming)
    Path("b.txt").unlink()
    assert isinstance(next(coming), DraftError)
