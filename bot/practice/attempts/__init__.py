"""Attempts at challenges: how they are kept and how they run."""
