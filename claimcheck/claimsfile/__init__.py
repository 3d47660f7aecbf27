"""Stage 1, load: a claims file → ClaimsFile.  YAML, its schema, and a file to start from; nothing of the network."""

from claimcheck.claimsfile.loading import load_claims
from claimcheck.claimsfile.schema import schema_text
from claimcheck.claimsfile.starter import starter_text, write_starter

__all__ = ["load_claims", "schema_text", "starter_text", "write_starter"]
