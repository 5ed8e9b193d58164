"""The command line as a user meets it: as processes, with their exit statuses."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from prism.app import commands
from prism.app.cli import PARTS, main
from prism.app.commands import sources

OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="하늘일보" type="rss" xmlUrl="https://haneul.example/rss" htmlUrl="https://haneul.example/" language="ko"/>
<outline text="group"><outline text="The Port Gazette" xmlUrl="https://port.example/feed.xml"/></outline>
</body></opml>"""


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def prism(*arguments: str, cwd: Path) -> Ran:
    """The command line in this process: a process each would spend its time on imports."""
    out, err = io.StringIO(), io.StringIO()
    before, status = sys.argv, 0
    sys.argv = ["prism", *arguments]
    try:
        with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    finally:
        sys.argv = before
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    assert prism("init", "desk", cwd=tmp_path).returncode == 0
    return tmp_path / "desk"


def test_init_explains_every_key_and_asks_nothing(tmp_path: Path, newsroom: Path) -> None:
    text = (newsroom / "prism.toml").read_text(encoding="utf-8")
    for key in ("url", "name", "editor", "contact", "locale", "timezone", "allow", "delay_seconds"):
        assert key in text
    assert all(
        "#" in line
        for line in text.splitlines()
        if " = " in line and not line.startswith(("locale", "timezone", "policy"))
    )
    again = prism("init", "desk", cwd=tmp_path)
    assert again.returncode == 2
    assert "is there already" in again.stderr


@pytest.mark.parametrize(
    "command", [["run", "--once"], ["sources", "list"], ["export", "briefs"], ["backup", "x"], ["serve"]]
)
def test_without_a_newsroom_one_line_shows_the_way(tmp_path: Path, command: list[str]) -> None:
    result = prism(*command, cwd=tmp_path)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "prism init" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[site]\nnam = 'x'", "site.nam"),
        ("[[edition]]\nlocale = 'xx'", "xx"),
        ("[[edition]]\nlocale = 'ko'\ntimezone = 'Asia/Soul'", "Asia/Soul"),
        ("[fetch]\nallow = ['127.0.0.1']", "127.0.0.1"),
        ("[fetch]\ndelay_seconds = 'soon'", "fetch.delay_seconds"),
        ("[site", "prism.toml"),
        ("[[edition]]\nlocale = 'ko'\n[[edition]]\nlocale = 'ko'", "edition"),
    ],
)
def test_a_wrong_configuration_is_named_by_its_key(newsroom: Path, text: str, named: str) -> None:
    (newsroom / "prism.toml").write_text(text, encoding="utf-8")
    result = prism("run", "--once", cwd=newsroom)
    assert result.returncode == 2
    assert named in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["runn"],
        ["run", "--twice"],
        ["export", "cats"],
        ["run", "--now", "noon", "--once"],
        ["run", "--now", "2026-01-01"],
    ],
)
def test_wrong_usage_exits_with_2(newsroom: Path, arguments: list[str]) -> None:
    result = prism(*arguments, cwd=newsroom)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_sources_come_in_and_go_out_as_opml(newsroom: Path) -> None:
    (newsroom / "in.opml").write_text(OPML, encoding="utf-8")
    assert "2 sources added" in prism("sources", "import", "in.opml", "--rights", "excerpt", cwd=newsroom).stderr
    assert "0 sources added" in prism("sources", "import", "in.opml", cwd=newsroom).stderr
    rows = [json.loads(line) for line in prism("sources", "list", "--json", cwd=newsroom).stdout.splitlines()]
    assert [(row["name"], row["rights"]) for row in rows] == [("The Port Gazette", "excerpt"), ("하늘일보", "excerpt")]
    assert prism("sources", "export", "out.opml", cwd=newsroom).returncode == 0
    assert prism("sources", "remove", "하늘일보", cwd=newsroom).returncode == 0
    assert prism("sources", "remove", "하늘일보", cwd=newsroom).returncode == 2
    assert "1 sources added, 1 known" in prism("sources", "import", "out.opml", cwd=newsroom).stderr


