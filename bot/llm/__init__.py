"""One door to every model: chat, JSON, log-probabilities, embeddings and moderation.

The only room that imports the `openai` package, and it does so lazily, in a thread. What a model writes
leaves here as `ModelText`; nothing of a key or of a message's content ever leaves in an exception or a log
line.
"""
