"""Claims from CSV, TSV, XLSX, XLS, ODS, JSON, JSON Lines and YAML; what cannot be read is named, never dropped."""

from __future__ import annotations

from claims.read.load import iter_claims, load
from claims.read.result import InputFile, Loaded, NoClaims, Rejected, UnreadableFile, Warning_

__all__ = ["InputFile", "Loaded", "NoClaims", "Rejected", "UnreadableFile", "Warning_", "iter_claims", "load"]
