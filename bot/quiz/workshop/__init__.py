"""A server's own questions: written, taken in, drafted, approved, watched. Only moderators come here."""
