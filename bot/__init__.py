"""The tutor itself: everything it can do, and no word of Discord outside `discord_io` and `client`."""
