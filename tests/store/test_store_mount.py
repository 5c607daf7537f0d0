from pathlib import Path

import pytest

from bot.store.tiny.mount import fleeting, network_file_system

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /srv/on\\040nfs nfs4 rw,vers=4.2 0 0
/dev/vdb /srv/on\\040nfs/disk ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/srv/data", None),
        ("/srv/on nfs", "nfs4"),
        ("/srv/on nfs/a/b", "nfs4"),
        ("/srv/on nfs/disk/a", None),
        ("/mnt/share/data", "cifs"),
    ],
)
def test_the_nearest_mount_point_decides(tmp_path: Path, path: str, expected: str | None) -> None:
    """A folder is on the file system that is mounted nearest above it."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert network_file_system(Path(path), mounts) == expected


def test_without_a_list_of_mounts_nothing_is_said(tmp_path: Path) -> None:
    """On systems that do not list their mounts like Linux the answer is None."""
    assert network_file_system(tmp_path, tmp_path / "absent") is None


OF_CONTAINER = """\
overlay / overlay rw,relatime 0 0
tmpfs /dev/shm tmpfs rw 0 0
/dev/vda /app/data ext4 rw 0 0
/dev/vdb /app/data/memory btrfs rw 0 0
ramfs /ram ramfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/app", "in the container itself (overlay)"),
        ("/app/else/data", "in the container itself (overlay)"),
        ("/app/data", None),
        ("/app/data/people", None),
        ("/app/data/memory/x", None),
        ("/dev/shm/data", "in memory (tmpfs)"),  # noqa: S108 -- a name in a list, nothing is written
        ("/ram", "in memory (ramfs)"),
    ],
)
def test_what_does_not_stay_is_told(tmp_path: Path, path: str, words: str | None) -> None:
    """Memory and the layers of a container lose their files; a volume keeps them."""
    mounts = tmp_path / "mounts"
    mounts.write_text(OF_CONTAINER)
    told = fleeting(Path(path), mounts, ())
    assert (told is None) if words is None else (told is not None and words in told)


@pytest.mark.parametrize(("path", "is_told"), [("/srv/data", True), ("/mnt/share/data", False)])
def test_a_container_without_a_volume_is_told_on_any_file_system(
    tmp_path: Path, path: str, is_told: bool
) -> None:
    """Some containers' own files lie on ext4 or btrfs: what is not on a mount of its own goes with them."""
    (tmp_path / "mounts").write_text(MOUNTS)
    mark = tmp_path / ".dockerenv"
    assert fleeting(Path(path), tmp_path / "mounts", (mark,)) is None
    mark.touch()
    assert bool(fleeting(Path(path), tmp_path / "mounts", (mark,))) is is_told


def test_without_a_list_of_mounts_nothing_is_known_to_go(tmp_path: Path) -> None:
    """On systems that do not list their mounts like Linux nobody is warned for nothing."""
    assert fleeting(tmp_path, tmp_path / "absent", ()) is None
