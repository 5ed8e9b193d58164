"""The nouns of Prism: frozen values that every part of the house shares."""

from __future__ import annotations

from prism.model.articles import TITLE, Article, Passage
from prism.model.briefs import (
    SECTIONS,
    Brief,
    Certainty,
    Fact,
    FactSheet,
    Insight,
    Kind,
    Provenance,
    Sentence,
    Tag,
    Usage,
)
from prism.model.copying import CopyLimits
from prism.model.desk import Action, Correction, Decision, Outcome, Verdict
from prism.model.editions import Card, Dossier, Edition, Frame, OutputFile, Site, Teaser, Version
from prism.model.errors import (
    ArchiveError,
    BadResponse,
    Failure,
    FetchError,
    ParseError,
    PrismError,
    Refused,
    Unreachable,
    UsageError,
)
from prism.model.flow import Completion, Flow, Prompt
from prism.model.ids import derived_id
from prism.model.locales import Locale
from prism.model.sources import Basis, Entry, Polling, Rights, Source, Use
from prism.model.stories import Citation, Disagreement, Entity, Member, Moment, Regrouping, Story, Vector
from prism.model.web import Request, Response

__all__ = [
    "SECTIONS",
    "TITLE",
    "Action",
    "ArchiveError",
    "Article",
    "BadResponse",
    "Basis",
    "Brief",
    "Card",
    "Certainty",
    "Citation",
    "Completion",
    "CopyLimits",
    "Correction",
    "Decision",
    "Disagreement",
    "Dossier",
    "Edition",
    "Entity",
    "Entry",
    "Fact",
    "FactSheet",
    "Failure",
    "FetchError",
    "Flow",
    "Frame",
    "Insight",
    "Kind",
    "Locale",
    "Member",
    "Moment",
    "Outcome",
    "OutputFile",
    "ParseError",
    "Passage",
    "Polling",
    "PrismError",
    "Prompt",
    "Provenance",
    "Refused",
    "Regrouping",
    "Request",
    "Response",
    "Rights",
    "Sentence",
    "Site",
    "Source",
    "Story",
    "Tag",
    "Teaser",
    "Unreachable",
    "Usage",
    "UsageError",
    "Use",
    "Vector",
    "Verdict",
    "Version",
    "derived_id",
]
