"""What is known of the models that write: how many of their sentences the checks found wrong, and what that says of the next ones.

Nobody is asked anything here. A draft has come to its end; it is looked at once more in the light of what its model wrote for the
same edition in other stories (`checks.trust`, decision 0172).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from prism.briefs import prose
from prism.checks import Trust, check_examined
from prism.model import Brief, Frame, Source, Tally, Verdict
from prism.newsroom.composing import Written, failed
from prism.newsroom.drafting import examined_of
from prism.newsroom.tools import Tools

REMEMBERED = 64
"""The latest drafts of an edition by which its models are judged: what came before says little of a model that was changed since."""


@dataclass(slots=True)
class Known:
    """The records of models as they stood at one moment.

    Attributes:
        tallies: (edition, model) → what was found of its sentences.
        added: ids of the briefs that came to it since.
    """

    tallies: dict[tuple[str, str], Tally] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, tools: Tools) -> Known:
        """As the archive has them now."""
        found: dict[tuple[str, str], Tally] = {}
        for frame in tools.frames:
            tag = frame.locale.tag
            for model, tally in tools.archive.tallies(tag, prose.WRITER, REMEMBERED).items():
                found[tag, model] = tally
        return cls(found)

    def add(self, brief: Brief) -> None:
        """A draft that came to its end with others, before any of them is decided."""
        key = brief.locale, brief.provenance.model
        self.tallies[key] = self.tallies.get(key, Tally()) + brief.provenance.tally
        self.added.add(brief.id)

    def look(self, tools: Tools, written: Written, frame: Frame, outlets: Mapping[str, Source]) -> Written:
        """A draft as it stands before this record: as it was, without sentences that are doubted now, or held as a whole.

        Args:
            tools: archive.
            written: the draft with what was found of it.
            frame: its edition.
            outlets: all of them, by id.

        Returns:
            It, with the record in its provenance.
        """
        brief = written.brief
        made = brief.provenance
        others = self.tallies.get((brief.locale, made.model), Tally())
        if brief.id in self.added:
            others = Tally(others.failed - made.tally.failed, others.checked - made.tally.checked)
        written = replace(written, brief=replace(brief, provenance=replace(made, standing=others)))
        alone, trust = Trust(made.tally), Trust(made.tally, others)
        if any(verdict.check == "trust" for verdict in written.verdicts):
            return written
        if doubt := trust.distrust(frame.locale):
            return replace(written, verdicts=(*written.verdicts, doubt))
        if trust.doubt <= alone.doubt or failed(written.verdicts):
            return written
        return self._doubted(tools, written, trust.doubt, frame, outlets)

    def _doubted(
        self, tools: Tools, written: Written, doubt: float, frame: Frame, outlets: Mapping[str, Source]
    ) -> Written:
        """The draft without what fails under a doubt; by the rules alone, for who is doubted as a writer is no judge."""
        brief, facts = written.brief, written.facts

        def verdicts_of(version: Brief) -> tuple[Verdict, ...]:
            return check_examined(examined_of(tools, version, facts, frame, outlets, doubt=doubt))

        verdicts = verdicts_of(brief)
        if not failed(verdicts):
            return written
        lesser = prose.without(brief, verdicts)
        if lesser is None:
            return replace(written, verdicts=verdicts)
        return replace(written, brief=lesser, verdicts=verdicts_of(lesser))
