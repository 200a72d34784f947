"""What a learner asked and said over time, in a few sentences."""
