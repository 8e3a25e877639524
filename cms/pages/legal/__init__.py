"""Legal documents as records: numbers, who issued them, what is in force, how one acts upon another."""
