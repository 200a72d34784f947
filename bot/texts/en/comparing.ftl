# The learner’s own explanation, compared with the lessons

comparing-right = ✅ **What you have right**
comparing-missing = ➕ **What is missing**
comparing-mistaken = ⚠️ **Have another look at this**
comparing-complete = That is the whole of it. Well explained!
comparing-line = - { $line }
comparing-touched = ✅ **You mention**
comparing-left = ➕ **The section also says**
comparing-named = This looks like a common mix-up: “{ $belief }” { $correction }
comparing-by-words = -# Compared by words alone, without a model: what you put differently I may have missed.
comparing-try-first = Write what you think in a sentence or two, even if you are unsure, for example: *A token is always one whole word.* Then I compare it with the lessons.
