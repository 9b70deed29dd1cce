"""Figures that can be defended: what the statements about one population allow, concede and, as a model's, suggest.

Pure functions over small records that know nothing of claims. Order of reading: ``comparable`` (what was said),
``rules`` (simple rules that others use), ``ledger`` (how a camp's figures run), ``anchored`` (the model).
"""
