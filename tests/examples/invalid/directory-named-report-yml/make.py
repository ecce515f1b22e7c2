from pathlib import Path


def make(root: Path) -> None:
    (root / "supporters" / "vale" / "reports" / "2025.yml").mkdir(parents=True)
