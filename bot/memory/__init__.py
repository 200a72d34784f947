"""What was said between a learner and the tutor, kept for that learner alone."""
