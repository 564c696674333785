"""What a source of facts must say about itself, and how it says that it cannot be used."""


class SourceError(Exception):
    """A source cannot be loaded. One line: what, where, expected, found, remedy."""
