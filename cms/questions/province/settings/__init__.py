"""What the provincial administrator sets for all: kinds, deadlines, the calendar, topics and titles."""
