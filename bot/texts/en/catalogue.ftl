# /model: the catalogue of models, two models side by side, the way to a method

## What a fact is called

catalogue-state-current = in use
catalogue-state-superseded = superseded
catalogue-state-retiring = ends on { $day }
catalogue-state-retired = ended { $day }
catalogue-access-permissive = open weights
catalogue-access-conditions = open weights, with conditions
catalogue-access-research = weights for research only
catalogue-access-proprietary = proprietary service
catalogue-architecture-encoder = encoder only: reads, does not write
catalogue-architecture-decoder = decoder only: writes on from what it reads
catalogue-architecture-encoder-decoder = encoder and decoder: reads, then writes anew
catalogue-architecture-diffusion = diffusion: takes noise away step by step
catalogue-tuning-base = base model: continues a text
catalogue-tuning-instruction-tuned = instruction-tuned: follows instructions
catalogue-tuning-both = both as base model and instruction-tuned
catalogue-tuning-pre-trained = pre-trained: to be fine-tuned for a task
catalogue-tuning-task = trained for one task
catalogue-medium-text = text
catalogue-medium-image = pictures
catalogue-medium-audio = sound
catalogue-medium-video = video
catalogue-medium-vector = vectors
catalogue-reads-writes = { $reads } → { $writes }
catalogue-reads = reads { $reads }
catalogue-parameters = parameters: { $parameters }
catalogue-released = published { $day }
catalogue-context = { $tokens } tokens
catalogue-cutoff = knowledge to { $day }
catalogue-licence = { $access } ({ $licence })
catalogue-unknown-kind = How it is built, none of our sources says.
catalogue-no-window = no figure known
catalogue-price = ${ $prompt } in, ${ $answer } out
catalogue-price-in = ${ $prompt } in
catalogue-price-full = ${ $prompt } for a million tokens in, ${ $answer } out, at { $seller } (list price of { $day }, { $source })
catalogue-price-full-in = ${ $prompt } for a million tokens, at { $seller } (list price of { $day }, { $source })
catalogue-price-gone = Last listed: ${ $prompt } for a million tokens in, ${ $answer } out ({ $source }, looked up { $day }). It can no longer be bought.
catalogue-price-free = The weights cost nothing; the machine they run on does. No list price is known to me.
catalogue-price-unknown = No list price is known to me.

## A card

catalogue-field-use = 🎯 What it is for
catalogue-field-now = 🕰️ What became of it
catalogue-field-kind = 🧬 Kind
catalogue-field-access = 🔑 Access
catalogue-field-window = 📏 Window and knowledge
catalogue-field-price = 💵 Price
catalogue-field-strengths = 💪 Strengths
catalogue-field-limits = ⚠️ Limits
catalogue-title = { $name } · { $provider }
catalogue-as-of = Facts as of { $day }, { $count ->
        [one] from one source
       *[other] from { $count } sources
    }. What no source says is left out.
catalogue-third-parties = Not from the maker itself: { $sources }.
catalogue-source-named = { $title } ({ $day })
catalogue-button-sources = 📚 Sources
catalogue-button-facts = 📇 Facts and price
catalogue-button-concept = 🗂️ In plain words
catalogue-button-own = Open it for myself
catalogue-select-compare = Compare with…
catalogue-select-open = Open a card…
catalogue-unknown = The catalogue has no model called **{ $words }**. Do you mean one of these?
catalogue-gone = The catalogue has no such model any more. Look for another with `/model find`.
catalogue-sources-title = 📚 { $name }: who says what
catalogue-source = **{ $title }**, { $day }
catalogue-source-linked = **[{ $title }]({ $url })**, { $day }
catalogue-source-third-party = { $source }, not the maker’s own
catalogue-source-words = strengths, limits and use
catalogue-fact-state = what became of it
catalogue-fact-released = when it was published
catalogue-fact-ends = when it ends
catalogue-fact-architecture = how it is built
catalogue-fact-tuning = how it was tuned
catalogue-fact-access = access
catalogue-fact-licence = licence
catalogue-fact-parameters = size
catalogue-fact-reads = what it reads
catalogue-fact-writes = what it writes
catalogue-fact-context = window
catalogue-fact-cutoff = knowledge
catalogue-fact-vocabulary = vocabulary
catalogue-fact-tasks = what it is for
catalogue-sources-end = The day is when a source was published or, of a page that changes, when it was read.

