"""Names as they are written, whatever a phone's keyboard made of them."""

from bot.chat.world import World
from bot.domain.person.casing import cased
from tests.each import each

CASES = [
    ("bu sari", "Bu Sari"),
    ("BU SARI", "Bu Sari"),
    ("BUDI SANTOSO S.PD SD", "Budi Santoso S.Pd. SD"),
    ("PAK BUDI SMP", "Pak Budi SMP"),
    ("bu sari smk", "Bu Sari SMK"),
    ("SITI MTS", "Siti MTs"),
    ("budi man", "Budi MAN"),
    ("BU SITI RA", "Bu Siti RA"),
    ("pak man", "Pak Man"),
    ("ANI, TK", "Ani, TK"),
    ("Sd", "Sd"),
    ("Bu Sari", "Bu Sari"),
    ("pak made", "Pak Made"),
    ("sari", "Sari"),
    ("siti aminah, s.pd", "Siti Aminah, S.Pd."),
    ("siti aminah, s.pd.", "Siti Aminah, S.Pd."),
    ("siti aminah s.pd.", "Siti Aminah S.Pd."),
    ("siti aminah, spd", "Siti Aminah, S.Pd."),
    ("SITI AMINAH, S.PD., M.PD.", "Siti Aminah, S.Pd., M.Pd."),
    ("siti aminah, s.pd.i", "Siti Aminah, S.Pd.I."),
    ("siti aminah, s.pd, m.pd", "Siti Aminah, S.Pd., M.Pd."),
    ("drs. budi santoso, m.m.", "Drs. Budi Santoso, M.M."),
    ("dra. endang", "Dra. Endang"),
    ("hj. nurhayati", "Hj. Nurhayati"),
    ("h. ahmad", "H. Ahmad"),
    ("prof. dr. wahyu", "Prof. Dr. Wahyu"),
    ("dr. wahyu", "Dr. Wahyu"),
    ("ma'arif", "Ma'arif"),
    ("ma\u2019arif", "Ma\u2019arif"),
    ("nur'aini", "Nur'aini"),
    ("'aisyah", "'Aisyah"),
    ("\u02bcaisyah", "\u02bcAisyah"),
    ("MA'ARIF", "Ma'arif"),
    ("nur-aini", "Nur-Aini"),
    ("m. yusuf", "M. Yusuf"),
    ("m.yusuf", "M.Yusuf"),
    ("McGregor", "McGregor"),
    ("van der berg", "Van der Berg"),
    ("DeWi", "DeWi"),
    ("fatimah binti ahmad", "Fatimah binti Ahmad"),
    ("Guru TIK", "Guru TIK"),
    ("Ibu Sari (SD)", "Ibu Sari (SD)"),
    ("sari (tik)", "Sari (Tik)"),
    ("i wayan", "I Wayan"),
    ("NI LUH", "Ni Luh"),
    ("R. A. Kartini", "R. A. Kartini"),
    ("émilie", "Émilie"),
    ("سعاد", "سعاد"),
    ("ꦱꦫꦶ", "ꦱꦫꦶ"),
    ("sari 🌸", "Sari 🌸"),
    ("🌸", "🌸"),
    ("guru 3", "Guru 3"),
    ("", ""),
]


@each(("typed", "shown"), CASES)
def test_a_name_is_shown_as_it_is_written(typed: str, shown: str, world: World) -> None:
    """Small letters and shouting are mended, titles spelt; capitals of its own are left alone."""
    spelling = world.texts.spelling()
    assert cased(typed, spelling) == shown
    assert cased(shown, spelling) == shown
