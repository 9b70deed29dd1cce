"""Whole sets of figures: can all of them hold at once, and if not, which smallest sets cannot."""
