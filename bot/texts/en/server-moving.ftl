### /server export and import: a server's own things as one archive.

server-moving-exported = 📦 Here is everything that belongs to this server:
    - settings changed: { $settings }
    - content rules of its own: { $filters }
    - lessons: { $lessons }
    - questions: { $questions }; of the course, not asked: { $out }
    - challenges: { $challenges }
    - built-in lessons hidden: { $hidden }
    Take it in elsewhere with `/server import`. Not in it: what names a channel or role of this server, and anything about its members.
server-moving-leaving = Should I be removed from this server, I keep all of it for { $days } days and delete it then; if I am invited back before, everything is still here.
server-moving-taken = 📦 Taken in; what was here beside it is still here.
    - settings: { $settings }
    - content rules: { $filters }
    - lessons: { $lessons }, of which published: { $published }
    - questions: { $questions }; of the course, not asked: { $out }
    - challenges: { $challenges }
    - built-in lessons hidden: { $hidden }
server-moving-flawed = { $count ->
    [one] One question is a draft now, since something is wrong with it; `/teach question review` shows what.
   *[other] { $count } questions are drafts now, since something is wrong with them; `/teach question review` shows what.
}
server-moving-stopped = { $count ->
    [one] One lesson is a draft here, since it holds what no learner may be shown; `/teach lesson publish` says where.
   *[other] { $count } lessons are drafts here, since they hold what no learner may be shown; `/teach lesson publish` says where.
}
server-moving-not-here = Left as they were, since this place does not allow the value that came: { $settings }.
server-moving-next = Channels and roles are others here: choose them with `/server channels` and `/server settings`, then let `/server diagnose` look at everything.
server-moving-left = { $count ->
    [one] One question stays as it is here: in the archive it was only a draft, or retired.
   *[other] { $count } questions stay as they are here: in the archive they were only drafts, or retired.
}
server-moving-nothing-new = Everything in it was here already; nothing was changed.
server-moving-way-back = Should it have been the wrong file: the button here, or `/server undo`, takes all of it back in one step.
server-moving-mistakes = { $count ->
    [one] One thing in the archive is wrong, so nothing was taken in:
   *[other] { $count } things in the archive are wrong, so nothing was taken in:
}
server-moving-mistake-line = - `{ $path }`, line { $line }: { $what }
server-moving-mistake-file = - `{ $path }`: { $what }
server-moving-lessons-refused = The lessons in the archive cannot be taken in, so nothing was. Take `lessons.zip` out of it and give it to `/teach lesson import` with `dry_run`: it says what is wrong in each line.
server-moving-no-archive = That is not an archive of mine. Give me the .zip file from `/server export`, unchanged.
server-moving-too-large = That archive is too large: at most { $limit } MB. A larger server moves in parts: lessons with `/teach lesson export`, questions with `/teach question export`.
server-moving-too-new = That archive was made by a newer version of me. Ask the operator to update this one, then try again.
