"""What stands for a name in a broadcast is filled in, however it was typed, and nothing else is."""

from bot.domain.broadcast.broadcast import Content
from bot.domain.broadcast.placeholder import mistyped
from tests.each import each


@each(
    ("written", "sent"),
    [
        ("Halo [nama] & [sekolah]", "Halo Ani &lt;A&gt; & SDN 3"),
        ("Halo [Nama], [SEKOLAH]", "Halo Ani &lt;A&gt;, SDN 3"),
        ("[ nama ] [\u00a0Sekolah ]", "Ani &lt;A&gt; SDN 3"),
        ("[<b>na</b>ma]!", "Ani &lt;A&gt;!"),
        ("<b>[na</b>ma] 🙂 <i>x</i>", "<b>Ani &lt;A&gt;</b> 🙂 <i>x</i>"),
        ("🙂 [na<b>ma] dan</b>", "🙂 Ani &lt;A&gt;<b> dan</b>"),
        ("<b>[na</b><i>ma]</i>", "<b>Ani &lt;A&gt;</b><i></i>"),
        (
            '<a href="https://c.id/[nama]">[nama]</a>',
            '<a href="https://c.id/[nama]">Ani &lt;A&gt;</a>',
        ),
        ("[nama", "[nama"),
        ("[[nama]]", "[Ani &lt;A&gt;]"),
        ("[nama guru] [lampiran]", "[nama guru] [lampiran]"),
    ],
)
def test_a_placeholder_is_filled_in(written: str, sent: str) -> None:
    """Capitals, blanks and formatting inside the brackets do not matter; tags stay whole."""
    assert Content(text=written).for_recipient("Ani <A>", "SDN 3") == sent


def test_what_was_filled_in_is_not_filled_in_again() -> None:
    """Who calls herself like a placeholder is called that."""
    content = Content(text="[nama], [sekolah]")
    assert content.for_recipient("+62 [sekolah]", "[nama]") == "+62 [sekolah], [nama]"


def test_the_longest_names_count() -> None:
    """However a placeholder is written, room is kept for the longest name."""
    assert Content(text="[nama]").length == Content(text="[<b> NA</b>MA ]").length == 40
    assert Content(text="a [Sekolah]").length == 62


@each(
    ("words", "found"),
    [
        ("[nama] [ Sekolah ]", ()),
        ("[nma] dan [skolah], [nma]", ("[nma]", "[skolah]")),
        ("[nama guru] [nama_sekolah]", ("[nama guru]", "[nama_sekolah]")),
        ("{nama} (nama, kelas) <skolah>", ("{nama}", "<skolah>")),
        ("[1] [lampiran] [x] [penting] []", ()),
    ],
)
def test_what_looks_mistyped_is_found(words: str, found: tuple[str, ...]) -> None:
    """A word in brackets counts only when it resembles one of ours."""
    assert mistyped(words) == found
