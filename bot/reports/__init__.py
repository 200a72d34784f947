"""What looks across rooms: everything about one person, and whether all is well."""
