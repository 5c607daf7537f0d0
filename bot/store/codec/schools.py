"""The stored form of schools and of their audit logs. Must not decide anything about them."""

from typing import Any

from bot.domain.school.audit import AuditLog
from bot.domain.school.school import School
from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of

_BY_TYPE: Kind[School] = kind_of("schools", School)


def _encode(school: School) -> dict[str, Any]:
    """Return the JSON form of a school; a link's fingerprint has had another name in it from the first."""
    form = _BY_TYPE.encode(school)
    for handover in form.get("handovers", ()):
        handover["digest"] = handover.pop("fingerprint")
    return form


def _decode(form: dict[str, Any]) -> School:
    """Return the school of a JSON form. Raises ValueError, or another that the store takes for damage."""
    handovers = [
        {"fingerprint" if name == "digest" else name: value for name, value in one.items()}
        for one in form.get("handovers", ())
    ]
    return _BY_TYPE.decode({**form, "handovers": handovers})


SCHOOLS: Kind[School] = Kind(name="schools", version=1, encode=_encode, decode=_decode)
AUDIT: Kind[AuditLog] = kind_of("audit", AuditLog)
