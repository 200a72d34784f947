"""A challenge as a moderator may write it: the smallest that can be published."""

OWN_CHALLENGE = """id: my-challenge
kind: run
technique: zero-shot
level: beginner
threshold: 80
cases:
  - {id: one, visible: true, category: plain, checks: [{contains-any: $answer}]}
  - {id: two, category: plain, checks: [{contains-any: $answer}]}
  - {id: three, category: hard, checks: [{contains-any: $answer}]}
texts:
  en:
    title: What it is called
    goal: What the prompt must achieve
    rules: ["Put {input} where the text goes."]
    hints: [The first hint]
    solution: Why the reference works
    categories: {plain: An ordinary case, hard: A hard case}
    cases:
      one: {input: "A text", answer: expected}
      two: {input: "Another text", answer: expected}
      three: {input: "A hard text", answer: expected}
    prompts:
      reference: A prompt that passes
      bad: A prompt that fails
    recorded:
      reference: {one: expected, two: expected, three: expected}
      bad: {one: wrong, two: wrong, three: wrong}
"""
