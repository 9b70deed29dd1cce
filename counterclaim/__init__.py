"""The thin command over claims, reconcile and reports."""
