"""The rules, one module a check: `grounding` holds a sentence against its passages, `house` a brief against the house's ways."""
