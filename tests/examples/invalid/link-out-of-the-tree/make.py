from pathlib import Path


def make(root: Path) -> None:
    (root / "supporters" / "vale" / "standing.yml").symlink_to("/etc/hostname")
