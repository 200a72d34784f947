# /teach challenge

teach-challenge-form = Practice challenge
teach-challenge-field = The challenge as YAML
teach-challenge-help = A longer one goes in as a file.
teach-challenge-kept = **{ $title }** is kept as a draft (version { $version }). Next: `/teach challenge test`, then `/teach challenge publish`.
teach-challenge-mistaken = Nothing was stored. Your text is attached; put this right and send it again:
teach-challenge-mistake = Line { $line }: { $what }
teach-challenge-too-long = This challenge is too long for a form. Change the file and hand it in with `/teach challenge edit`.
teach-challenge-parts = ✅ **{ $title }**: the reference passes and the bad prompt fails. It can be published.
teach-challenge-parts-not = ❌ **{ $title }** does not tell good from bad yet.
teach-challenge-scores = Reference { $reference } %, bad prompt { $bad } %; { $threshold } % are needed.
teach-challenge-by-recorded = Judged on the recorded outputs, as no model is set up.
teach-challenge-by-model = Run by { $model }.
teach-challenge-failing = Learners failed `{ $case }` in { $failed } of { $all } attempts.
teach-challenge-published = **{ $title }** is open to learners now.
teach-challenge-retired = The challenge is out of sight. Attempts stay; `/teach challenge publish` brings it back.
teach-challenge-unknown = This server has no such challenge of its own. Pick one from the list that opens while you type.
teach-challenge-does-not-part = Not published: on the recorded outputs the reference does not pass, or the bad prompt does. `/teach challenge test` says where.
teach-challenge-choice-draft = ✎ { $title }
teach-challenge-choice-published = { $title }
teach-challenge-choice-retired = ✕ { $title }
