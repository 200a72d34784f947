"""Which of a learner's turns hold which words."""