def test_a_file_that_is_no_opml_is_said_to_be_none(newsroom: Path) -> None:
    (newsroom / "in.opml").write_text("<html>not a list</html>", encoding="utf-8")
    result = prism("sources", "import", "in.opml", cwd=newsroom)
    assert result.returncode == 2
    assert "OPML" in result.stderr
    assert prism("sources", "import", "missing.opml", cwd=newsroom).returncode == 2


def test_a_private_address_is_refused_with_the_way_out(newsroom: Path) -> None:
    result = prism("sources", "add", "http://127.0.0.1:9/feed", cwd=newsroom)
    assert result.returncode == 2
    assert "fetch.allow" in result.stderr


def test_a_run_without_sources_is_a_run(newsroom: Path) -> None:
    result = prism("run", "--once", "--now", "2026-11-22T09:00:00+09:00", cwd=newsroom)
    assert result.returncode == 0, result.stderr
    assert "no sources yet" in result.stderr
    assert (newsroom / "site" / "ko" / "index.html").exists()
    for what in ("articles", "stories", "briefs"):
        assert prism("export", what, cwd=newsroom).stdout == ""


def test_every_command_has_help_that_says_what_it_does(tmp_path: Path) -> None:
    commands = [
        "init",
        "run",
        "serve",
        "sources",
        "export",
        "extract",
        "cluster",
        "check",
        "backup",
        "restore",
        "doctor",
        "eval",
        "demo",
    ]
    for command in commands:
        result = prism(command, "--help", cwd=tmp_path)
        assert result.returncode == 0
        assert len(result.stdout.split()) > 15
        assert "\x1b[" not in result.stdout


def test_the_installed_program_is_the_same(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "prism.app.cli", "run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "prism init" in ran.stderr


def test_every_module_of_commands_is_listed() -> None:
    folder = Path(commands.__file__).parent
    assert {file.stem for file in folder.glob("*.py")} - {"__init__"} == set(PARTS)


def test_what_was_backed_up_can_be_restored(tmp_path: Path, newsroom: Path) -> None:
    assert prism("run", "--once", "--now", "2026-11-22T09:00:00+09:00", cwd=newsroom).returncode == 0
    assert prism("backup", "../kept.gz", cwd=newsroom).returncode == 0
    assert prism("backup", "../kept.gz", cwd=newsroom).returncode == 2
    assert prism("restore", "kept.gz", "again", cwd=tmp_path).returncode == 0
    assert prism("restore", "kept.gz", "again", cwd=tmp_path).returncode == 2
    assert (tmp_path / "again" / "prism.toml").read_bytes() == (newsroom / "prism.toml").read_bytes()
    (tmp_path / "broken.gz").write_bytes((tmp_path / "kept.gz").read_bytes()[:40])
    assert prism("restore", "broken.gz", "other", cwd=tmp_path).returncode == 2
    assert list(tmp_path.glob("other/*")) == []


def test_the_doctor_says_what_is_missing(newsroom: Path) -> None:
    ran = prism("doctor", cwd=newsroom)
    assert ran.returncode == 1
    assert "site.editor and site.contact not set" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["runn"], "'runn'"),
        (["run", "--twice"], "prism run --help"),
        (["export", "cats"], "articles"),
        (["export"], "prism export --help"),
        (["sources"], "prism sources --help"),
        (["sources", "ad"], "'ad'"),
        (["serve", "--port", "0"], "--port"),
        (["serve", "--port", "x"], "--port"),
        (["run", "--once", "--now", "0001-01-01T00:00:00+09:00"], "--now"),
        (["run", "--once", "--now", "9999-12-31T23:59:59"], "1971 to 2200"),
        (["run", "--once", "--now", "1970-12-31T23:59:59"], "1971 to 2200"),
        (["sources", "export", "/nonexistent/x.opml"], "/nonexistent/x.opml"),
        (["restore", "prism.toml", "prism.toml"], "prism.toml"),
        (["restore", "prism.toml", "../other"], "no backup"),
    ],
)
def test_wrong_usage_is_one_line(newsroom: Path, arguments: list[str], told: str) -> None:
    ran = prism(*arguments, cwd=newsroom)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("prism: ")
    assert told in ran.stderr
    assert not any(raw in ran.stderr for raw in ("Traceback", "Value error", "Input should", "pydantic"))


