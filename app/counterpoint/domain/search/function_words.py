"""The words that hold English sentences together, folded: they tell nothing of what a text is
about, and in a library of few texts they need not be common."""

_ENGLISH = """
    about above across after again against all almost alone along already also although always am
    among an and another any anybody anyone anything are aren around as aside at away back be became
    because become been before behind being below beside besides between beyond both but by can
    cannot could couldn did didn do does doesn doing don done down during each either else enough
    even ever every everyone everything few first for from further get gets given go goes going got
    had has hasn have haven having he hence her here hers herself him himself his how however if in
    indeed instead into is isn it its itself just last least less let like made make makes making
    many may maybe me might mine more moreover most much must my myself near neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or other
    others otherwise ought our ours ourselves out over own per perhaps put quite rather really same
    say says said see seem seems seen several shall she should since so some somebody someone
    something sometimes still such take taken than that the their theirs them themselves then there
    therefore these they thing things this those though three through throughout thus till to
    together too toward towards two under until unless up upon us use used very was wasn way we well
    were weren what whatever when whenever where whereas whether which while who whoever whole whom
    whose why will with within without won would yes yet you your yours yourself
    """
FUNCTION_WORDS = frozenset(_ENGLISH.split())
