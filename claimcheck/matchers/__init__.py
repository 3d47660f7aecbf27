"""Stage 5, match: a claim and a document become comparisons, each with its evidence."""
