"""What people read: the discrepancy report in its forms, drawn from a result."""
