"""Rules across records, one module a rule; a module's docstring explains the rule to contributors.

A check is a function from the registry and its context to problems. A new one is its module and its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import (
    duplicates,
    examples_left,
    language_codes,
    lifecycle,
    logos,
    markup,
    members,
    names,
    orphans,
    personal_data,
    report_periods,
    statements,
    successors,
    tombstones,
)
from generator.checks.context import Context
from generator.problems import Problem, in_order
from generator.registry import Registry, load
from generator.schemas import Schemas
from generator.tree import Tree

Check = Callable[[Registry, Context], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    names.check,
    orphans.check,
    language_codes.check,
    members.check,
    report_periods.check,
    lifecycle.check,
    statements.check,
    successors.check,
    tombstones.check,
    duplicates.check,
    logos.check,
    personal_data.check,
    markup.check,
    examples_left.check,
)


def problems(registry: Registry, context: Context) -> list[Problem]:
    """What every check finds."""
    return [problem for check in CHECKS for problem in check(registry, context)]


def inspect(tree: Tree, schemas: Schemas, context: Context) -> tuple[Registry, list[Problem]]:
    """Load a tree and check it: the one way from files to records for check, build, serve and review."""
    registry, found = load(tree, schemas)
    return registry, in_order([*found, *problems(registry, context)])
