"""Quality, measured: one module a subject."""
