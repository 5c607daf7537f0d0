"""A real bot, killed after every answer it gives: a cycle goes on where it was, with every word in it."""

from pathlib import Path
from typing import Any

from bot.simulator.people_side.person import Person
from bot.simulator.server import Profile, Simulator
from tests.delivery.lives import TOKEN, Nursery
from tests.test_whole_bot import register, stored

SARI = 7
SAID = "Coba ceritakan dengan kata-katamu."
ACTS = (
    ("coach:begin:laksana", "Mana yang ingin Anda coba"),
    ("coach:task:laksana:tunggu-dulu:0", "Pak Nyoman"),
    ("coach:read:laksana:0", "Latihan dua menit"),
    (SAID, "Kalimat Anda"),
    ("coach:looked:laksana:0", "Kapan akan Anda coba"),
    ("", "Di kelas mana"),
    ("kelas 4", "Bagaimana rencananya"),
    ("Jika murid diam, maka saya menunggu.", "Apa yang perlu disiapkan"),
)
"""What she does, and what she sees then; the empty one is a tap on the first day offered."""


async def act(person: Person, shown: dict[str, Any], what: str, then: str) -> dict[str, Any]:
    """Tap or write, and return what the bot shows once that is it."""
    if not what or what.startswith(("coach:", "privacy:")):
        first = what or shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await person.tap(shown["message_id"], data=first)
    else:
        await person.send(what)
    while then not in (seen := await person.next_message(timeout=20)).get("text", ""):
        pass
    return seen


async def test_a_cycle_outlives_a_kill_after_every_answer(tmp_path: Path) -> None:
    """Eight lives, one act in each: all she chose and wrote is stored; what she deletes leaves no trace."""
    data = tmp_path / "data"
    simulator = Simulator(TOKEN, [Profile(id=SARI, first_name="Sari")])
    sari = simulator.person(SARI)
    bots = Nursery(data)
    async with simulator.serve() as address:
        async with bots.life(address):
            shown: dict[str, Any] = {"message_id": await register(sari)}
        for what, then in ACTS:
            async with bots.life(address):
                shown = await act(sari, shown, what, then)
    document = stored(data, SARI)
    assert document is not None
    (attempt,) = document["coaching"]["active"]["attempts"]
    assert attempt["rehearsal"]["words"] == SAID
    assert attempt["promise"]["group"] == "kelas 4"
    assert attempt["promise"]["words"] == "Jika murid diam, maka saya menunggu."
    assert document["place"]["screen"] == "coach.aids"
    async with simulator.serve() as address, bots.life(address):
        shown = await act(sari, shown, "/privasi", "Data saya")
        shown = await act(sari, shown, "privacy:erase", "tidak dapat dikembalikan")
        keyboard = shown["reply_markup"]["inline_keyboard"]
        sure = [b["callback_data"] for row in keyboard for b in row if "erased" in str(b)]
        await act(sari, shown, sure[0], "dihapus pada")
    kept = [path for path in data.rglob("*") if path.is_file()]
    assert not [path for path in kept if SAID in path.read_text(errors="ignore")]
