"""What is asked where something of a library is worded, made or changed."""

from counterpoint.domain.approach import Coverage
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.word_diff import WordChange

from .quotation_state import state_told
from .text import capital, in_one_line
from .translation import tr

# Claims


def claim_sentence() -> str:
    return tr("The claim, in one sentence")


def new_sentence() -> str:
    return tr("The new claim, in one sentence")


def kind_of_claim() -> str:
    return tr("Kind of claim")


def new_claim() -> str:
    return tr("New claim")


def cell(question: str, approach: str) -> str:
    """Where it will stand."""
    return tr("{question} · {approach}", question=question, approach=approach)


def split_title() -> str:
    return tr("Split this claim")


def goes_along() -> str:
    return tr("Evidence that goes to the new claim")


def needs_sentence() -> str:
    return tr("Say the claim in one sentence.")


def needs_both() -> str:
    return tr("Each of the two claims needs evidence: check some of it, not all.")


def quoted(words: str) -> str:
    return tr("“{words}”", words=in_one_line(words))


# Passages


def source() -> str:
    return tr("Source")


def quotation() -> str:
    return tr("Quotation, word for word")


def needs_source() -> str:
    return tr("A claim needs a quotation, and the library has no source yet.")


def needs_quotation() -> str:
    return tr("Give the words of the source on which it rests.")


def quotation_hint() -> str:
    return tr(
        "Type or paste the words; those selected in the reader before come here by themselves"
    )


def wherever_it_stands() -> str:
    return tr("the one in which the words stand")


def in_no_source() -> str:
    return tr("These words are in none of the sources.")


def in_several_sources(names: str) -> str:
    return tr(
        "These words stand in several sources ({names}): choose the one, or give more of them.",
        names=names,
    )


def in_another_source(names: str) -> str:
    return tr("These words are not in this source, but in {names}: choose that.", names=names)


def not_in_source(of: QuotationState) -> str:
    """Why words cannot be quoted."""
    match of:
        case QuotationState.AMBIGUOUS:
            return tr(
                "These words stand in several places: give more of them, or select them in "
                "the text."
            )
        case QuotationState.CHANGED:
            return tr("These words are not in the source, only something like them.")
        case _:
            return tr("These words are not in the source.")


# Evidence


def evidence_title() -> str:
    return tr("This evidence")


def directness() -> str:
    return tr("Link")


def stance() -> str:
    return tr("Stance")


def why_linked() -> str:
    return tr("Why it is linked, in a few words")


def needs_why() -> str:
    return tr("What is inferred needs a word on why it is linked.")


def voice() -> str:
    return tr("Who says it")


def choose_voice() -> str:
    return tr("not said yet")


def another_voice() -> str:
    return tr("Somebody else…")


def voice_in_lines() -> str:
    return tr("Who says it, nearest to the reader first")


def voice_hint() -> str:
    return tr("A › B or A > B, or one to a line")


def one_a_line(key: str) -> str:
    return tr("One to a line; {key} begins another", key=key)


def needs_voice() -> str:
    return tr("Name who says it.")


def hedge() -> str:
    return tr("Hedge")


def hedge_hint() -> str:
    return tr("The words by which the text keeps its distance")


def tone() -> str:
    return tr("Tone")


def no_tone() -> str:
    return tr("at face value")


def partial() -> str:
    return tr("Bears the claim in part only")


def partial_hint() -> str:
    return tr("Why; empty where it bears all of it")


# Answers


def answer(question: str) -> str:
    """Over the sentence: what is asked."""
    return question


def answer_title(question: str) -> str:
    return tr("Answer: {question}", question=question)


def holds() -> str:
    return tr("Named answers that it states")


def rests_on() -> str:
    return tr("Claims that it rests on")


def covered() -> str:
    return tr("The texts answer it")


def coverage(of: Coverage) -> str:
    match of:
        case Coverage.PARTIAL:
            return tr("in part")
        case Coverage.GAP | Coverage.NOT_CONSIDERED:
            return tr("not at all")
        case _:
            return tr("in full")


def why_in_part() -> str:
    return tr("What they leave open")


def looked_for() -> str:
    return tr("Not said: what was looked for and not found")


def too_many_words(words: int, most: int) -> str:
    return tr("{n} words: an answer has {most} at most.", "", words, most=most)


def word_count(words: int, most: int) -> str:
    """Under a field."""
    return tr("{n} of {most} word(|s)", "", words, most=most)


def needs_why_in_part() -> str:
    return tr("Say what the texts leave open.")


def needs_looked_for() -> str:
    return tr("Say what was looked for and not found.")


# The panel


def keep() -> str:
    return tr("Keep")


def give_up() -> str:
    return tr("Give up")


def keys(keep: str, give_up: str) -> str:
    return tr("{keep} keeps, {give_up} gives up", keep=keep, give_up=give_up)


def move_up(what: str) -> str:
    return tr("Move up: {what}", what=what)


def move_down(what: str) -> str:
    return tr("Move down: {what}", what=what)


def take_away(what: str) -> str:
    return tr("Take away: {what}", what=what)


def nothing_chosen() -> str:
    return tr("Choose what is to be changed first.")


