"""The quiz room: questions, how they are checked, taken and graded.

The key of a question never goes into a prompt, a custom id or a log.
"""
