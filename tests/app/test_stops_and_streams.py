"""How a command ends when a signal, a broken pipe, a full disk or wrong words end it: at once, in one line, with its status."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PRISM = (sys.executable, "-m", "prism.app.cli")
SHELL = f"{sys.executable} -m prism.app.cli"
ROW = '{"id": 1, "sources": [], "claim": "x"}\n'


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", command], cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("once", [["--once"], []])
def test_a_signal_stops_a_run_that_waits_for_the_web(tmp_path: Path, name: signal.Signals, once: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(60)
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        (tmp_path / "prism.toml").write_text(f'[fetch]\nallow = ["{place}"]\n', encoding="utf-8")
        (tmp_path / "in.opml").write_text(
            f'<opml version="2.0"><body><outline text="x" xmlUrl="http://{place}/feed"/></body></opml>',
            encoding="utf-8",
        )
        assert subprocess.run([*PRISM, "sources", "import", "in.opml"], cwd=tmp_path, check=False).returncode == 0
        process = subprocess.Popen([*PRISM, "run", *once], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
        caller, _ = silent.accept()
        with caller:
            process.send_signal(name)
            _, told = process.communicate(timeout=30)
    assert process.returncode == 128 + name
    assert told.strip().splitlines()[-1] == "stopped; what was done is kept, and the next run goes on from there"
    assert "Traceback" not in told


def test_a_signal_stops_a_filter(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PRISM, "check"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(ROW.encode())
    process.stdin.flush()
    assert process.stdout.readline()
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, b"stopped\n")


@pytest.mark.parametrize(
    ("command", "status", "lines"),
    [
        ("check row > /dev/full", 1, 1),
        ("check row >&-", 2, 1),
        ("check <&-", 2, 1),
        ("cluster <&-", 2, 1),
        ("extract --url https://a.example/ <&-", 2, 1),
        ("check row >&- 2>&-", 2, 0),
        ("nothing 2> /dev/full", 2, 0),
        ("check row | true; exit ${PIPESTATUS[0]}", 0, 0),
    ],
)
def test_closed_and_full_streams(tmp_path: Path, command: str, status: int, lines: int) -> None:
    (tmp_path / "row").write_text(ROW * 3, encoding="utf-8")
    ran = shell(f"{SHELL} {command}", tmp_path)
    assert ran.returncode == status, ran.stderr
    assert len(ran.stderr.splitlines()) == lines, ran.stderr
