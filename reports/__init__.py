"""Memos: queries on the marts become figures, figures become HTML and PDF."""
