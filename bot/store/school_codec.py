"""The stored form of schools and of their audit logs. Must not decide anything about them."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from bot.domain.audit import AuditLog
from bot.domain.school import School
from bot.store.base import Kind, Summary

T = TypeVar("T")


def no_facts(_: object) -> Summary:
    """Return a summary of what is never asked for."""
    return Summary()


def kind_of(
    name: str, adapter: TypeAdapter[T], summarise: Callable[[T], Summary] = no_facts
) -> Kind[T]:
    """Return a kind in its first version whose form follows from the type."""

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

    return Kind(name=name, version=1, encode=encode, decode=decode, summarise=summarise)


SCHOOLS: Kind[School] = kind_of("schools", TypeAdapter(School))
AUDIT: Kind[AuditLog] = kind_of("audit", TypeAdapter(AuditLog))
