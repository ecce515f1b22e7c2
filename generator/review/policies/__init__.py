"""What a proposal may do, one module a policy; a module's docstring explains the policy to contributors.

A policy is a function from a case to reasons against it. A new one is its module and its line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.review.case import Case
from generator.review.policies import (
    file_modes,
    foreign_folders,
    look_alikes,
    new_folder,
    office_files,
    one_alphabet,
    one_purpose,
    ownership,
    path_tricks,
    published_periods,
    sizes,
    up_to_date,
)
from generator.review.verdicts import Reason

Policy = Callable[[Case], Iterator[Reason]]

POLICIES: tuple[Policy, ...] = (
    path_tricks.judge,
    file_modes.judge,
    sizes.judge,
    up_to_date.judge,
    one_purpose.judge,
    office_files.judge,
    ownership.judge,
    foreign_folders.judge,
    new_folder.judge,
    look_alikes.judge,
    one_alphabet.judge,
    published_periods.judge,
)


def reasons(case: Case) -> list[Reason]:
    """What every policy has against a proposal."""
    return [reason for policy in POLICIES for reason in policy(case)]
