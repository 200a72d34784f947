"""The tutor itself: everything it can do, and no word of Discord outside `discord_io` and `client`."""

import os

# One question is multiplied with small tables only. Two threads for that take up to fifty times as long as one where the machine has
# other work, since each waits for the other. The library reads this when it is imported first, so it stands before everything.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
