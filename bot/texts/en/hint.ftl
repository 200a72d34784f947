# Hints: one step at a time

hint-step = -# Hint { $rung } of { $last } · the next one opens when you have tried something
hint-try-first = Have a go first: write what you think, even if you are unsure. A half-right try is enough for the next hint.
hint-ask-first = Tell me first what you would like to work out, for example: *Why do models make things up?* Then I lead you there, one hint at a time.
hint-restate = Say the question in your own words first: what kind of thing would answer it? It belongs to *{ $lesson } · { $section }*.
hint-pointer = Look at *{ $lesson } · { $section }*. Which sentence there speaks of exactly what you are asking?
hint-narrowed = One step at a time: { $hint }
hint-narrowed-plain = Take only the first step: what happens first in what *{ $lesson } · { $section }* describes?
hint-sibling = Read the worked example of *{ $lesson }* step by step, then do the same with your question. What comes out?
