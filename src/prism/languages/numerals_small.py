"""Small numbers in digits or words, as they stand in "three days ago"."""

from __future__ import annotations

from prism.languages.tables.shape import LanguageTable


def small_number(text: str, table: LanguageTable) -> int | None:
    """The value of digits or one number word of the language, None for anything else."""
    word = text.strip().casefold()
    if word.isdigit():
        return int(word)
    habits = table.numbers
    for words in (habits.natives, habits.words):
        if word in words:
            return words[word]
    if word in habits.wholes:
        return habits.wholes[word][0]
    if word in habits.articles:
        return 1
    total, current = 0, 0
    for char in word:
        if char in habits.words:
            current = current * 10 + habits.words[char]
        elif char in habits.small_scales:
            total += (current or 1) * habits.small_scales[char]
            current = 0
        else:
            return None
    return total + current if word else None
