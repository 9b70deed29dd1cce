"""Articles as people have them: plain text, Markdown, saved web pages, PDF and Wikipedia's wikitext.

Read in this order: `article` (what a document is once it is read), `opening` (from bytes to that), `folders` (which
files), `proposing` (from an article to drafts of claims).
"""
