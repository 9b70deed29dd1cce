"""What people decide about draft claims, kept apart from the drafts so that extraction can run again at any time.

Read in this order: `decisions` (one line of the file that is the truth), `log` (that file on disk), `applying` (drafts
and decisions put together), `checking` (a draft held to the claim format), `tally` (how often rules were right).
"""
