"""Golden cases: known answers, put through the very macros and functions that the marts call."""

from reports.golden.runner import run

__all__ = ["run"]
