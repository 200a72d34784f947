"""What a learner said of themselves, fact by fact."""
