"""What moderators can set in each server."""