## Finding

catalogue-find-title = 📇 Models
catalogue-find-all = The whole catalogue: { $count } models. The options of `/model find` narrow it down.
catalogue-find-fits = { $count ->
    [one] One model fits.
   *[other] { $count } models fit.
}
catalogue-find-page = Page { $page } of { $pages }. Prices are US dollars for a million tokens.
catalogue-find-dated = List prices of { $day }, { $source }.
catalogue-find-unpriced = { $count ->
    [one] One more would fit, but I know no price of it.
   *[other] { $count } more would fit, but I know no price of them.
}
catalogue-find-none = Nothing in the catalogue fits all of that. These come nearest:
catalogue-find-wish = -# Asked for: { $wish }
catalogue-find-wish-max = at most ${ $dollars } for a million tokens of input
catalogue-find-line = **{ $name }** · { $provider }
    { $facts }
catalogue-task-chat = conversation and writing
catalogue-task-code = programming
catalogue-task-seeing = understanding pictures
catalogue-task-images = making pictures
catalogue-task-speech = speech
catalogue-task-search = search and embeddings
catalogue-task-sorting = sorting and extracting
catalogue-task-own-machine = running on one’s own machine
catalogue-find-question = How do I choose between an open and a proprietary model?
catalogue-button-back = ◀ Back
catalogue-button-on = Next ▶
catalogue-button-question = 💬 Ask this question

## Side by side

catalogue-pair-question = What speaks for { $a } and what for { $b } in a project of mine?
catalogue-compare-title = ⚖️ One prompt, two models
catalogue-compare-prompt = *{ $prompt }*
catalogue-compare-running = ⏳ { $model } is working on it…
catalogue-compare-figures = { $seconds } s · { $prompt } + { $answer } tokens · { $cost }
catalogue-compare-figures-guessed = { $seconds } s · about { $prompt } + { $answer } tokens · { $cost }
catalogue-compare-cost = ${ $dollars } (list price of { $day })
catalogue-compare-no-cost = no list price known
catalogue-compare-cut = -# Cut off at { $tokens } tokens, so that a comparison stays affordable.
catalogue-compare-substitute = This model did not answer, and comparing a stand-in would tell nothing, so its place is left empty.
catalogue-compare-withheld = (held back by my own checks)
catalogue-compare-sealed = This would have given away the answer to a question that you have open in a quiz. Finish it first, then compare.
catalogue-compare-note = Written by AIs, which can be wrong. One answer each is one draw: run it again, and both may differ. Time counts the waiting as well.
catalogue-compare-empty = There is nothing left of that prompt that could be sent. Please type some words.
catalogue-compare-same = These are one and the same model. Please name two different ones.
catalogue-compare-no-model = No language model can be reached here, so the cards stand side by side instead.
catalogue-compare-not-allowed = Of these, not both may be used here. Models that may: { $models }. So the cards stand side by side instead.
catalogue-compare-agree = Models answer you once you have agreed with `/start`. Until then the cards stand side by side.
catalogue-compare-cards-instead = So the cards stand side by side instead.
catalogue-compare-no-card = The catalogue has no card of { $name }; the operator of this bot has set it up under this name.
catalogue-compare-form = One prompt on both models
catalogue-compare-field = The prompt, as you would send it
catalogue-compare-a = One model
catalogue-compare-b = The other model
catalogue-compare-own = ⚖️ Run a prompt of mine
catalogue-compare-cards = 🗂️ Their cards
catalogue-compare-question = How do I compare two models fairly on my own examples?

## Choosing a method

