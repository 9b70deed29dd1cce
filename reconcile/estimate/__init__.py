"""Figures that can be defended: what the statements about one population allow, concede and, as a model's, suggest.

Pure functions over small records that know nothing of claims. Order of reading: ``comparable`` (what was said),
``voting`` (one voice, one vote), ``bounds`` and ``rules`` (no model), ``ledger`` (how each camp's figures run),
``anchored`` (the model), ``consistent`` (estimates that add up), ``track_record`` (the ledger as people read it).
"""
