"""Work that falls into independent parts, spread over the processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def processors() -> int:
    """How many processes may work at once; 1 where a process cannot be forked."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def each(work: Callable[[Item], None], items: Sequence[Item], processes: int) -> None:
    """Do `work` for every item, in several processes that inherit all data by forking.

    Must not be called while other threads run. Raises RuntimeError if a process fails; its own
    traceback is on standard error.
    """
    if processes < 2 or len(items) < 2:
        _all(work, items)
        return
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=_all, args=(work, items[start::processes])) for start in range(processes)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if any(child.exitcode for child in children):
        raise RuntimeError("a process that wrote pages failed; see above")


def results(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> dict[Item, Result]:
    """What `work` makes of every item, made in several processes; it has to be picklable.

    Must not be called while other threads run. Raises RuntimeError if a process fails.
    """
    if processes < 2 or len(items) < 2:
        return {item: work(item) for item in items}
    fork = multiprocessing.get_context("fork")
    shares = [items[start::processes] for start in range(processes)]
    pipes = [fork.Pipe(duplex=False) for _ in shares]
    children = [
        fork.Process(target=_send, args=(work, share, sender)) for share, (_, sender) in zip(shares, pipes, strict=True)
    ]
    for child in children:
        child.start()
    made: dict[Item, Result] = {}
    for receiver, sender in pipes:
        sender.close()  # else its end would not be seen
        try:
            made.update(receiver.recv())
        except EOFError:
            raise RuntimeError("a process that made pages failed; see above") from None
    for child in children:
        child.join()
    return made


def _send(work: Callable[[Item], Result], items: Sequence[Item], to: Connection) -> None:
    to.send({item: work(item) for item in items})
    to.close()


def _all(work: Callable[[Item], None], items: Sequence[Item]) -> None:
    for item in items:
        work(item)
