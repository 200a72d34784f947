# /explain: concept cards, and things shown instead of told

explain-shared-notice = It stands in the channel now, just below.
explain-button-share = Show the channel
explain-level-eli5 = Like I’m twelve
explain-level-beginner = Beginner
explain-level-practitioner = I build with it

## Concept cards

explain-field-example = 🔎 An example
explain-field-misconception = ⚠️ Where people go wrong
explain-field-try = 💬 Try this
explain-field-compared = 🧭 What they are
explain-misconception = *“{ $claim }”*
    { $truth }
explain-try = *{ $question }*
explain-button-try = Ask this
explain-button-try-one = Try: { $concept }
explain-button-ask = Ask something else
explain-button-read = 📖 { $section }
explain-select-next = Go on to…
explain-select-nearest = Open a card…
explain-ask-title = Ask about this concept
explain-ask-field = What would you like to know about it?
explain-ask-about = About { $concept }:
explain-concept-nearest = There is no card called **{ $words }**, but the lessons speak of it. These passages and cards come nearest.
explain-concept-unknown = The course does not know **{ $words }**, so I would rather not guess. Try other words, or pick a concept from the list that opens while you type.
explain-compare-unknown = I have no card on “{ $words }” to put beside it. Start typing its name and pick one from the list.

## What all explainers share

explain-busy = Many people want a picture just now. Please try again in a minute.
explain-unable = I could not make this picture. Please try again, or with a shorter text.
explain-gone = I no longer have what this button belongs to. Run the command again, and use the new buttons.
explain-button-question = 💬 Ask this question
explain-button-lesson = 📖 Read about it
explain-no-chinese-font = -# No Chinese font is installed here, so the picture shows Chinese as codes; the list below it has the characters.
explain-question-tokens = Why does Chinese text often need more tokens than English with the same meaning?

## Tokens

explain-tokens-title = 🧩 The text as a model reads it
explain-tokens-counts = **{ $tokens } tokens** from { $characters } characters ({ $bytes } bytes), in { $vocabulary }
explain-encoding-o200k = o200k (GPT-4o and newer)
explain-encoding-cl100k = cl100k (GPT-3.5, GPT-4)
explain-tokens-parts = { $count ->
    [one] One token holds only a part of a character: its bytes stand in red-brown.
   *[other] { $count } tokens hold only a part of a character: their bytes stand in red-brown.
}
explain-tokens-price = A thousand prompts of this length cost: { $prices } (list prices of { $day }, { $source })
explain-tokens-no-price = No list price is known today, so I name none.
explain-tokens-file = The list of all tokens is in the file.
explain-tokens-drawn = The picture shows the first { $drawn }.
explain-tokens-legend = -# · is a space, ↵ a line break, ⇥ a tab; below each token its number in the vocabulary.
explain-tokens-alt = { $count } tokens, one after the other: { $tokens }
explain-tokens-empty = Nothing was left of that text that could be cut. Please type some words.
explain-tokens-beside = English beside Chinese
explain-tokens-own = Cut a text of mine
explain-tokens-form = Cut a text into tokens
explain-tokens-field = Any text: words, emoji, code…
explain-tokens-pair = 🧩 **The same sentence in two languages**
explain-tokens-pair-row = - *{ $sentence }*
    { $characters } characters, { $bytes } bytes → **{ $new }** tokens in o200k, **{ $old }** in cl100k
explain-tokens-pair-why = A vocabulary gives long pieces to what it saw often. The older one saw little Chinese, so Chinese fell into more and smaller pieces, some of them parts of a character; the newer one saw more.

## Sampling

explain-question-sampling = When should I set a low temperature, and when a high one?
explain-sampling-title = 🎲 What comes next?
explain-sampling-prompt = After *{ $prompt }* …
explain-sampling-model = … these are the chances that **{ $model }** gives to the first token of its continuation.
explain-sampling-toy = … this is what a **toy model** says. It only counts which words follow each other in this course’s lessons; every candidate is known, so its arithmetic is exact.
explain-sampling-temperature = Temperature { $temperature }, top-p { $top_p }. In the picture the outline is the chance before, the bar the chance after.
explain-sampling-approximate = -# Approximate: the server names its 20 likeliest tokens only. *Others* share what is left, taken as equally likely.
explain-sampling-others = others
explain-sampling-no-model = No language model is set up here, so a toy shows how it works.
explain-agree-first = Real models answer you once you have agreed with `/start`. Until then a local stand-in shows how it works.
explain-sampling-failed = { $why } So a toy shows how it works.
explain-sampling-t = T { $value }
explain-sampling-p = top-p { $value }
explain-sampling-button-on = Write it on, five times
explain-sampling-on = 🎲 **Written on five times**: twice at temperature 0, then three times at { $temperature }.
explain-sampling-greedy = - ❄️ … { $text }
explain-sampling-drawn = - 🎲 … { $text }
explain-sampling-same = At temperature 0 the likeliest token wins every time, so the first two are the same. Above 0 tokens are drawn by chance, so each run may differ.
explain-sampling-differ = The first two differ although temperature 0 leaves nothing to chance: servers compute many requests together, and tiny differences in rounding can tip the scales. That is non-determinism.
explain-sampling-withheld = (held back by my own checks)
explain-sampling-alt = Bars for the { $count } likeliest next tokens. The likeliest after reshaping is { $token } with { $percent }; all figures stand in the list above.
