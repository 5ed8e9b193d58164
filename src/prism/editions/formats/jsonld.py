"""JSON-LD: the page as schema.org has it, with what machines must know of its making.

The story is a `NewsArticle` that says what it is based on, its Insight an `AnalysisNewsArticle`; `digitalSourceType` is
the IPTC's mark for machine-made media (NewsCodes, digitalsourcetype).
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from prism.editions.addresses import front_path, section_path, standing_path, tag_path
from prism.editions.evidence import Note, Shelf
from prism.editions.head import Head
from prism.editions.plain import Json, run_on, script_json, web_link
from prism.model import Action, Article, Brief, Dossier, Frame, Teaser, Use

SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SCRIPT = Markup('<script type="application/ld+json">{}</script>')
LISTED = 30
"""Stories of a listing that its graph names."""


def render(head: Head, frame: Frame) -> Markup:  # noqa: ARG001  # every head format is called alike
    """The `<script>` of a page, or nothing for a page without a graph."""
    return _SCRIPT.format(script_json(head.graph)) if head.graph else Markup("")


def source_type(dossier: Dossier) -> str:
    """The IPTC term: machine-made, or composite once a person's hand has corrected it."""
    by_hand = dossier.decision.by != "policy" and dossier.decision.action is Action.CORRECT
    return "compositeWithTrainedAlgorithmicMedia" if by_hand else "trainedAlgorithmicMedia"


def publisher(frame: Frame) -> dict[str, Json]:
    """Who publishes, and where it says how it works and corrects itself."""
    site, tag = frame.site, frame.locale.tag
    known: dict[str, Json] = {
        "@type": "NewsMediaOrganization",
        "name": site.publisher or site.name,
        "url": web_link(site.publisher_url) or site.url + front_path(tag),
        "correctionsPolicy": site.url + standing_path(tag, "corrections"),
        "ethicsPolicy": site.url + standing_path(tag, "about"),
        "publishingPrinciples": site.url + standing_path(tag, "about"),
        "verificationFactCheckingPolicy": site.url + standing_path(tag, "about"),
        "ownershipFundingInfo": site.url + standing_path(tag, "about"),
    }
    return known


def story_graph(dossier: Dossier, frame: Frame, shelf: Shelf, notes: tuple[Note, ...]) -> Json:
    """A story's page.

    Args:
        dossier: the story.
        frame: of its edition.
        shelf: its articles.
        notes: what its sentences rest on.
    """
    brief, url = dossier.brief, frame.site.url + dossier.path
    article: dict[str, Json] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": brief.headline.text,
        "description": run_on(sentence.text for sentence in brief.dek),
        "articleBody": "\n\n".join(paragraphs(brief)),
        "articleSection": frame.locale.sections[brief.section],
        "inLanguage": frame.locale.tag,
        "datePublished": dossier.published_at.isoformat(),
        "dateModified": dossier.updated_at.isoformat(),
        "version": brief.version,
        "isAccessibleForFree": True,
        "digitalSourceType": SOURCE_TYPES + source_type(dossier),
        "creditText": frame.locale.say("ai.label"),
        "author": [
            {
                "@type": "Organization",
                "name": frame.site.name,
                "url": frame.site.url + standing_path(brief.locale, "ai"),
            }
        ],
        "editor": {"@type": "Person", "name": frame.site.editor},
        "publisher": publisher(frame),
        "isBasedOn": [_based_on(article, shelf) for article in _resting(notes) if web_link(article.url)],
        "citation": [_based_on(article, shelf) for article in dossier.articles if web_link(article.url)],
        "keywords": [tag.name for tag in brief.tags],
        "about": [
            {"@type": "Thing", "name": tag.name, "url": frame.site.url + tag_path(brief.locale, tag)}
            for tag in brief.tags
        ],
    }
    if dossier.corrections:
        article["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": f"{one.what_was} → {one.what_is} ({one.why})",
                "datePublished": one.at.isoformat(),
            }
            for one in dossier.corrections
        ]
    if dossier.decision.action is Action.WITHDRAW:
        article["creativeWorkStatus"] = "Withdrawn"
    if brief.insight:
        article["hasPart"] = {
            "@type": "AnalysisNewsArticle",
            "@id": f"{url}#insight",
            "headline": brief.insight.title,
            "articleBody": run_on(sentence.text for sentence in brief.insight.sentences),
            "inLanguage": frame.locale.tag,
            "datePublished": dossier.published_at.isoformat(),
            "digitalSourceType": SOURCE_TYPES + source_type(dossier),
            "isPartOf": {"@id": url},
        }
    return [article, _crumbs(frame, brief.section, brief.headline.text, dossier.path)]


def listing_graph(
    frame: Frame, *, title: str, path: str, placements: tuple[Teaser, ...], more: Mapping[str, Json] | None = None
) -> Json:
    """A page that lists stories, with whatever `more` schema.org has for it."""
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": title,
        "url": frame.site.url + path,
        "inLanguage": frame.locale.tag,
        "publisher": publisher(frame),
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "url": frame.site.url + teaser.path, "name": teaser.headline}
                for place, teaser in enumerate(placements[:LISTED], 1)
            ],
        },
        **(more or {}),
    }


def paragraphs(brief: Brief) -> tuple[str, ...]:
    """The body as plain text, one string a paragraph."""
    found: dict[int, list[str]] = {}
    for sentence in brief.body:
        found.setdefault(sentence.paragraph, []).append(sentence.text)
    return tuple(run_on(texts) for texts in found.values())


def _resting(notes: tuple[Note, ...]) -> list[Article]:
    return list({quoted.article.id: quoted.article for note in notes for quoted in note.quoted}.values())


def _based_on(article: Article, shelf: Shelf) -> dict[str, Json]:
    based: dict[str, Json] = {
        "@type": "NewsArticle",
        "url": article.url,
        "headline": article.title,
        "inLanguage": article.language,
        "publisher": {"@type": "Organization", "name": shelf.outlet(article.source_id)},
    }
    if article.published_at:
        based["datePublished"] = article.published_at.isoformat()
    if article.rights.use is Use.LINK:
        based["abstract"] = article.title
    return based


def _crumbs(frame: Frame, section: str, headline: str, path: str) -> dict[str, Json]:
    tag = frame.locale.tag
    steps = [
        (frame.site.name, front_path(tag)),
        (frame.locale.sections[section], section_path(tag, section)),
        (headline, path),
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": frame.site.url + where}
            for place, (name, where) in enumerate(steps, 1)
        ],
    }
