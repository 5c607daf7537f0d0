"""A kind of document whose stored form follows from its type, by pydantic. Knows no kind of ours."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from bot.store.base import Kind
from bot.store.facts import Fact

T = TypeVar("T")


def faults_of(error: ValidationError) -> ValueError:
    """Return what is wrong with a form, without what is stored there: the reason is logged."""
    faults = error.errors(include_input=False, include_url=False, include_context=False)
    places = (".".join(map(str, fault["loc"])) + ": " + fault["type"] for fault in faults)
    return ValueError("; ".join(places))


def kind_of(name: str, form: type[T], *facts: Fact[T, Any]) -> Kind[T]:
    """Return a kind in its first version whose stored form follows from a type.

    What reads and writes it is made by the first document: most starts meet none.
    """

    @cache
    def adapter() -> TypeAdapter[T]:
        return TypeAdapter(form)

    def encode(value: T) -> dict[str, Any]:
        stored = adapter().dump_python(value, mode="json", exclude_defaults=True)
        return cast("dict[str, Any]", stored)

    def decode(stored: dict[str, Any]) -> T:
        try:
            return adapter().validate_python(stored)
        except ValidationError as error:
            raise faults_of(error) from None

    return Kind(name=name, version=1, encode=encode, decode=decode, facts=facts)
