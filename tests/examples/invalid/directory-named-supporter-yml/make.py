from pathlib import Path


def make(root: Path) -> None:
    (root / "supporters" / "vale" / "supporter.yml").mkdir(parents=True)
