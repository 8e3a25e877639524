"""What the province sees of all cases, and what it sets for them."""
