"""On which kind of file system a folder is: some lose what is on them, on some locks mean little."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

MOUNTS: Final = Path("/proc/self/mounts")  # Linux; elsewhere nothing is known
NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs"})
MEMORY: Final = frozenset({"tmpfs", "ramfs"})
LAYERS: Final = frozenset({"overlay", "overlayfs", "aufs", "fuse.fuse-overlayfs"})
"""Of what containers and hosts start from anew each time."""

CONTAINERS: Final = (Path("/.dockerenv"), Path("/run/.containerenv"))
"""What docker and podman put into every container."""


def network_file_system(path: Path, mounts: Path = MOUNTS) -> str | None:
    """Name the network file system the path is on; None if it is local or cannot be told."""
    _, kind = _nearest(path, mounts)
    return kind if kind in NETWORK else None


def fleeting(
    path: Path, mounts: Path = MOUNTS, containers: Iterable[Path] = CONTAINERS
) -> str | None:
    """Say why what is written to a path will not stay; None if it stays or that cannot be told."""
    point, kind = _nearest(path, mounts)
    if kind in MEMORY:
        return f"lies in memory ({kind}) and is gone after a restart of this machine"
    in_container = point == Path("/") and any(mark.exists() for mark in containers)
    if kind in LAYERS or in_container:
        return f"lies in the container itself ({kind}) and is gone when that is replaced"
    return None


def _nearest(path: Path, mounts: Path) -> tuple[Path | None, str]:
    """Return the mount point that is nearest above a path, and the kind of its file system."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None, ""
    kinds = {Path(_plain(line.split()[1])): line.split()[2] for line in lines}
    place = path.resolve()
    nearest = next((each for each in (place, *place.parents) if each in kinds), None)
    return nearest, kinds[nearest] if nearest else ""


def _plain(mount_point: str) -> str:
    """Undo the escapes of blanks and backslashes in a mount point; see fstab(5)."""
    for escape, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount_point = mount_point.replace(escape, character)
    return mount_point
