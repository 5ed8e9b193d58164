"""The command line as a user meets it: as processes, with their exit statuses."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from prism.app import commands
from prism.app.cli import PARTS, main

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
