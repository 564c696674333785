"""Figures of the memo on the price of capability, by page."""
