"""Who may do what. Checked on every action, typed commands and months-old buttons included. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.school.school import School, SchoolId


class Action(StrEnum):
    """What only some people may do. Each has a word in the audit log, ``audit-<value>``."""

    MAKE_SCHOOL = "sekolah-baru"
    INVITE_COORDINATOR = "undang-koordinator"
    REMOVE_COORDINATOR = "cabut-koordinator"
    WITHDRAW_LINK = "cabut-tautan"
    CORRECT_SCHOOL = "ubah-sekolah"
    CORRECT_NPSN = "ubah-npsn"
    RENAME_TEACHER = "ubah-nama-guru"
    REMOVE_TEACHER = "keluarkan-guru"
    BECOME_COORDINATOR = "jadi-koordinator"
    REPLACE_COORDINATOR = "ganti-koordinator"
    STEP_DOWN = "lepas-koordinator"
    OPEN_INVITE = "buka-undangan"
    CLOSE_INVITE = "tutup-undangan"
    SEE_TEACHERS = "lihat-guru"
    REMIND = "ingatkan"
    EXPORT = "unduh-rekap"
    BROADCAST = "siaran"
    DISTURB = "siaran-penting"
    PAUSE_BROADCAST = "jeda-siaran"
    CONTINUE_BROADCAST = "lanjut-siaran"
    STOP_BROADCAST = "henti-siaran"
    REPEAT_BROADCAST = "ulang-siaran"
    CHANGE_WINDOW = "ubah-jadwal"
    READ_AUDIT = "baca-catatan"


OF_ADMIN = frozenset(
    {
        Action.MAKE_SCHOOL,
        Action.INVITE_COORDINATOR,
        Action.REMOVE_COORDINATOR,
        Action.WITHDRAW_LINK,
        Action.CORRECT_SCHOOL,
        Action.CORRECT_NPSN,
        Action.READ_AUDIT,
    }
)
"""What whoever runs the bot may do in every school. Teachers are the coordinator's business."""

OF_COORDINATOR = frozenset(Action) - {
    Action.MAKE_SCHOOL,
    Action.CORRECT_NPSN,
    Action.REMOVE_COORDINATOR,
    Action.BECOME_COORDINATOR,
    Action.REPLACE_COORDINATOR,
    Action.STEP_DOWN,
}
"""What a coordinator may do in her own schools."""


class OwnAct(StrEnum):
    """What belongs to no role in a school: in her own name, by a link, or for running the bot."""

    TAKE_LINK = "tautan"
    ANSWER = "balas"
    SHARE = "bagikan"
    EXPORT = "salinan"
    ERASE = "hapus"
    WITHDRAW = "tarik"
    STAY = "tetap"
    RUN = "kelola"


@dataclass(frozen=True, slots=True)
class AccessRefused:
    """What somebody may not do, as a value; ``school`` is None where it concerns none."""

    actor: int
    action: Action | OwnAct
    school: SchoolId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The roles of everybody, as they stand now."""

    admins: frozenset[int] = frozenset()
    schools: Mapping[SchoolId, School] = field(default_factory=dict)
    _of: Mapping[int, tuple[School, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Every turn asks for them, and going through all schools each time would make it slower.
        found: dict[int, list[School]] = {}
        for school in self.schools.values():
            for one in school.coordinators:
                found.setdefault(one.id, []).append(school)
        for own in found.values():
            own.sort(key=lambda school: (school.name.casefold(), school.id))
        object.__setattr__(self, "_of", {one: tuple(own) for one, own in found.items()})

    def is_admin(self, person: int) -> bool:
        """Say whether a person runs the bot."""
        return person in self.admins

    @property
    def coordinators(self) -> Collection[int]:
        """Everybody who coordinates a school."""
        return self._of.keys()

    def schools_of(self, person: int) -> tuple[School, ...]:
        """Return the schools a person coordinates, by name."""
        return self._of.get(person, ())

    def with_npsn(self, npsn: str | None, but: str) -> School | None:
        """Return another school that has this national number, None where there is none."""
        found = (one for one in self.schools.values() if one.npsn == npsn and one.id != but)
        return next(found, None) if npsn else None

    def may(self, person: int, action: Action, school: str | None = None) -> bool:
        """Say whether a person may do this, in this school if it concerns one."""
        own = self.schools.get(SchoolId(school)) if school else None
        return self.may_in(own, person, action)

    def may_in(self, school: School | None, person: int, action: Action) -> bool:
        """Say whether a person may do this in a school as it is given here; None if there is none."""
        if self.is_admin(person) and action in OF_ADMIN:
            return True
        own = school.coordinator(person) if school else None
        return own is not None and action in OF_COORDINATOR
