# Live rounds: /quiz live

## The lobby

live-lobby-title = Live quiz · { $subject }
live-subject-all = all lessons
live-lobby-facts = { $count ->
    [one] { $count } question, { $seconds } seconds.
   *[other] { $count } questions, { $seconds } seconds each.
 }
live-lobby-accuracy = Every right answer is worth one point. Time only decides between people with equally many.
live-lobby-speed = A right answer is worth 1,000 points at once and 500 at the last moment; a wrong one nothing.
live-lobby-teams = { $teams } teams: whoever joins is put into the smallest. A team has the average of its members.
live-lobby-how = Press *Join*, then answer with the buttons below each question. Nobody sees what you press; the first answer counts. The standings are public.
live-lobby-starts = It starts { $when }. Joined so far: **{ $players }**
live-lobby-going-on = It has begun, and you can still join. Playing: **{ $players }**
live-lobby-over = This round is over. `/quiz live` begins the next.
live-button-join = Join
live-button-start = Start now
live-button-stop = Stop the round
live-button-leave = Leave the round
live-button-mine = How did I do?

## What only one person sees

live-begun = The round is in the channel. Start it when everybody is there, or wait: it starts by itself.
live-starting = It starts now.
live-starting-empty = Nobody has joined, so there is nobody to ask. The round ends here.
live-stopped = The round is stopped; the result so far is in the channel.
live-joined = You are in. Answer with the buttons below each question.
live-joined-team = You are in, in team { $team }. Answer with the buttons below each question.
live-what-is-kept = I keep your name and your answers of this round for its result. They stay apart from your own quizzes. `/privacy about` says more, and `/privacy delete` removes them.
live-left = You have left the round, and your answers in it are deleted.
live-taken = **{ $option }** is in. The answer comes when the time is up.
live-taken-before = You chose **{ $option }** before, and the first answer counts.
live-mine = You are number **{ $place }** of { $players }, with { $right } of { $all } right: { $score }.
live-mine-none = You did not play in this round. `/quiz live` begins the next.

## A question and its answer

live-question-title = Question { $number } of { $all }
live-question-state = ⏳ Ends { $when } · { $answers } of { $players } have answered
live-line-right = ✅ { $option }
    { $bar } { $count }
live-line = ▫️ { $option }
    { $bar } { $count }
live-told = { $answers ->
    [one] **{ $right } of { $answers }** answer was right.
   *[other] **{ $right } of { $answers }** answers were right.
 }
live-told-nobody = Nobody answered.
live-misled = Most who got it wrong chose { $option }: { $why }
live-leaders = **In the lead**
live-standing = { $place } { $who } · { $score }
live-score-accuracy = { $right } right
live-score-speed = { $points ->
    [one] { $points } point
   *[other] { $points } points
 }
live-team-line = { $place } { $team } · { $score }
live-mean-accuracy = { $points } right on average
live-mean-speed = { $points } points on average
live-team-1 = 🔴 Red
live-team-2 = 🔵 Blue
live-team-3 = 🟢 Green
live-team-4 = 🟡 Yellow

## The end

live-end-title = Result · { $subject }
live-end-stopped = The round ended early. This is how things stood.
live-end-nobody = Nobody is left on the list.
live-teams = **Teams**
live-players = **Players**
live-more = { $count ->
    [one] … and { $count } more.
   *[other] … and { $count } more.
 }
live-podium-title = The podium
live-unnamed = No. { $place }
live-empty = Nobody joined, so this round ends here. `/quiz live` begins another.

## What can go wrong

live-servers-only = A live round is for a channel of a server. `/quiz start` asks you alone, here too.
live-not-here = A live round needs a text channel or a thread. Use `/quiz live` in one.
live-may-not-write = I may not write here. A moderator can give me *Send Messages* and *Embed Links* in this channel; then try again.
live-you-may-not-write = You may not write in this channel, so I cannot begin a round here for you. Try a channel in which you can write.
live-quiet = There are no live rounds here from { $start } to { $end } ({ $zone }). `/quiz start` asks you alone, at any time.
live-running = There is a round in this channel already. Join it, or wait for its end.
live-nothing-to-ask = There are no questions on this that a button can answer. Choose another lesson, or leave the lesson out.
live-not-yours = Only whoever began this round, or a moderator, can do that.
live-over = This round is over. `/quiz live` begins another.
live-too-late = Time is up for this question. The next one is below.
live-not-joined = You do not play in this round yet. Press *Join*, then press your answer again.
