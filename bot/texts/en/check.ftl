# *Quiz me*: the short question of a section

check-none = There is no short question on this yet. `/lesson read` shows the sections in full.
check-option = **{ $letter }** { $option }
check-button-option = { $letter }
check-button-unsure = I'm not sure
check-button-read = Read the section
check-right = ✅ **{ $letter } is right.** { $why }
check-wrong = ❌ **You chose { $letter }.** { $why }
check-key = 💡 **The answer is { $letter }:** { $option }
    { $why }
check-reread = To read it again: *{ $lesson } · { $section }*
