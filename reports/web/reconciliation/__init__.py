"""A Reconciliation Service API v0.2 over one project, for OpenRefine and its like. Begin at ``service``.

The specification: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""
