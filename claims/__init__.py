"""What was said: claims, the words and names in them, and the files they are read from."""
