"""The demo: the real bot against the simulator, in one process, with a clock that can jump.

The sentences printed here are for whoever starts it, so they are Indonesian and short.
"""

import asyncio

import click
from pydantic import SecretStr

from bot.delivery.sources.broadcaster import Broadcaster
from bot.delivery.ticker import Worker
from bot.demo.agenda import DemoAgenda
from bot.demo.school import ADMIN, COORDINATOR, NAME, TEACHERS, found_school
from bot.run.serve import serve_bot
from bot.run.settings import Settings
from bot.run.wiring import Wiring
from bot.simulator.clock import Clock
from bot.simulator.server import Profile, Simulator
from bot.store.codec.people import PEOPLE as PEOPLE_STORED
from bot.store.codec.people import REACHABLE

TOKEN = "1000001:demo-bukan-rahasia"  # noqa: S105 -- the simulator's own bot; it opens nothing

TICK_SECONDS = 1.0
"""In the demo time may jump at any moment, and what is due then should be seen soon."""

PEOPLE = (
    Profile(id=101, first_name="Sari", last_name="Wulandari", note="Guru SD, Bandung"),
    Profile(id=102, first_name="Yosef", last_name="Mambrasar", note="Guru SMP, Jayapura"),
    Profile(id=COORDINATOR, first_name="Made", last_name="Suryani", note="Koordinator, Denpasar"),
    Profile(id=ADMIN, first_name="Fatimah", note="Pengelola"),
    *(
        Profile(
            id=one.id,
            first_name=one.first_name,
            last_name=one.last_name,
            note=f"Guru contoh, {one.place}",
            aside=True,
        )
        for one in TEACHERS
    ),
)
"""Sari and Yosef are new to the bot; the others have used it before."""


async def serve_demo(settings: Settings, host: str, stop: asyncio.Event, kept: str) -> None:
    """Serve the page with the bot behind it until ``stop`` is set. ``kept`` names the data."""
    clock, agenda = Clock(), DemoAgenda()
    simulator = Simulator(TOKEN, PEOPLE, clock=clock, agenda=agenda)

    async def prepare(parts: Wiring) -> None:
        agenda.parts = parts
        await found_school(parts.store, parts.world, clock.now())
        await meet(simulator, parts)

    def drive(worker: Worker, broadcaster: Broadcaster) -> None:
        agenda.worker, agenda.broadcaster = worker, broadcaster

    async with simulator.serve(host, settings.port) as address:
        connected = settings.model_copy(
            update={
                "telegram_bot_token": SecretStr(TOKEN),
                "telegram_api_url": address,
                "webhook_url": None,
                "admin_ids": settings.admin_ids | {ADMIN},
                "tick_seconds": TICK_SECONDS,
            }
        )
        await serve_bot(
            connected,
            stop,
            clock.now,
            health=False,
            prepare=prepare,
            driven=drive,
            ready=lambda: click.echo(_greeting(address, kept)),
        )


async def meet(simulator: Simulator, parts: Wiring) -> None:
    """Let the small Telegram know who has written to the bot before, and who has blocked it."""
    known = set(await parts.store.find(PEOPLE_STORED))
    reachable = set(await parts.store.find(PEOPLE_STORED, REACHABLE.equals(True)))
    for human in simulator.world.people.values():
        key = str(human.profile.id)
        human.started = key in known
        human.blocked = key in known - reachable


async def serve_simulator(settings: Settings, host: str, stop: asyncio.Event) -> None:
    """Serve the small Telegram alone until ``stop`` is set."""
    token = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else TOKEN
    async with Simulator(token, PEOPLE).serve(host, settings.port) as address:
        # A token that was set may be a real one: terminals and logs are no place for it.
        shown = token if token == TOKEN else "(the one that is set)"
        click.echo(f"Simulator: {address}\nTELEGRAM_API_URL={address} TELEGRAM_BOT_TOKEN={shown}")
        await stop.wait()


def _greeting(address: str, kept: str) -> str:
    return (
        f"\nLangkah Guru siap dicoba: {address}\n"
        f"Data: {kept}. Berhenti: Ctrl-C.\n\n"
        "Coba: tekan Mulai, setujui, jawab empat pertanyaan, lalu buka Langkah 1.\n"
        "Ketik “langkah 4”, “cara membuat rubrik”, /kemajuan, atau /privasi.\n"
        f"Sebagai Made: /koordinator membuka {NAME} dengan 12 guru contoh (rekap, undangan, siaran).\n"
        "Sebagai Fatimah: /admin membuat sekolah dan mengundang koordinator.\n"
        "Majukan jam di bagian atas halaman: “Pesan berikut” berhenti sesaat sebelum pesan bagi orang\n"
        "yang ponselnya tampil, “Triwulan berikut” sebelum pengingat evaluasi atau hari rencananya; semua\n"
        "pesan lain di antaranya ikut sampai.\n"
        "Bu Siti (di balik +12) sedang menjalani Langkah 5 dan menunggu hari yang ia rencanakan.\n"
    )
