"""Command line of the reports: python -m reports VERB. `make help` shows the same verbs."""

import argparse
import os
import sys
from pathlib import Path

from reports.errors import SYSTEM, USAGE, RunError

PROJECT = Path(__file__).resolve().parent.parent


def make_parser() -> argparse.ArgumentParser:
    """All verbs with their options."""
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("list", help="names of the memos")
    building = verbs.add_parser("build", help="build and publish a vintage with its memos")
    building.add_argument("--memo", default="", help="only these memos, by name")
    building.add_argument("--as-of", default="", help="the memos as of a past day, YYYY-MM-DD")
    building.add_argument("--set", default="", help='assumptions of a what-if: "key=value ..."')
    golden = verbs.add_parser("golden", help="golden cases through the code of the memos")
    golden.add_argument("--cases", default="", help="another file of the same form")
    verbs.add_parser("audit", help="recompute the published numbers, compare with the PDFs")
    explaining = verbs.add_parser("explain", help="one figure, down to raw rows and SQL")
    explaining.add_argument("--memo", required=True)
    explaining.add_argument("--figure", required=True)
    querying = verbs.add_parser("sql", help="read-only queries on the published database")
    querying.add_argument("--query", default="", help="one query; without it, a shell")
    benching = verbs.add_parser("bench", help="measure times and memory")
    benching.add_argument("--quick", action="store_true", help="leave out 100 and 1000 times")
    benching.add_argument("--setup", action="store_true", help="measure set-up as well (network)")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one verb. Returns the exit code: 0, or as in the README."""
    options = make_parser().parse_args(arguments)
    try:
        return VERBS[options.verb](options)
    except RunError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.code
    except BrokenPipeError:  # the reader of our output, head for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(
            f"error: {error.filename or PROJECT / 'build'}: expected a file or folder that can be "
            f"read and written, found {error.strerror or error}; free space, correct its rights or "
            "run make clean, then run again",
            file=sys.stderr,
        )
        return SYSTEM
    except KeyboardInterrupt:
        print("interrupted; what was published before is untouched", file=sys.stderr)
        return 130


def _list(_: argparse.Namespace) -> int:
    from reports.request import known_memos

    print("\n".join(known_memos(PROJECT)))
    return 0


def _build(options: argparse.Namespace) -> int:
    from reports.build import build
    from reports.request import make_request

    request = make_request(PROJECT, options.memo, options.as_of, options.set)
    folder, is_new = build(PROJECT, request)
    shown = PROJECT / "build/current" if request.is_plain else folder
    state = "published" if is_new else "nothing to do, up to date"
    print(f"{state}: vintage {folder.name}")
    for memo in request.memos:
        print(f"  {(shown / 'memos' / memo).relative_to(PROJECT)}.pdf")
    return 0


def _golden(options: argparse.Namespace) -> int:
    from reports.golden import run

    return run(PROJECT, Path(options.cases) if options.cases else None)


def _audit(_: argparse.Namespace) -> int:
    from reports.audit import audit_vintage

    problems = audit_vintage(PROJECT, _published())
    print("\n".join(problems) if problems else "audit: every printed number agrees")
    return 1 if problems else 0


def _explain(options: argparse.Namespace) -> int:
    from reports.explain import explain

    print(explain(PROJECT, _published(), options.memo, options.figure))
    return 0


def _sql(options: argparse.Namespace) -> int:
    from reports.query import run

    return run(_published(), options.query)


def _bench(options: argparse.Namespace) -> int:
    from reports.bench import run

    return run(PROJECT, options.quick, options.setup)


def _published() -> Path:
    """Folder of the current vintage."""
    from reports import vintage

    folder = vintage.current(PROJECT / "build")
    if folder is None:
        raise RunError(
            "build/current: expected a published vintage, found none; run make report", USAGE
        )
    return folder


VERBS = {
    "list": _list,
    "build": _build,
    "golden": _golden,
    "audit": _audit,
    "explain": _explain,
    "sql": _sql,
    "bench": _bench,
}

if __name__ == "__main__":
    sys.exit(main())
