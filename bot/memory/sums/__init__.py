"""What the words of remembered turns mean together, as vectors that no model is asked for."""
