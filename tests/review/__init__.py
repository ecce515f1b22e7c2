"""Tests of what a pull request may do and what its people are told."""
