"""Prism: an AI newsroom that can be checked."""
