from pathlib import Path


def make(root: Path) -> None:
    (root / "supporters" / "vale" / "a\nNo problems found.txt").write_text("")
