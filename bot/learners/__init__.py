"""Who a learner is to us: agreement, language, level and goal."""
