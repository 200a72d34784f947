"""The explaining room: concept cards, and explainers that show a thing instead of telling it.

Nothing here decides who may see what, and nothing here draws on the event loop.
"""
