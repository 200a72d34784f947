### Names and descriptions of commands, options and choices, found by the command's place in the tree:
### commands-<command>-name, commands-<command>-description, commands-<command>-option-<option>-name,
### commands-<command>-option-<option>-description, commands-choice-<value>, commands-menu-<name>-name.
### A description has at most 100 characters; a name is lower case, without spaces, at most 32 characters.
