"""Discord's rules for requests: everything that its OpenAPI description does not express, and lengths besides.

Each function takes a piece of a body and returns the breaches it found; nothing here changes anything.
"""
