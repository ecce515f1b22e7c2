"""Erasing an organisation's record: what it comes to, the part that a program can do, and the eight steps in words."""
