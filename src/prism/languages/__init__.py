"""What must be known of a language: sentences, words, figures, dates, names, particles, register, hedges.

Pure functions over plain text. What is known of each language stands in `tables/`, one module a language; the functions
here name none. A language without a table is served by the general rules.
"""

from __future__ import annotations

from prism.languages.concepts import ConceptMention, concepts, contrary_of
from prism.languages.dates import dates
from prism.languages.demonyms import countries_meant
from prism.languages.detection import detect
from prism.languages.gazetteer import known, language_names, spellings
from prism.languages.machines import addresses_machines
from prism.languages.mentions import DateMention, NameMention, Quantity, Quotation, Slip
from prism.languages.names import alike_in_sound, name_key, name_sounds, names, same_name
from prism.languages.oddities import Oddity, gives_orders, host_names, oddities
from prism.languages.particles import particle_slips, with_particle
from prism.languages.quantities import quantities
from prism.languages.quotations import quotations
from prism.languages.registers import register_of
from prism.languages.scripts import foreign_script
from prism.languages.sentences import sentences
from prism.languages.stance import is_hedged, is_negated
from prism.languages.tables import TABLES
from prism.languages.terms import Term, terms
from prism.languages.words import words
from prism.languages.zones import home_zone

KNOWN_LANGUAGES = frozenset(TABLES)
"""Primary tags of the languages that have a table of their own."""

__all__ = [
    "KNOWN_LANGUAGES",
    "ConceptMention",
    "DateMention",
    "NameMention",
    "Oddity",
    "Quantity",
    "Quotation",
    "Slip",
    "Term",
    "addresses_machines",
    "alike_in_sound",
    "concepts",
    "contrary_of",
    "countries_meant",
    "dates",
    "detect",
    "foreign_script",
    "gives_orders",
    "home_zone",
    "host_names",
    "is_hedged",
    "is_negated",
    "known",
    "language_names",
    "name_key",
    "name_sounds",
    "names",
    "oddities",
    "particle_slips",
    "quantities",
    "quotations",
    "register_of",
    "same_name",
    "sentences",
    "spellings",
    "terms",
    "with_particle",
    "words",
]
