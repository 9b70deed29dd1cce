"""Files that people already have, read as claims without a mapping.

Start at ``known.py``: the tables that are recognised by their headers. ``claimreview.py`` reads fact-checks in
JSON-LD, ``infobox.py`` Wikipedia's infoboxes, ``google_sheet.py`` a public sheet by its address.
"""
