"""Embedders: one inside the program, one over an OpenAI-compatible address."""

from __future__ import annotations

from prism.adapters.embeddings.embedded import EmbeddedE5
from prism.adapters.embeddings.openai_compatible import OpenAICompatibleEmbedder

__all__ = ["EmbeddedE5", "OpenAICompatibleEmbedder"]
