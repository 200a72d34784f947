"""Taking a quiz: choosing questions, answering, grading, the result. All state is in the database."""
