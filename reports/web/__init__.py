"""The page of ``counterclaim serve``: read, search and decide in a browser on this machine. Begin at ``app``."""