def test_the_version_and_the_help_of_prism_alone(tmp_path: Path) -> None:
    assert prism("--version", cwd=tmp_path).stdout.startswith("prism 0.")
    alone = prism(cwd=tmp_path)
    assert alone.returncode == 0
    assert "sources" in alone.stdout


HOSTILE = """<opml version="2.0"><body>
<outline text="Daily [/oops] News" xmlUrl="https://oops.example/{long}"/>
<outline text="[red]Red[/red] News" xmlUrl="https://red.example/feed"/>
</body></opml>"""


def test_names_from_outside_are_never_markup(newsroom: Path) -> None:
    long = "a-rather-long-path/" * 8 + "end"
    (newsroom / "in.opml").write_text(HOSTILE.format(long=long), encoding="utf-8")
    assert prism("sources", "import", "in.opml", cwd=newsroom).returncode == 0
    ran = prism("sources", "list", cwd=newsroom)
    assert ran.returncode == 0
    titles, *lines = [line.split("\t") for line in ran.stdout.splitlines()]
    rows = [json.loads(line) for line in prism("sources", "list", "--json", cwd=newsroom).stdout.splitlines()]
    assert titles == list(sources.COLUMNS.values())
    assert [(line[0], line[1], line[2]) for line in lines] == [(row["id"], row["name"], row["feed"]) for row in rows]
    assert {line[1] for line in lines} == {"Daily [/oops] News", "[red]Red[/red] News"}
    assert {line[5] for line in lines} == {"now"}
    assert {row["next_poll"] for row in rows} == {None}
    shown = io.StringIO()
    Console(file=shown, width=80).print(sources._table(rows))
    together = "".join(shown.getvalue().split())
    assert "…" not in together
    assert prism("sources", "remove", lines[0][0], cwd=newsroom).returncode == 0


def test_a_zone_that_does_not_exist_is_refused(newsroom: Path) -> None:
    ran = prism("sources", "add", "https://a.example/feed", "--timezone", "Mars/X", cwd=newsroom)
    assert ran.returncode == 2
    assert "Mars/X" in ran.stderr


