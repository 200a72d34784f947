# What a learner reads when the database could not do its work.
storage-disk-full = I couldn't save that: my disk is full. What you saved earlier is safe. Please tell a moderator, then try again.
storage-locked = I'm busy saving something else right now. Please try again in a few seconds.
storage-read-only = I can read my notes but not write to them, so nothing new was saved. Please tell a moderator.
storage-cannot-open = I can't open my notes right now, so nothing was saved. Please tell a moderator.
storage-corrupt = My notes are damaged, so I stopped before making it worse. Please tell a moderator: a backup may need to be restored.
storage-disk-fault = My disk failed while I was saving, so that wasn't kept. Please try again, and tell a moderator if it happens twice.
storage-closed = I'm about to restart. Please try again in a minute.
