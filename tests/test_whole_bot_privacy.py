"""The running bot takes the order for a notice of a breach, and proves a deletion on its own files."""

from pathlib import Path

from bot.run.backup.commands import restore_file
from bot.run.backup.making import make_backup
from bot.run.privacy.breach_order import ORDER, BreachOrder
from bot.simulator.server import Profile, Simulator
from bot.store.tiny.copying.tracing import traces_in
from tests.delivery.test_breach import FILLED
from tests.test_no_trace import SHE
from tests.test_whole_bot import TOKEN, bot_running, register, say, tap


async def test_a_notice_arrives_and_a_deletion_is_reported(tmp_path: Path) -> None:
    """The order waits when the bot starts and is gone once it is sent; of her nothing is found after.

    Nor after an older backup is restored: she is gone again before the bot hears anybody.
    """
    backup = tmp_path.with_name("backup.tar.gz")
    simulator = Simulator(TOKEN, [Profile(id=SHE, first_name="Sari")])
    async with simulator.serve() as address:
        async with bot_running(simulator, address, tmp_path):
            await register(simulator.person(SHE))
        make_backup(tmp_path, backup, None)
        BreachOrder.model_validate(FILLED).leave(tmp_path)
        async with bot_running(simulator, address, tmp_path):
            sari = simulator.person(SHE)
            notice = await sari.next_message(timeout=10)
            assert "kami mohon maaf" in notice["text"]
            assert not (tmp_path / ORDER).exists()
            asked = await say(sari, "/hapus_data")
            buttons = [
                one["callback_data"]
                for row in asked["reply_markup"]["inline_keyboard"]
                for one in row
            ]
            confirm = next(data for data in buttons if data.startswith("privacy:erased:"))
            await tap(sari, asked["message_id"], confirm)
            report = await sari.next_message(timeout=10)
            assert "Yang masih memuatnya: 0." in report["text"]
            assert list(traces_in(tmp_path, SHE)) == []
        restore_file(tmp_path, backup, None, replace=True)
        assert list(traces_in(tmp_path, SHE)) != []
        async with bot_running(simulator, address, tmp_path):
            welcome = await say(sari, "/mulai")
            assert "Selamat datang" in welcome["text"]
            assert list(traces_in(tmp_path, SHE)) == []
