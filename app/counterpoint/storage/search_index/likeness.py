"""The words of a text that tell it from others, by which texts like it are found.

A word counts the more the oftener it is in the text and the rarer it is in the library (tf-idf; see
Manning, Raghavan and Schütze, Introduction to Information Retrieval, 6.2).
"""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import tantivy

from counterpoint.domain.search.function_words import FUNCTION_WORDS

from .index_schema import STOPPED, schema, stopper, terms

MOST_TERMS = 20
_SHORTEST = 3
_COMMON, _COMMON_OF_FEW = 0.01, 0.1
"""The share of rows beyond which a word tells nothing; and where these are not many, as in a
library on one matter."""
_FEW, _MANY = 20, 2_000
"""Rows that are not many, however few there are; and those that are many anyway."""


def telling_terms(
    words: str, searcher: tantivy.Searcher, languages: Sequence[str] = ()
) -> list[str]:
    """The most telling terms of `words` that other rows have too, the most telling first; none that
    holds sentences together in English or in one of `languages`, as the values of `STEMMED`."""
    rows = max(1, searcher.num_docs)
    common = max(_FEW, min(_MANY, rows * _COMMON_OF_FEW), rows * _COMMON)
    weighed: dict[str, float] = {}
    stopping = [stopper(language) for language in languages if language in STOPPED]
    for term, count in Counter(terms(words)).items():
        if len(term) < _SHORTEST or term in FUNCTION_WORDS:
            continue
        if not all(each.analyze(term) for each in stopping):
            continue
        there = searcher.doc_freq("words", term)
        if 0 < there <= common:
            weighed[term] = sqrt(count) * log(1 + rows / there)
    return sorted(weighed, key=weighed.__getitem__, reverse=True)[:MOST_TERMS]


def like_query(telling: Sequence[str]) -> tantivy.Query:
    """Finds what has one of these terms at least, those first that have most of them."""
    one = tantivy.Query.term_query
    should = tantivy.Occur.Should
    return tantivy.Query.boolean_query([(should, one(schema(), "words", term)) for term in telling])
