"""One turn of teaching, from a learner's question to a cited, checked and remembered answer."""
