"""What is published: an edition made of dossiers, and the files it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from prism.model.articles import Article
from prism.model.briefs import Brief, FactSheet, Tag
from prism.model.desk import Correction, Decision, Verdict, Weight
from prism.model.locales import Locale
from prism.model.sources import Rights, Source
from prism.model.stories import Citation, Story


@dataclass(frozen=True, slots=True)
class Site:
    """The publisher, as configured.

    Attributes:
        url: where the site will stand, without a slash at the end ("https://news.example.org").
        name: of the site.
        publisher: who publishes it; the name of the site if not set.
        publisher_url: the publisher's home; may be empty.
        editor: the person who is answerable.
        contact: mail address for errors.
        about: further words of the publisher for the "how we work" page, plain text paragraphs; may be empty.
        notice: message id of a notice on every page (the demo says what was prepared), or empty.
        licence: address of the licence under which the publisher gives its briefs away, or empty.
        hub: WebSub hub that is told of new entries, and that feeds point at, or empty.
        me: profiles of the publisher elsewhere, which prove that they are its own (`rel=me`).
        fediverse: handle of the publisher ("@desk@social.example"), or empty.
        pictures: each story has a picture for where its address is shared.
        indexnow: where search engines are told of what changed (IndexNow).
        indexnow_key: key that search engines find at the root, or empty.
    """

    url: str
    name: str
    editor: str
    contact: str
    publisher: str = ""
    publisher_url: str = ""
    about: str = ""
    notice: str = ""
    licence: str = ""
    hub: str = ""
    me: tuple[str, ...] = ()
    fediverse: str = ""
    pictures: bool = True
    indexnow_key: str = ""
    indexnow: str = "https://api.indexnow.org/indexnow"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a brief in its history.

    Attributes:
        number: 1, 2, …
        at: when it was published (UTC).
        action: publish, correct or withdraw.
        changes: what was new, one line each, in the edition's language.
        headline: as it was then.
        sentences: all its sentences as they were then, headline first; empty where they were not kept.
    """

    number: int
    at: datetime
    action: str
    changes: tuple[str, ...]
    headline: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contested:
    """A figure on which the outlets of a story differ.

    Attributes:
        what: is counted, in the edition's language where a source has it so.
        camps: each value in plain digits with the outlets that give it, the value of most outlets first.
    """

    what: str
    camps: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Teaser:
    """What every listing, feed and card needs of a published brief: small, so that an edition of 10,000 fits in hand.

    Attributes:
        story_id: the story.
        brief_id: the brief.
        version: of the brief.
        path: permanent address within the site ("/ko/story/3f9a…/").
        headline: plain text.
        dek: plain text.
        section: id.
        tags: with names and slugs in the edition's language.
        outlets: source ids, those that were quoted first.
        article_count: members of the story.
        published_at: first publication (UTC).
        updated_at: of this version (UTC).
        event_at: latest publication among the story's articles (UTC).
        disagreements: how many.
        corrected: it has corrections.
        withdrawn: it was withdrawn; then it stands in no listing.
        importance: the order of the front page, higher first.
        weights: what that figure is the sum of.
        changes: what is new in this version, one line each.
        editions: locale tags in which the story is published, this one included.
        paragraphs: the body, one plain text a paragraph, for feeds that carry the full text.
        lengths: of the dek and of each paragraph, how many characters each of its sentences has, so that search can lead to
            the evidence of the sentence that it found; empty for what was made before search was.
        contested: figures on which outlets that report on their own differ.
    """

    story_id: str
    brief_id: str
    version: int
    path: str
    headline: str
    dek: str
    section: str
    tags: tuple[Tag, ...]
    outlets: tuple[str, ...]
    article_count: int
    published_at: datetime
    updated_at: datetime
    event_at: datetime
    disagreements: int = 0
    corrected: bool = False
    withdrawn: bool = False
    importance: float = 0.0
    weights: tuple[Weight, ...] = ()
    changes: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    lengths: tuple[tuple[int, ...], ...] = ()
    contested: tuple[Contested, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the page of one brief shows.

    Attributes:
        brief: the version that is published (or the last one before withdrawal).
        story: the story at the brief's revision or later.
        facts: the sheet that the sentences' facts are in.
        articles: all members of the story, link-only ones and wire copies included.
        verdicts: of this version.
        decision: that stands.
        corrections: oldest first.
        history: all published versions, oldest first.
        published_at: first publication of the brief (UTC).
        updated_at: of this version (UTC).
        path: address within the site from the root, permanent ("/ko/story/3f9a…/").
        related: teasers of other stories of the same edition, best first, never the same story.
        sources: the outlets of the articles.
        editions: locale tags in which the same story is published, this one included.
        glosses: cited passages in the edition's language, as a model translated them and the checks let them stand; marked as
            machine translations wherever they are shown, and never instead of the original.
    """

    brief: Brief
    story: Story
    facts: FactSheet
    articles: tuple[Article, ...]
    verdicts: tuple[Verdict, ...]
    decision: Decision
    published_at: datetime
    updated_at: datetime
    path: str
    corrections: tuple[Correction, ...] = ()
    history: tuple[Version, ...] = ()
    related: tuple[Teaser, ...] = ()
    sources: tuple[Source, ...] = ()
    editions: tuple[str, ...] = ()
    glosses: Mapping[Citation, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of a draft that is held back, as far as a page may tell it.

    Attributes:
        part: of the draft: "headline", "dek", "body", "insight"; empty for the whole.
        check: which check.
        reason: in the edition's language; empty where it would quote what is held back.
    """

    part: str
    check: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A story that has no brief in this edition, or whose latest draft is held back: headlines, outlets and links.

    Attributes:
        story_id: the story.
        articles: whose headlines and links are shown.
        reason: message id of why there is no brief ("card.rights", "card.language", "card.held").
        at: latest publication (UTC).
        path: page of what stands in meanwhile; empty where nothing does.
        writer: of the draft that is held; empty where none is.
        model: of that draft.
        findings: what the checks found of it.
    """

    story_id: str
    articles: tuple[Article, ...]
    reason: str
    at: datetime
    path: str = ""
    writer: str = ""
    model: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition at one moment: all that its listings show.

    Attributes:
        locale: BCP 47 tag.
        published_at: UTC.
        placements: published briefs, most important first.
        cards: stories without a brief here.
        corrections: of all briefs of the edition, newest first, each with the teaser of its story.
        redirects: path of a merged story's page → path of the story that it joined.
        sources: all sources with what may be done with each, for their pages.
        supersedes: `published_at` of the edition before, or None.
    """

    locale: str
    published_at: datetime
    placements: tuple[Teaser, ...]
    cards: tuple[Card, ...] = ()
    corrections: tuple[tuple[Correction, Teaser], ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[Source, Rights], ...] = ()
    supersedes: datetime | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of an edition share.

    Attributes:
        site: the publisher.
        locale: the edition's words and habits.
        timezone: IANA name in which dates are shown.
        editions: all editions of the site (tag, endonym), this one included.
        version: of Prism.
    """

    site: Site
    locale: Locale
    timezone: str
    editions: tuple[tuple[str, str], ...]
    version: str


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site.

    Attributes:
        path: within the site, no slash in front ("ko/index.html").
        media_type: as a server should send it.
        body: the bytes.
    """

    path: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """A file of the site that stays as it is, though it could not be made anew.

    Attributes:
        path: within the site, no slash in front.
    """

    path: str
