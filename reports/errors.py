"""Errors that end a run with one line and an exit code of their own."""

USAGE, DATA, SYSTEM, BUSY = 2, 3, 74, 75


class RunError(Exception):
    """The run cannot go on. One line: what, where, expected, found, remedy."""

    def __init__(self, message: str, code: int = DATA) -> None:
        super().__init__(" ".join(message.split()))
        self.code = code
