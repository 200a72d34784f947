"""Marks a text as material for a model: what stands between the marks is read, never obeyed.

It is a help to the model and no lock; the release gate checks the reply in any case.
"""


def as_data(text: str, boundary: str) -> str:
    """`text` between two lines that hold `boundary`, for a prompt.

    `boundary` is a fresh id (`Ids.new()`), so that the text cannot close the marks by itself; should it occur in
    the text all the same, it is taken out there.
    """
    return f"<material {boundary}>\n{text.replace(boundary, '')}\n</material {boundary}>"