def changed_meanwhile(theirs: str) -> str:
    if not theirs.strip():
        return tr(
            "Another program or window emptied this meanwhile. Keep yours once more and it stands; "
            "give it up and this stays empty."
        )
    return tr(
        "Another program or window changed these words meanwhile. Keep yours once more and they "
        "stand; give them up and theirs do: “{words}”",
        words=in_one_line(theirs),
    )


def came_back() -> str:
    return tr("What was being typed here before stands in the fields again.")


def gone(*, anew: bool) -> str:
    """What was being changed was deleted by others."""
    if anew:
        return tr(
            "Another program or window has deleted what you are changing here. Your words stay: "
            "make it anew with them, copy them, or leave it deleted; then they are kept as a draft."
        )
    return tr(
        "Another program or window has deleted what you are changing here. Your words stay: copy "
        "them, or leave it deleted; then they are kept as a draft."
    )


def make_anew() -> str:
    return tr("Make it anew")


def copy_words() -> str:
    return tr("Copy the words")


def leave_deleted() -> str:
    return tr("Leave it")


def kept_as_draft() -> str:
    return tr("The words are kept as a draft, and come back where the same is changed again.")


# Changed quotations


def word_change(of: WordChange) -> str:
    """For who listens."""
    match bool(of.gone), bool(of.come):
        case True, True:
            said = tr("“{gone}” is now “{come}”", gone=of.gone, come=of.come)
        case True, _:
            said = tr("“{gone}” is gone", gone=of.gone)
        case _:
            said = tr("“{come}” was added", come=of.come)
    return f"{said}, {turns()}" if of.turns else said


def turns() -> str:
    return tr("may change what it means")


# Moving, merging, deleting


def deleted(what: str, key: str) -> str:
    """In the status line, which may cut its end: how it comes back stands before that."""
    return tr("Deleted; {key} brings it back: {what}", what=what, key=key)


def only_evidence() -> str:
    return tr("It is the only evidence of its claim, which cannot be without: delete the claim.")


def nothing_to_delete() -> str:
    return tr("There is nothing here to delete.")


def has_no_order() -> str:
    return tr("Choose a claim, a piece of evidence or a question to move among its own.")


def no_further() -> str:
    return tr("It goes no further.")


def there_already() -> str:
    return tr("It stands there already.")


def moves_not() -> str:
    return tr("Choose a claim or a piece of evidence to move.")


def merges_not() -> str:
    return tr("There is no other to merge it with.")


def no_other_claim() -> str:
    return tr("This approach has no other claim.")


def move_title() -> str:
    return tr("Move this to")


def which_question() -> str:
    return tr("Question")


def which_approach() -> str:
    return tr("Approach")


def which_claim() -> str:
    return tr("Claim")


def how() -> str:
    return tr("What becomes of it here")


def move_it() -> str:
    return tr("it goes")


def copy_it() -> str:
    return tr("it stays, and a copy goes")


def merge_claim() -> str:
    return tr("Merge this claim into another")


def merge_question() -> str:
    return tr("Merge this question into another")


def merge_approach() -> str:
    return tr("Merge this approach into another")


def too_many_named(together: int, most: int) -> str:
    return tr(
        "Together they have {together} named answers; a question has {most} at most. Make some of "
        "them one first.",
        together=together,
        most=most,
    )


def which_stays() -> str:
    return tr("Into the one that stays")


def merge() -> str:
    return tr("Merge")


def cut(what: str, key: str) -> str:
    """In the status line."""
    return tr("Cut; {key} puts it into another cell: {what}", what=what, key=key)


def nothing_cut() -> str:
    return tr("Nothing was cut that could be put here.")


def needs_cell() -> str:
    return tr("Choose a cell first.")


def needs_claim() -> str:
    return tr("Choose a claim first.")


# Replies


def new_reply() -> str:
    return tr("A passage answers another")


def reply_title() -> str:
    return tr("This reply")


def who_answers() -> str:
    return tr("Who answers")


def whom() -> str:
    return tr("Whom")


def of_part(part: str, field: str) -> str:
    """A field, for who hears it alone."""
    return tr("{part}: {field}", part=part, field=field)


def reply_does() -> str:
    return tr("What the answer does")


def why_reply() -> str:
    return tr("Why we set them side by side")


def said_when() -> str:
    return tr("When it was said, where the source reports earlier words")


def answers_itself() -> str:
    return tr("A passage cannot answer itself: select other words, or choose other evidence.")


def no_reply_here() -> str:
    return tr("Choose a piece of evidence, or words in a text, that answers or is answered.")


# Places of a quotation


def where_now(of: QuotationState) -> str:
    """Over the places that may be meant."""
    return capital(state_told(of))


def leave_as_it_is() -> str:
    return tr("leave the quotation as it is")


def place(label: str, words: str) -> str:
    """One that can be accepted."""
    return tr("quote {label}: …{words}…", label=label, words=words)


def reading_files(done: int, total: int) -> str:
    """While that goes on."""
    return tr("Reading the library … {done} of {total}", done=done, total=total)


def reading() -> str:
    """Before the first change."""
    return tr("Reading the library, to change it…")
