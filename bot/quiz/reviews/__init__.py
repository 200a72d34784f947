"""What was learnt, asked again at the right time: the schedule, the reminders, the streak."""
