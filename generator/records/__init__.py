"""The records of the registry, one module a type. A new type is its schema, its module and its line here."""

from generator.records.report import Report
from generator.records.standing import Standing, Status
from generator.records.supporter import Supporter
from generator.records.tombstone import Tombstone

__all__ = ["Report", "Standing", "Status", "Supporter", "Tombstone"]
