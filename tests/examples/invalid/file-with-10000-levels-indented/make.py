from pathlib import Path


def make(root: Path) -> None:
    record = root / "supporters" / "vale" / "supporter.yml"
    record.parent.mkdir(parents=True)
    record.write_text("- " * 10_000 + "end\n")
