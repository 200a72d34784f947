# Why no language model answered, and what to do next. One sentence for each reason.

model-no-model = No language model is set up that I can reach. The operator of this bot can check its key and model name.
model-not-allowed = That language model is not one of those allowed here. Please choose another.
model-unsupported = The language model in use cannot do this. A moderator can choose another one.
model-rate-limited = The language model is answering as many people as it can right now. Please try again in a minute.
model-out-of-quota = The account for the language model is used up. The operator of this bot can top it up.
model-server-error = The language model had a fault of its own. Please try again in a few minutes.
model-timed-out = The language model took too long. Please try again in a minute.
model-connection-lost = The connection to the language model broke off. Please try again.
model-truncated = The language model stopped in the middle of its answer, so I did not keep it. Please try again.
model-broken-reply = What the language model sent back made no sense to me. Please try again.
model-refused = The language model would not answer this. Putting the question in other words may help.
model-length = The answer grew too long before it was of any use. Please ask about a smaller part.
model-bad-request = The language model did not take this question; it may be too long. Please try a shorter one.
model-circuit-open = The language model has failed several times, so I am giving it a short rest. Please try again in a few minutes.
model-over-budget = The limit for the language model is used up for now. Please try again tomorrow.
model-over-budget-learner = You have used up your share of the language model for today. It starts afresh at midnight UTC.
model-over-budget-learner-month = What you may spend on the language model in this server this month is used up. It starts afresh on the first of next month (UTC).
model-over-budget-server = This server has used up its share of the language model for today. It starts afresh at midnight UTC; a moderator can look at the limit with `/server quota`.
model-over-budget-server-month = What this server may spend on the language model this month is used up. It starts afresh on the first of next month (UTC); a moderator can look at the limit with `/server quota`.
model-over-budget-ceiling = This month's budget for the language model is used up. The operator of this bot can raise it.
model-paused = The moderators have paused the language model here for a while. Lessons go on as usual.
