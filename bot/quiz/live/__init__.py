"""Live rounds: a quiz that a channel takes together."""
