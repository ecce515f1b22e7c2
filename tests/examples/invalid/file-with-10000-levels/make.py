from pathlib import Path


def make(root: Path) -> None:
    record = root / "supporters" / "vale" / "supporter.yml"
    record.parent.mkdir(parents=True)
    record.write_text("name: " + "[" * 10_000 + "]" * 10_000 + "\n")
