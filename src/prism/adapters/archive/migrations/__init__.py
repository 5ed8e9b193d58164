"""Migrations of the archive: the schema is the sum of these."""
