"""Stage 4, extract: PDF files."""