catalogue-choose-goal = 🎯 *{ $goal }*
catalogue-choose-title = 🧭 Which method? Question { $number } of { $all }
catalogue-choose-so-far = So far
catalogue-choose-line = - { $answer }
catalogue-choose-ask-gap = **What is missing** in the answers of a model that you ask well: with a clear instruction, context and a few examples?
catalogue-choose-ask-data = **What data** do you have for this?
catalogue-choose-ask-freshness = **How fresh** must it be: how often do the facts change on which answers rest?
catalogue-choose-ask-latency = **How quickly** must an answer begin?
catalogue-choose-ask-budget = **What budget** is there?
catalogue-choose-gap-untried = I have not tried that yet
catalogue-choose-gap-knowledge = It lacks facts: ours, or new ones
catalogue-choose-gap-form = It knows enough, but form or style is not reliable
catalogue-choose-gap-field = It does not understand the language of our field
catalogue-choose-data-none = Nothing yet, or a handful of examples
catalogue-choose-data-documents = Documents that hold the answers
catalogue-choose-data-examples = Hundreds of good input–output pairs
catalogue-choose-data-corpus = Very much text of the field, and examples
catalogue-choose-freshness-often = Daily or weekly
catalogue-choose-freshness-seldom = A few times a year
catalogue-choose-freshness-hardly = Hardly ever
catalogue-choose-latency-relaxed = Some seconds are fine
catalogue-choose-latency-fast = Within a second, or very many requests
catalogue-choose-budget-small = Hours and a few dollars
catalogue-choose-budget-team = Weeks of a small team
catalogue-choose-budget-lab = Months of a laboratory, millions
catalogue-choose-result = 🧭 { $methods }
catalogue-choose-and = { $one } + { $other }
catalogue-choose-method-prompt = Prompt engineering
catalogue-choose-method-retrieval = Retrieval (RAG)
catalogue-choose-method-fine-tuning = Fine-tuning
catalogue-choose-method-training = Training from scratch
catalogue-choose-does-prompt = Write the instruction clearly, give context and a few examples, fix the form of the output, and measure.
catalogue-choose-does-retrieval = Look the facts up with every question, and put the passages into the prompt.
catalogue-choose-does-fine-tuning = Train a finished model further with your examples, so that the form becomes a habit. Begin with LoRA on an open model.
catalogue-choose-does-training = Train a model of your own from nothing. Hardly anybody needs this.
catalogue-choose-why = Why
catalogue-choose-later-title = If that is not enough
catalogue-choose-later = { $method } would be the next step.
catalogue-choose-later-none = Nothing more expensive would help with what you have. More or better data would.
catalogue-choose-answers = Your answers
catalogue-choose-because-prompt-first = Nothing else pays before a clear prompt was tried. It takes hours, not weeks.
catalogue-choose-because-facts-looked-up = Missing facts are looked up and put into the prompt. Training them in is expensive and unreliable.
catalogue-choose-because-facts-change = Facts that change belong in an index, which is up to date in minutes. What is trained in goes stale.
catalogue-choose-because-facts-in-prompt = If the facts hardly change and fit into the window, put all of them into the prompt: the simplest retrieval there is.
catalogue-choose-because-collect = There is nothing to look up yet: collect the documents first that hold the answers.
catalogue-choose-because-form-learnt = A form or habit that returns a thousand times is what fine-tuning teaches best.
catalogue-choose-because-field-learnt = The language of a field can be taught to an open model by training it further.
catalogue-choose-because-field-looked-up = A glossary and good passages in the prompt often carry the language of a field far enough.
catalogue-choose-because-examples-enough = You have the hundreds of examples that it needs. Keep some of them for the test.
catalogue-choose-because-examples-missing = Without some hundred good examples there is nothing to fine-tune with. Put your best three to five into the prompt, and collect more.
catalogue-choose-because-budget-small = Your examples would do for fine-tuning, but it takes more than hours. Put the best of them into the prompt.
catalogue-choose-because-both = The two do different things: retrieval brings the facts, fine-tuning the form.
catalogue-choose-because-fast-prompt = For speed take a small model and a short prompt, and let the provider cache its beginning.
catalogue-choose-because-fast-retrieval = A search adds tenths of a second and passages add tokens: fetch few and short ones.
catalogue-choose-because-fast-tuned = A small tuned model needs only a short prompt, so it answers quickly.
catalogue-choose-because-training-pays = A language of its own, a huge corpus and a laboratory: this is the rare case in which training from scratch can pay. Compare it with further training of an open model all the same.
catalogue-choose-because-training-not = Training from scratch would take millions and gain little: an open model that is trained further gets nearly as far.
catalogue-choose-because-measure = Measure each step on 20 to 50 real examples, and go on only when the simpler step falls short.
catalogue-choose-again = 🔁 From the beginning
catalogue-choose-own = 🧭 Walk it myself
catalogue-choose-try-prompt = What belongs in a prompt before I think about anything more expensive?
catalogue-choose-try-retrieval = How do I build a first small retrieval system from my documents?
catalogue-choose-try-fine-tuning = How do I prepare good examples for fine-tuning?
catalogue-choose-try-training = What does it take to train a language model from scratch?
