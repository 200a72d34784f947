"""The catalogue of models: what is known of each, with source and date; finding, comparing and choosing one.

It is part of the explaining room, whose workshop and showings it uses. Nothing here is shown without saying where it comes
from, and what no source says is left out.
"""
