"""A Discord server as the tutor sees it: what it may spend."""
