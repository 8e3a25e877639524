"""What every page type keeps: written by its portal's editor, published by its chief, read in two languages."""
