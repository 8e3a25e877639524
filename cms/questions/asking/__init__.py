"""The public form: what a citizen sends, how it is looked at, and the receipt."""
