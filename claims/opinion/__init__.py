"""A second opinion: what a language model reads in sentences, held to the words of the text and never merged.

A text may try to give the model orders, and a model may invent. So nothing that it answers is taken but stretches of
the text itself, and values that the project's own readers find in them.

Read in this order: `passages` (what is worth asking about), `answers` (what a model can say), `model` and `agent` (whom
it is asked of, and how), `asking` (how much, and when to stop), `grounding` (an answer held to the text, with `words`
and `reading`), `beside` (opinions put beside what the rules read).
"""
