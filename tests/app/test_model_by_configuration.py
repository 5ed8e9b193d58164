"""A model that `prism.toml` names writes; what it takes is told, and its limits hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.app.test_batch_and_spend import NOW, briefs, prism
from tests.doubles.scripted import Scripted
from tests.newsroom.modelserver import Reply, said, serving
from tests.newsroom.press import pressing, usual

from prism.model import Prompt

GOOD = Scripted()


def answer(body: dict[str, Any]) -> Reply:
    system, user = (message["content"] for message in body["messages"])
    purpose = body["response_format"]["json_schema"]["name"]
    if purpose == "judge":
        return said("I would rather not say.")
    return said(GOOD.complete(Prompt(purpose, system, user)).text)


def test_from_configuration_to_prose_and_its_bill(tmp_path: Path) -> None:
    with pressing({"haedeul": usual()["haedeul"][:1]}) as press, serving(answer) as server:
        host = press.origin.removeprefix("http://")
        config = (
            f'[[edition]]\nlocale = "ko"\n[fetch]\nallow = ["{host}"]\ndelay_seconds = 0\n'
            f'[model]\nbase_url = "{server.address}"\nname = "m"\nprice_in = 1000.0\nprice_out = 1000.0\n'
        )
        limits = "[budget]\ntokens_a_day = 1000000\ndollars_a_day = 0\ndollars_a_story = 0\n"
        (tmp_path / "prism.toml").write_text(config + "[budget]\ndollars_a_story = 0.001\n")
        assert prism(tmp_path, "sources", "add", f"{press.origin}/haedeul/feed", "--rights", "full").status == 0
        ran = prism(tmp_path, "run", "--once", "--now", NOW)
        assert (ran.status, server.asked) == (0, [])
        assert "wait: for budget" in ran.err
        assert briefs(tmp_path) == {"ko": ("digest", "published")}
        (tmp_path / "prism.toml").write_text(config + limits)
        ran = prism(tmp_path, "run", "--once", "--now", NOW)
        assert ran.status == 0
        assert briefs(tmp_path) == {"ko": ("prose", "published")}
        asked = len(server.asked)
        assert prism(tmp_path, "run", "--once", "--now", NOW).status == 0
        assert len(server.asked) == asked
    rows = [json.loads(line) for line in prism(tmp_path, "spend", "--json", "--now", NOW).out.splitlines()]
    assert {row["stage"] for row in rows} >= {"facts", "draft"}
    assert sum(row["calls"] for row in rows) == asked
    assert sum(row["tokens_in"] for row in rows) == 10 * asked
    assert sum(row["dollars"] for row in rows) == pytest.approx(0.02 * asked)
    assert "of the limit" in prism(tmp_path, "spend", "--now", NOW).out


def test_prompts_leave_and_a_backup_is_restored_without_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    config = '[model]\nbase_url = "http://127.0.0.1:9/v1"\nname = "m"\napi_key_env = "NO_SUCH_KEY"\n'
    (tmp_path / "prism.toml").write_text(config)
    assert prism(tmp_path, "run", "--once", "--now", NOW).status == 2
    assert prism(tmp_path, "batch", "export", "--now", NOW).status == 0
    assert prism(tmp_path, "backup", "all.gz").status == 0
    assert prism(tmp_path, "restore", "all.gz", "again").status == 0
