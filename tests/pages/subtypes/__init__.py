"""What citizens see of the sections that have page types of their own."""
