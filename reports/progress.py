"""Progress of a run: one line that is overwritten, on a terminal only."""

import sys
from types import TracebackType


class Progress:
    """Writes where the run is; silent where standard error is no terminal."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()

    def show(self, text: str, done: int = 0, total: int = 0) -> None:
        """Replace the line by `text`, with a count if there is one."""
        if self._is_shown:
            count = f"{done:4}/{total} " if total else " " * 9
            sys.stderr.write(f"\r\033[K{count}{text[:70]}")
            sys.stderr.flush()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
