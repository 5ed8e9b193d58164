"""What stands around and between an article's paragraphs: taken away by what elements call themselves.

Authors of pages name the parts of a page for their own style sheets, in English nearly everywhere. A name is read as words
(`articleRelated-list` is article, related, list); it condemns an element when it says what no article's text is called, unless
the element holds so much of the page's text that the name must mean something else ("has-sidebar", "comments-enabled").
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from prism.articles.words import whole_line

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_]+")

_ALWAYS = frozenset(
    """
    newsletter newsletters cookie cookies consent gdpr onetrust didomi sourcepoint usercentrics cmpbox outbrain taboola dable
    zergnet revcontent mgid plista ligatus adsbygoogle advert adverts advertisement advertisements advertising advertorial
    adslot adunit adbox adwrap adwrapper adcontainer adspot adsense adzone dfp sponsor sponsored sponsors promo promos promotion
    promoted breadcrumb breadcrumbs sharebar sharing sharebox sharetools sharebuttons addthis addtoany sharethis sns socials
    comment comments disqus livere replies related recirculation recirc recommend recommended recommendation recommendations
    recommends mostread mostviewed mostpopular popular trending ranking rankings figcaption caption captions
    copyright subscribe subscription subscriptions signup login signin nav navigation navbar subnav footer toolbar
    pagination pager paging skiplink skiplinks backtotop taglist hashtag hashtags keywords tooltip lightbox cookiebanner
    newsticker readmore readalso seealso nextarticle prevnext prev outbrainbox teaserlist morenews moreon
    """.split()
)
_UNLESS_PROSE = frozenset(
    """
    ad ads share social sidebar menu banner widget modal popup overlay dialog author authors byline bio reporter journalist
    writer credit credits tags tag topics rank poll quiz survey player feedback rating donate donation ticker toc meta
    related premium follow sticky aside promo box3rd rail timestamp dateline publish published pubdate byl infoline keyword
    marketing campaign offer partner partners tools gallery slideshow carousel swiper embed
    """.split()
)
_PAIRS = frozenset(
    """
    most-read most-viewed most-popular most-shared most-commented also-read read-also read-next up-next next-up more-stories
    more-news more-articles more-on top-stories you-may see-also follow-us sign-up sign-in log-in opt-in ad-slot ad-unit
    ad-box ad-container ad-wrapper read-more continue-reading article-list news-list story-list link-list latest-news
    other-news hot-news photo-credit image-caption wp-caption img-caption photo-caption media-caption picture-caption
    article-tools article-footer article-tags article-meta entry-meta post-meta byline-box author-box author-bio about-author
    reporter-info journalist-info font-size text-size
    """.split()
)
_NEGATING = frozenset("has no not with without is js hide show enable enabled disable disabled non".split())
_MAIN = frozenset("articlebody article-body story-body post-content entry-content article-content news-body".split())

_ROLES = frozenset(
    "navigation complementary contentinfo dialog alertdialog search menu menubar toolbar tablist banner".split()
)
_TAGS = frozenset("nav footer aside figcaption form button select dialog menu label fieldset".split())
_NEVER = frozenset({"html", "body", "article", "main", "h1", "p", "a", "br", "b", "strong", "em", "i"})
_NAMING = frozenset({"class", "id", "data-component", "data-module", "data-testid", "data-type"})


@lru_cache(maxsize=8192)
def verdict(name: str) -> int:
    """What a class or id says: 2 never an article's text, 1 only if it holds no prose, 0 nothing."""
    own = " ".join(part for part in name[:400].split() if ":" not in part and "[" not in part)
    tokens = [word.lower() for word in _WORDS.findall(own)]
    worst = 0
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else ""
        if before in _NEGATING:
            continue
        if token in _ALWAYS or f"{before}-{token}" in _PAIRS:
            return 2
        if token in _UNLESS_PROSE:
            worst = 1
    return worst


def weigh(element: etree._Element) -> int:
    """How much an element's own names condemn it: 2, 1 or 0 as in `verdict`."""
    tag = element.tag
    if tag in _TAGS:
        return 2
    if tag in _NEVER:
        return 0
    worst = 0
    for name, value in element.items():
        if name in _NAMING:
            found = verdict(value)
            if found > worst:
                worst = found
        elif (name == "role" and value in _ROLES) or (
            name == "aria-label" and whole_line("list_headings").match(value)
        ):
            return 2
    return worst
