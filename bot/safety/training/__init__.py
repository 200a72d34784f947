"""Trains the classifier (`make train-filters`). Never imported by the running tutor."""
