"""Circumstances that a sentence adds: with whom, by what means, at whose wish, to what end (`languages.circumstances`).

Of 1,579 true claims of our own none has a circumstance of which no passage has the nearest words, of 118 with an added detail 18 have
(decision 0166): a paraphrase keeps the words of what it tells in passing, or leaves it out.
"""

from __future__ import annotations

from prism.checks.alignment import Aligned
from prism.checks.bearing import Bearing, Said
from prism.languages.circumstances import bidding, circumstances
from prism.languages.ties import tells_of

_TELLS, _TELLS_WITHIN = 0.8, 0.6
"""Least weight of a word that brings something in: one of content in the lexicon, within a language any."""
_CONTENT = 0.6
"""From this weight on a figure that a passage has shows that it speaks of the circumstance."""
_SURPRISE = 1.4
"""Least surprise of the words beside the marker that no passage has."""


def attendant(aligned: Aligned, said: Bearing) -> tuple[str, ...]:
    """The words of the first circumstance that no passage speaks of; none where all are borne.

    Args:
        aligned: the sentence with its passages.
        said: what it says, held against all of them.
    """
    claim = aligned.claim
    bidden = bidding(claim.text, claim.language)
    if bidden is not None and not any(tells_of("request", one.text, one.language) for one in aligned.every):
        return (claim.text[slice(*bidden)],)
    terms = {term.start: term for term in claim.terms}
    for place in circumstances(claim.text, claim.language):
        open_: list[Said] = []
        inside = [one for one in said.said if place.start <= one.start < place.end]
        if place.whole and any(one.bearers for one in inside):
            continue
        for one in inside if place.behind else reversed(inside):
            if one.bearers and one.start not in terms and one.weight < _CONTENT:
                continue  # a small figure stands in many a passage
            if one.bearers:
                break
            if one.start in terms:
                open_.append(one)
        least = _TELLS_WITHIN if aligned.same_language else _TELLS
        tells = any(one.weight >= least and (aligned.same_language or terms[one.start].known) for one in open_)
        if tells and sum(one.surprise for one in open_) >= _SURPRISE:
            return tuple(one.text for one in sorted(open_, key=lambda one: one.start))
    return ()
