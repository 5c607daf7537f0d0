"""The stored form of schools and of their audit logs. Must not decide anything about them."""

from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from bot.domain.audit import AuditLog
from bot.domain.school import School
from bot.store.base import Kind, Summary

T = TypeVar("T")


def _kind(name: str, adapter: TypeAdapter[T]) -> Kind[T]:
    def encode(value: T) -> dict[str, Any]:
        form = adapter.dump_python(value, mode="json", exclude_defaults=True)
        return cast("dict[str, Any]", form)

    def decode(form: dict[str, Any]) -> T:
        try:
            return adapter.validate_python(form)
        except ValidationError as error:
            faults = error.errors(include_input=False, include_url=False, include_context=False)
            raise ValueError(
                "; ".join(".".join(map(str, f["loc"])) + ": " + f["type"] for f in faults)
            ) from None

    return Kind(name=name, version=1, encode=encode, decode=decode, summarise=lambda _: Summary())


SCHOOLS: Kind[School] = _kind("schools", TypeAdapter(School))
AUDIT: Kind[AuditLog] = _kind("audit", TypeAdapter(AuditLog))
