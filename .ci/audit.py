"""Says which pinned packages have a known vulnerability; run by ``make audit``.

Where the advisory service cannot be reached, or does not know a package, that is said: silence would pass
for a clean result. Ends with 1 when there is a vulnerability, with 0 otherwise.
"""

# ruff: noqa: INP001, S603, T201 - a script, which starts a pinned tool and says what it found

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

EXTRAS = ("requirements-encryption.txt", "requirements-postgres.txt")
LOCKS = ("requirements.txt", *EXTRAS, "requirements-dev.txt")
BILL, RELEASE = Path("sbom.json"), Path("bot/__init__.py")
SECONDS = 15
"""So long one answer of the advisory service may take."""


def audited(lock: str) -> list[dict[str, object]] | None:
    """Return what pip-audit says of each package of a lock file; None if it could not ask."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        asked = (
            *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "-r", lock),
            *(
                "--timeout",
                str(SECONDS),
                "--progress-spinner",
                "off",
                "-f",
                "json",
                "-o",
                str(told),
            ),
        )
        subprocess.run(asked, capture_output=True, check=False)
        return json.loads(told.read_text())["dependencies"] if told.is_file() else None


def report(lock: str, packages: list[dict[str, object]] | None) -> bool:
    """Print the outcome for a lock file; return whether there is a vulnerability in it."""
    if packages is None:
        print(f"{lock}: SKIPPED, the advisory service cannot be reached")
        return False
    unknown = sum("skip_reason" in one for one in packages)
    faulty = [one for one in packages if one.get("vulns")]
    for one in faulty:
        print(f"{lock}: {one['name']} {one['version']}: {json.dumps(one['vulns'])}")
    asked = len(packages) - unknown
    print(f"{lock}: {len(faulty)} vulnerable of {asked} packages looked up")
    if unknown:
        print(f"{lock}: NOT LOOKED UP: {unknown} packages that the service does not know")
    return bool(faulty)


def name_release() -> None:
    """Write into the list of parts which release it is of: a version that is read from the code is not taken over."""
    told = json.loads(BILL.read_text())
    told["metadata"]["component"]["version"] = version_in(RELEASE.read_text())
    BILL.write_text(json.dumps(told, indent=2) + "\n")


def version_in(code: str) -> str:
    """Return the version that the package names."""
    return code.split('__version__ = "')[1].split('"', maxsplit=1)[0]


if __name__ == "__main__":
    name_release()
    outcomes = [report(lock, audited(lock)) for lock in LOCKS]
    sys.exit(any(outcomes))
