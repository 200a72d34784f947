"""Everything between the tutor and Discord's wire: replies, buttons, languages, acknowledgements, errors."""
