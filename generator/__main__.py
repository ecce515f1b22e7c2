"""`python -m generator` is the `covenant` command."""

from generator.cli import main

main()
