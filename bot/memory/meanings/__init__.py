"""What remembered turns mean, as vectors of a model, where the operator has one for that."""
