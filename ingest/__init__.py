"""From publishers' bytes and bundled facts to the raw schema of the warehouse."""
