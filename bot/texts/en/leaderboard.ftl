# /leaderboard

leaderboard-title = **Leaderboard of this server**
leaderboard-title-lesson = **Leaderboard: { $lesson }**
leaderboard-line = { $place } { $alias } – { $points }
leaderboard-line-own = { $place } **{ $alias }** – { $points } ← you
leaderboard-how = -# Counted: different questions answered correctly without help. `/leaderboard leave` takes you off at once.
leaderboard-how-to-join = -# Counted: different questions answered correctly without help. You are not on it; `/leaderboard join` puts you there under a name you choose.
leaderboard-empty = Nobody is on the board yet. `/leaderboard join` puts you on the board under a name you choose.
leaderboard-joined = You are on the board as **{ $alias }**. Others see this name and your number, nothing else. `/leaderboard leave` takes you off at once.
leaderboard-left = You are off the board, and your name there is deleted.
leaderboard-not-there = You are not on the board.
leaderboard-alias-unfit = Please choose a name of { $least } to { $most } characters, without links or marks such as @ and #. Nothing was changed.
leaderboard-alias-taken = Somebody here has that name, or one that reads the same. Please choose another.
leaderboard-alias-refused = I cannot show that name to everybody here. Please choose another.
