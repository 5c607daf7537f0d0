"""The stored form of schools and of their audit logs. Must not decide anything about them."""

from pydantic import TypeAdapter

from bot.domain.school.audit import AuditLog
from bot.domain.school.school import School
from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of

SCHOOLS: Kind[School] = kind_of("schools", TypeAdapter(School))
AUDIT: Kind[AuditLog] = kind_of("audit", TypeAdapter(AuditLog))
