"""The last step of a build: profiles and outputs, language by language, then what all languages share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import outputs, side_by_side
from generator.edition import Edition
from generator.outputs.search_index import Written
from generator.stamping import Shells, stamp


def publish(
    editions: Mapping[str, Edition],
    shells: Mapping[str, Shells],
    written: Mapping[str, Sequence[Written]],
    site: Path,
    processes: int,
) -> None:
    """Write everything that MkDocs does not: from the shells of each language, and from what search shall find."""

    def finish(code: str) -> None:
        stamp(editions[code], shells[code], site)
        for output in outputs.PER_LANGUAGE:
            output.write(editions[code], written[code], site)

    side_by_side.each(finish, list(editions), processes)
    for output in outputs.SHARED:
        output.write(list(editions.values()), site)
