"""Pictures for Discord: clear on a phone, on a light and on a dark screen.

Everything here is slow and runs in the workshop, never on the event loop. Nothing here knows a language: it draws the words
that it is given.
"""
