from pathlib import Path


def make(root: Path) -> None:
    assert (root / "supporters").is_dir()
