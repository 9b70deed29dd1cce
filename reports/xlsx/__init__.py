"""The report as a workbook (.xlsx): a sheet for each part of the result, and the claims so that they read again."""

from reports.xlsx.book import chunks

__all__ = ["chunks"]
