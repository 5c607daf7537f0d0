from pathlib import Path

import pytest

from bot.store.tiny.mount import network_file_system

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
