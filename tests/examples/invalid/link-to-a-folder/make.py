from pathlib import Path


def make(root: Path) -> None:
    (root / "supporters" / "hill").symlink_to(root / "supporters" / "vale")
