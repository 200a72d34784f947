"""Where answers stand that can still be changed there."""
