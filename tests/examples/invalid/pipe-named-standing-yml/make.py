import os
from pathlib import Path


def make(root: Path) -> None:
    os.mkfifo(root / "supporters" / "vale" / "standing.yml")
