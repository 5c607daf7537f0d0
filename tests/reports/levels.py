"""A picture to draw, as the tests of this folder need it."""

from bot.chat.model import LevelPicture, LevelRow

LABELS = (
    "Mengenal murid",
    "Prinsip belajar",
    "Kurikulum yang melibatkan",
    "Merancang pembelajaran",
    "Melaksanakan pembelajaran",
    "Evaluasi proses dan hasil",
    "Evaluasi diri",
    "Pengembangan diri",
    "Penguasaan ilmu",
    "Peta kurikulum",
    "Teknologi (TIK)",
    "Menata materi",
    "Penelitian kelas (PTK)",
)


def picture(now: int | None, before: int | None = None) -> LevelPicture:
    """Return a picture in which all steps moved from one level to another."""
    return LevelPicture(
        title="Evaluasi diri · Triwulan I 2027",
        now="Triwulan I 2027",
        before="Triwulan IV 2026" if before else None,
        skipped="dilewati",
        levels=("1 · Belum tampak", "2 · Mulai tampak", "3 · Sudah terbiasa", "4 · Konsisten"),
        rows=tuple(
            LevelRow(f"{number} · {label}", before, now)
            for number, label in enumerate(LABELS, start=1)
        ),
    )
