"""Prompt-engineering practice: challenges, verdicts by code, a prompt's structure, attempts.

A model runs a learner's prompt and never decides whether it passed. Hidden cases never leave this room.
"""
