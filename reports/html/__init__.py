"""The discrepancy report as one self-contained HTML file."""
