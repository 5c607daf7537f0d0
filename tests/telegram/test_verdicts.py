"""What Telegram's refusals mean, in the wording PTB gives them."""

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.broadcast.verdict import Gone, Refused, Unknown
from bot.telegram.http.answer import NoAnswer
from bot.telegram.http.request import AnswerLost, NotReached
from bot.telegram.send.verdicts import (
    UNNAMED_PAUSE,
    Again,
    ApiOutcome,
    ChatMoved,
    Denied,
    Detour,
    Wait,
    judge,
)
from tests.each import each

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)

PAGE = ". Parsing the server response b'<html>chat not found, too large</html>' failed"


@each(
    ("error", "meaning"),
    [
        (BadRequest(NOT_MODIFIED), Detour.UNCHANGED),
        (BadRequest("Bad Request: message to edit not found"), Detour.NOT_EDITABLE),
        (BadRequest("Bad Request: message can't be edited"), Detour.NOT_EDITABLE),
        (BadRequest("Bad Request: there is no text in the message to edit"), Detour.NOT_EDITABLE),
        (BadRequest("Bad Request: MESSAGE_ID_INVALID"), Detour.NOT_EDITABLE),
        (
            BadRequest("Bad Request: can't parse entities: Unexpected end tag at byte offset 3"),
            Detour.BAD_MARKUP,
        ),
        (RetryAfter(7), Wait(7)),
        (ChatMigrated(-100), ChatMoved(-100)),
        (NotReached("aiohttp.ClientConnectorError"), Again("aiohttp.clientconnectorerror")),
        (NetworkError("Too Many Requests (429)"), Wait(UNNAMED_PAUSE)),
        (InvalidToken("Unauthorized"), Denied()),
        (InvalidToken("Unauthorized (401). Parsing the server response b'' failed"), Denied()),
    ],
)
def test_some_refusals_have_another_way(error: TelegramError, meaning: ApiOutcome) -> None:
    """A refusal that can be got round is told apart from a final one."""
    assert judge(error) == meaning


@each(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: user is deactivated"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        BadRequest("Bad Request: chat not found"),
        BadRequest("Bad Request: INPUT_USER_DEACTIVATED"),
    ],
)
def test_who_cannot_be_reached_is_gone(error: TelegramError) -> None:
    """Blocked, deleted, never started: the person is gone."""
    assert isinstance(judge(error), Gone)


@each(
    "error",
    [
        BadRequest("Bad Request: message is too long"),
        BadRequest("Bad Request: MESSAGE_TOO_LONG"),
        BadRequest("Bad Request: BUTTON_DATA_INVALID"),
        NetworkError("Request Entity Too Large"),
        NetworkError("Request Entity Too Large (413)" + PAGE),
        NetworkError("Content Too Large (413)"),
        NetworkError("Not Implemented (501)"),
        InvalidToken("Not Found: method not found"),
        InvalidToken("Not Found (404)" + PAGE),
    ],
)
def test_what_would_be_refused_again_is_refused(error: TelegramError) -> None:
    """Repeating a call that is wrong in itself is useless."""
    assert isinstance(judge(error), Refused)


@each(
    "error",
    [
        TimedOut(),
        AnswerLost("aiohttp.ServerDisconnectedError"),
        Conflict("Conflict: other"),
        NoAnswer(),
        NetworkError("Internal Server Error"),
        NetworkError("Bad Gateway"),
        NetworkError("Bad Gateway (502)"),
        NetworkError("Gateway Timeout"),
        NetworkError("Service Unavailable (503)" + PAGE),
        NetworkError("Gateway Timeout (504)" + PAGE),
        NetworkError("Unknown HTTPError (520)" + PAGE),
        NetworkError("Unknown error in HTTP implementation: OSError()"),
        Forbidden("Forbidden (403)" + PAGE),
        BadRequest("Bad Request (400)" + PAGE),
    ],
)
def test_an_answer_that_is_not_telegrams_refusal_leaves_it_unknown(error: TelegramError) -> None:
    """A failing server, a proxy's page, a lost answer: the message may have arrived."""
    assert isinstance(judge(error), Unknown)


def test_the_words_of_a_page_are_not_kept() -> None:
    """What a proxy showed is no reason: only what kind of failure it was is recorded."""
    assert judge(NetworkError("Gateway Timeout (504)" + PAGE)) == Unknown("gateway timeout (504)")


def test_a_refused_token_is_not_repeated_in_the_verdict() -> None:
    """PTB's wording contains the token; the verdict does not."""
    verdict = judge(InvalidToken("The token `123456:secret` was rejected by the server."))
    assert "secret" not in repr(verdict)
