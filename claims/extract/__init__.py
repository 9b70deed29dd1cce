"""From an article to draft claims: pure stages over a document whose text is never altered.

Read in this order: `pipeline` (the stages one after another), `document` and `sentences` (what they work on),
`losses` (what happened to whom), `speech` (who says so), `drafts` (what comes out).
"""
