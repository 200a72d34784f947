"""Lesson plans: drawn from what learners can read, as drafts that a moderator edits and takes along."""
