"""Tests of the policies, one module a policy."""