def test_what_is_wrong_and_the_way_out_are_said_once(newsroom: Path) -> None:
    told = prism("sources", "add", "http://127.0.0.1:9/feed", cwd=newsroom).stderr
    assert told.count("http://127.0.0.1:9/feed") == 1
    assert told.count("(") == 1
    assert told.count("fetch.allow") == 1


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("[site]\nurl = 'http://'", "site.url", "not a whole http(s) address"),
        ("[site]\nurl = 'http://a b/'", "site.url", "not a whole http(s) address"),
        ("[site]\nurl = 'http://a.example:99999'", "site.url", "not a whole http(s) address"),
        ("[site]\nurl = 'http://[/'", "site.url", "not a whole http(s) address"),
        ("[site]\nname = 3", "site.name", "a text in quotation marks"),
        ('[site]\nname = "a\\nb"', "site.name", "control character"),
        ('[site]\nname = "a\\u001bb"', "site.name", "control character"),
        ("[archive]\nurl = 'mysql://x/y'", "archive.url", "must begin with postgresql://"),
        ("[archive]\nurl = 'x.db'", "archive.url", "must begin with postgresql://"),
        ("[archive]\nurl = 'postgresql://a:b:c/d'", "archive.url", "not whole"),
        ("[[edition]]\nlocale = 'ko'\n[[edition]]\nlocale = 'en'\ntimezone = 'X/Y'", "edition 2.timezone", "X/Y"),
        ("[[edition]]\nlocale = 'ko'\npolicy = 'maybe'", "edition 1.policy", "'auto' or 'review'"),
        ("[[edition]]\ntimezone = 'UTC'", "edition 1.locale", "not given"),
        ("edition = []", "edition", "at least one"),
        ("edition = 'ko'", "edition", "list"),
        ("site = 'ko'", "site", "table of keys"),
        ("[fetch]\nallow = ['127.0.0.1:1', 'x']", "fetch.allow 2", "host:port"),
        ("[fetch]\nallow = 'x'", "fetch.allow", "list"),
        ("[fetch]\ndelay_seconds = -1", "fetch.delay_seconds", "0 or more"),
        ("[fetch]\ndelay_seconds = 'x'", "fetch.delay_seconds", "number"),
        ("[fetch]\ndelay_seconds = nan", "fetch.delay_seconds", "finite number"),
        ("[embeddings]\ndimensions = 9000", "embeddings.dimensions", "8192 or less"),
        ("[embeddings]\ndimensions = 8.5", "embeddings.dimensions", "whole number"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(newsroom: Path, text: str, key: str, words: str) -> None:
    (newsroom / "prism.toml").write_text(text, encoding="utf-8")
    ran = prism("sources", "list", cwd=newsroom)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert f"prism.toml: {key}: " in ran.stderr
    assert words in ran.stderr
    assert not any(raw in ran.stderr for raw in ("Value error", "Input should", "pydantic", "valid "))


def test_a_database_that_is_not_there_is_one_line(newsroom: Path) -> None:
    (newsroom / "prism.toml").write_text("[archive]\nurl = 'postgres://me:word@127.0.0.1:9/x'", encoding="utf-8")
    ran = prism("sources", "list", cwd=newsroom)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "word" not in ran.stderr


def test_restore_only_into_an_empty_folder_and_all_or_nothing(tmp_path: Path, newsroom: Path) -> None:
    assert prism("backup", "../kept.gz", cwd=newsroom).returncode == 0
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine", encoding="utf-8")
    refused = prism("restore", "kept.gz", "full", cwd=tmp_path)
    assert refused.returncode == 2
    assert "not empty" in refused.stderr
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    head = {"prism": "backup", "config": "[site]\nurl = 'http://'"}
    with gzip.open(tmp_path / "ill.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(head) + "\n")
    ill = prism("restore", "ill.gz", "other", cwd=tmp_path)
    assert ill.returncode == 2
    assert "site.url" in ill.stderr
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["sources", "import", "no[/x].opml"],
        ["check", "no[/x].jsonl"],
        ["restore", "no[/x].gz", "other"],
        ["init", "prism.toml/no[/x]"],
        ["backup", "none/no[/x]"],
    ],
)
def test_a_file_that_is_not_there_is_named_once(newsroom: Path, arguments: list[str]) -> None:
    ran = prism(*arguments, cwd=newsroom)
    assert ran.returncode == 2
    assert ran.stderr.count("no[/x]") == 1
    assert "Errno" not in ran.stderr


def test_the_doctor_says_what_is_wrong_with_a_configuration_once(newsroom: Path) -> None:
    (newsroom / "prism.toml").write_text("[site]\nnam = 'x'", encoding="utf-8")
    ran = prism("doctor", cwd=newsroom)
    assert ran.returncode == 1
    assert ran.stdout.count("shows every key") == 1


def test_what_a_user_typed_can_not_steer_the_terminal(newsroom: Path) -> None:
    told = prism("sources", "remove", "\x1b[2J:smile: [red]x", cwd=newsroom).stderr
    assert ":smile: [red]x" in told
    assert "\x1b" not in told
