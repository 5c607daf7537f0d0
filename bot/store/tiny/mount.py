"""On which kind of file system a folder is: locks and fsync mean little on some over a network."""

from pathlib import Path
from typing import Final

MOUNTS: Final = Path("/proc/self/mounts")  # Linux; elsewhere nothing is known
NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs"})


def network_file_system(path: Path, mounts: Path = MOUNTS) -> str | None:
    """Name the network file system the path is on; None if it is local or cannot be told."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    kinds = {Path(_plain(line.split()[1])): line.split()[2] for line in lines}
    place = path.resolve()
    nearest = next((each for each in (place, *place.parents) if each in kinds), None)
    kind = kinds[nearest] if nearest else ""
    return kind if kind in NETWORK else None


def _plain(mount_point: str) -> str:
    """Undo the escapes of blanks and backslashes in a mount point; see fstab(5)."""
    for escape, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount_point = mount_point.replace(escape, character)
    return mount_point
