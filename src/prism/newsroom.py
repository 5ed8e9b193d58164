"""Runs the stages."""
