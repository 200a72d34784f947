"""Discord's face: one file per family of commands, declarations and rendering only."""
