"""The same stories as content for other site generators, and their templates."""
