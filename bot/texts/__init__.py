"""Every sentence the bot says, in every language, and the types that tell checked text from unchecked."""
