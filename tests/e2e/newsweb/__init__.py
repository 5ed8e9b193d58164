"""A news web that the project has never seen: nine outlets on loopback, with an answer key, for the end-to-end test."""
