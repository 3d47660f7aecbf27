"""Stage 4, extract: HTML pages."""
