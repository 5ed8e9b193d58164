"""Prism beside Hugo and Pelican: a full build of the same stories, in one run.

    .venv/bin/python benchmarks/generators.py [STORIES]

The stories are those of `site.py`. Hugo and Pelican get them as content files with all that Prism's page prints already put
into words, and templates for the same pages: one a story, a page and feeds for each tag and section, days, the front page
(`rivals/`). Hugo makes RSS, Atom and JSON Feed as Prism does; Pelican has no JSON Feed and makes two. Prism reads its archive
and makes what it publishes. They are installed from PyPI into a folder of their own (`PRISM_BENCH_TOOLS`, else a temporary
one), never into Prism's environment. Each is run once, as a command; the time is that of the clock and, beside it, of the
processors with all child processes: where other programs run, the second is the one to read. Pictures, packing and the
search index are no part of it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rivals.archive import add, filled
from rivals.content import story_data
from rivals.stories import FRAME, story

from prism.adapters.archive import open_archive
from prism.adapters.crew import ProcessCrew
from prism.adapters.sitestores import FolderSiteStore
from prism.adapters.testing import SetClock
from prism.editions.samples import SAMPLE_TIME, sample_dossier, sample_teasers
from prism.model import Dossier, Entity
from prism.newsroom import Tools, publish

HERE = Path(__file__).parent
STORIES = 10_000
NEW = 7


@dataclass(frozen=True)
class Result:
    name: str
    files: int
    megabytes: float
    wall: float
    cpu: float
    memory: int


def stories(numbers: range) -> Iterator[Dossier]:
    base, related = sample_dossier(FRAME.locale), sample_teasers(FRAME.locale, 10)
    for number in numbers:
        one = story(number, base, related)
        entities = tuple(Entity(tag.id, "place", {FRAME.locale.tag: tag.name}) for tag in one.brief.tags)
        decision = replace(one.decision, brief_id=one.brief.id)
        yield replace(one, story=replace(one.story, entities=entities), decision=decision)


def words(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    locale = FRAME.locale
    sections = [{"id": key, "name": name} for key, name in locale.sections.items()]
    (folder / "labels.json").write_text(json.dumps(dict(locale.words), ensure_ascii=False))
    (folder / "sections.json").write_text(json.dumps(sections, ensure_ascii=False))


def for_hugo(root: Path, count: int) -> None:
    shutil.copytree(HERE / "rivals" / "hugo", root)
    words(root / "data")
    content = root / "content" / "story"
    content.mkdir(parents=True)
    for one in stories(range(count)):
        data = story_data(one, FRAME, list(one.related))
        front = {
            **data,
            "date": one.published_at.isoformat(),
            "lastmod": one.updated_at.isoformat(),
            "tag": data["tags"],
            "desk": [data["section"]],
            "outlet": data["outletids"],
            "day": [data["day"]],
        }
        del front["tags"], front["outletids"]
        (content / f"{one.story.id}.md").write_text(json.dumps(front, ensure_ascii=False) + "\n\n")


def for_pelican(root: Path, count: int) -> None:
    shutil.copytree(HERE / "rivals" / "pelican", root)
    words(root)
    content = root / "content"
    content.mkdir()
    for one in stories(range(count)):
        data = story_data(one, FRAME, list(one.related))
        lines = {
            "title": data["title"],
            "date": one.published_at.isoformat(),
            "modified": one.updated_at.isoformat(),
            "category": data["section"],
            "tags": ", ".join(data["tags"]),
            "dek": data["description"],
            "summary": data["description"],
            "counted": data["counted"],
            "short": data["short"]["text"],
            "data": json.dumps(data, ensure_ascii=False),
        }
        text = "".join(f"{name}: {value}\n" for name, value in lines.items()) + "\n" + "\n\n".join(data["paragraphs"])
        (content / f"{one.story.id}.md").write_text(text)


def installed(folder: Path) -> Path:
    """An environment with both, made if it is not there."""
    binaries = folder / "rivals" / "bin"
    if not (binaries / "hugo").exists():
        uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
        subprocess.run([uv, "venv", "--quiet", str(binaries.parent)], check=True)
        wanted = ["hugo", "pelican[markdown]"]
        subprocess.run([uv, "pip", "install", "--quiet", "--python", str(binaries / "python"), *wanted], check=True)
    return binaries


def run(name: str, command: Sequence[str], folder: Path, site: Path) -> Result:
    """Run a command to its end; what it used is asked of the kernel, all of its processes included."""
    started = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{name} failed:\n" + (folder / "log").read_text()[-2000:])
    cpu = used.ru_utime + used.ru_stime
    if (folder / "used").exists():
        told = json.loads((folder / "used").read_text())
        wall, cpu = told["wall"], told["cpu"]
    files = [path for path in site.resolve().rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    return Result(name, len(files), size, wall, cpu, used.ru_maxrss // 1024)


def tools_of(folder: Path, hands: int = 0) -> Tools:
    path = folder / "prism.db"
    archive = open_archive(path)
    crew = ProcessCrew(
        archive,
        partial(open_archive, path, cache=8),
        hands=hands,
        modules=["prism.newsroom.dossiers", "prism.adapters.archive"],
    )
    return Tools(
        archive=archive,
        fetcher=None,  # type: ignore[arg-type]  # publishing asks nobody
        embedder=None,  # type: ignore[arg-type]  # publishing asks nobody
        neighbours=None,  # type: ignore[arg-type]  # publishing asks nobody
        site=FolderSiteStore(folder),
        clock=SetClock(SAMPLE_TIME),
        frames=(FRAME,),
        crew=crew,
    )


def build_here(folder: Path) -> None:
    """What the command `generators.py --build FOLDER` does: the full build, and what it took with its helpers."""
    started, before = time.perf_counter(), processors()
    tools = tools_of(folder)
    publish(tools)
    failures = tools.archive.failures()
    assert not failures, failures[:3]
    wall = time.perf_counter() - started
    (folder / "used").write_text(json.dumps({"wall": wall, "cpu": processors() - before}))


def processors() -> float:
    """Seconds of processor time of this process and all that came of it, those of the fork server too."""
    ours = resource.getrusage(resource.RUSAGE_SELF)
    total = ours.ru_utime + ours.ru_stime
    ticks = os.sysconf("SC_CLK_TCK")
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == os.getpgrp() and int(stat.parent.name) != os.getpid():
            total += sum(int(field) for field in fields[11:15]) / ticks
    return total


def one_more(folder: Path) -> None:
    """New briefs onto the site, one at a time, in a newsroom that goes on running; the first has nothing in hand yet."""
    tools = tools_of(folder, hands=1)
    took = []
    for number in range(NEW):
        add(tools.archive, stories(range(-1 - number, -number)))  # type: ignore[arg-type]  # the real one
        wall, cpu = time.perf_counter(), time.process_time()
        files = publish(tools)
        took.append((time.perf_counter() - wall, time.process_time() - cpu))
    rest = sorted(took[3:])
    print(f"one new brief, {files} files: {rest[len(rest) // 2][0] * 1000:.0f} ms, ", end="")
    print(f"{sorted(cpu for _, cpu in took[3:])[len(rest) // 2] * 1000:.0f} ms of processor (median of {len(rest)});")
    print("each in turn, ms: " + ", ".join(f"{wall * 1000:.0f} ({cpu * 1000:.0f})" for wall, cpu in took), flush=True)


def table(results: Sequence[Result]) -> None:
    prism = next(one for one in results if one.name == "Prism")
    print(f"\n{'':10}{'files':>9}{'MB':>7}{'clock':>10}{'processor':>12}{'memory':>10}{'Prism is':>22}")
    for one in results:
        faster = f"{one.wall / prism.wall:.2f} ({one.cpu / prism.cpu:.2f}) times"
        print(
            f"{one.name:10}{one.files:9,}{one.megabytes:7.0f}{one.wall:8.1f} s{one.cpu:10.1f} s{one.memory:7} MB{faster:>22}"
        )
    print("memory is that of the largest process; in brackets by time of the processors")


def main() -> None:
    if sys.argv[1:2] == ["--build"]:
        build_here(Path(sys.argv[2]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else STORIES
    wanted = sys.argv[2].split(",") if len(sys.argv) > 2 else ["prism", "hugo", "pelican"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        binaries = installed(Path(os.environ.get("PRISM_BENCH_TOOLS") or folder))
        results: list[Result] = []
        if "prism" in wanted:
            (folder / "prism").mkdir()
            filled(folder / "prism" / "prism.db", stories(range(count))).close()
            command = ["setsid", "--wait", sys.executable, __file__, "--build", str(folder / "prism")]
            results.append(run("Prism", command, folder / "prism", folder / "prism" / "site"))
            print(results[-1], flush=True)
            one_more(folder / "prism")
        if "hugo" in wanted:
            for_hugo(folder / "hugo", count)
            results.append(
                run("Hugo", [str(binaries / "hugo"), "--quiet"], folder / "hugo", folder / "hugo" / "public")
            )
            print(results[-1], flush=True)
        if "pelican" in wanted:
            for_pelican(folder / "pelican", count)
            command = [str(binaries / "pelican"), "-q", "-s", "pelicanconf.py"]
            results.append(run("Pelican", command, folder / "pelican", folder / "pelican" / "output"))
            print(results[-1], flush=True)
        if "prism" in wanted:
            table(results)


if __name__ == "__main__":
    main()
