"""What each memo shows: one file a memo, found by its name."""
