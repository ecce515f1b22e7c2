from pathlib import Path


def make(root: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg">' + '<path d="M0 0"/>' * 5_000 + "</svg>"
    (root / "supporters" / "vale" / "logo.svg").write_text(logo)
