# /explain: concept cards, and things shown instead of told

explain-shared-notice = It is in the channel now, just below.
explain-button-share = Show the channel
explain-level-eli5 = From zero
explain-level-beginner = Beginner
explain-level-practitioner = Practitioner

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
    [one] One token holds only a part of a character: its bytes are shown in red-brown.
   *[other] { $count } tokens hold only a part of a character: their bytes are shown in red-brown.
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
explain-sampling-on = 🎲 **Written on five times**: twice at temperature 0, then three times at { $temperature }, with top-p { $top_p }.
explain-sampling-settings-ignored = ℹ️ This model takes neither temperature nor top-p: all five are drawn as it likes.
explain-sampling-greedy = - ❄️ … { $text }
explain-sampling-drawn = - 🎲 … { $text }
explain-sampling-same = At temperature 0 the likeliest token wins every time, so the first two are the same. Above 0 tokens are drawn by chance, so each run may differ.
explain-sampling-differ = The first two differ although temperature 0 leaves nothing to chance: servers compute many requests together, and tiny differences in rounding can tip the scales. That is non-determinism.
explain-sampling-withheld = (held back by my own checks)
explain-sampling-alt = Bars for the { $count } likeliest next tokens. The likeliest after reshaping is “{ $token }” with { $percent }; all figures are in the list above.

## Embeddings

explain-question-embeddings = How does a search by meaning find a text that shares no word with the question?
explain-embeddings-title = 🗺️ Texts by meaning
explain-embeddings-text = **{ $number }** { $text }
explain-embeddings-map = The map squeezes many dimensions into two: near dots are near in meaning, but the table is the more exact of the two.
explain-embeddings-pairs = **How near each pair is** (cosine, the nearest first)
explain-embeddings-scale = -# 1 means the same direction, 0 means unrelated. Compare only numbers that come from the same method.
explain-embeddings-map-alt = A map of { $count } numbered dots; texts { $first } and { $second } are the nearest pair. All distances are in the list below.
explain-embeddings-table-alt = A table of how near each text is to each; the same figures are in the list above.
explain-method-model = The vectors come from the embedding model that is set up here.
explain-method-words = **Local method, no model:** each text is the sum of its words’ vectors, the same that search these lessons. It knows words, but not their order, and no “not”.
explain-method-letters = **Local method, no model:** a text here holds no word that I know, so this compares shared letters. It says nothing about meaning.
explain-embeddings-no-model = No embedding model is set up here, so a local method shows how it works.
explain-embeddings-failed = { $why } So a local method shows how it works.
explain-embeddings-number = That makes { $count } different texts; I can show 2 to { $most }. Put one on each line, or put | between them.
explain-embeddings-own = Texts of my own
explain-embeddings-form = Texts on a map
explain-embeddings-field = Two to twelve texts, one on each line
explain-embeddings-help = Words or sentences, in any language
explain-closer-play = 🎯 Closer or farther?
explain-closer-ask = 🎯 Which of the two is closer in meaning to **{ $to }**?
explain-closer-choice = { $text }
explain-closer-right = ✅ Yes. Measured from **{ $to }**: { $first } { $near }, { $second } { $far }.
explain-closer-wrong = Not by this measure. From **{ $to }**: { $first } { $near }, { $second } { $far }. Would you have measured differently? That is worth a thought.
explain-closer-next = Another one
explain-closer-none = These texts are too alike for a fair question. Try others.

## Retrieval

explain-question-retrieval = Can a model still make things up when it was given the right passages?
explain-retrieval-title = 🔦 With and without passages
explain-retrieval-question = *{ $question }*
explain-retrieval-without = 🎈 Without passages
explain-retrieval-with = ⚓ With passages
explain-retrieval-passages = **What was found in the lessons**, the best first
explain-retrieval-hardly = **The lessons hardly cover this.** The nearest passages were sent all the same; a careful answer says that they do not fit.
explain-retrieval-nothing = The lessons hold nothing on this, so there is nothing to ground an answer in.
explain-retrieval-passage = [{ $number }] { $lesson } · { $section } ({ $score })
explain-retrieval-prompt = **What was sent** is in the file: { $tokens } tokens with the passages, { $alone } without (counted in o200k). Every token of a passage is paid for with each question.
explain-by-ai = Written by an AI ({ $model }): it can be wrong.
explain-retrieval-lesson = Grounding ties an answer to what it was given. It does not check that what it was given is right, or fits.
explain-retrieval-no-model = No language model is set up here, so there is no answer to compare. What would be sent is in the file.
explain-retrieval-agree = The model answers you once you have agreed with `/start`. What would be sent is in the file.
explain-retrieval-button-wrong = Try a wrong passage
explain-retrieval-wrong-title = 🧪 The same question, a wrong passage
explain-retrieval-wrong = Now the model gets a passage about something else. A well-behaved answer says that it does not help; a weaker one bends it until it fits.
explain-retrieval-answer = What came back
explain-retrieval-no-wrong = The course has no passage that is far enough from this question.

## Walks

explain-button-walk = 🎞️ Step by step
explain-button-practise = 🎯 Practise it
explain-walk-title = { $title } · { $step } of { $all }
explain-walk-words = The picture in words
explain-walk-arrow = { $start } → { $end }
explain-walk-box = { $text }
explain-walk-alt = { $say } The message says in words what is in the picture.
explain-walk-back = ◀ Back
explain-walk-on = Next ▶
explain-walk-own = 🎞️ Walk through it myself

explain-sampling-own = See the chances after a text
explain-sampling-field = The beginning of a text
explain-retrieval-own = Try with and without passages
