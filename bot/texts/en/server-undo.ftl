# /server undo: taking back the last change

server-undo-last = **The last change here:**
server-undo-before-it = **The last one before it that can be taken back:**
server-undo-button = Take it back
server-undo-done = ↩️ **Taken back:**
server-undo-cannot = This sort of change cannot be taken back: answers were already given by it.
server-undo-changed-since = This has been changed again since then, so it cannot simply be taken back. Nothing was changed; `/server audit` shows what came after.
server-undo-not-the-last = Somebody changed something here, or took this back, since you looked. Nothing was changed; `/server undo` shows what is the last change now.
server-undo-nothing = There is no change here that could be taken back.
server-undo-queue = The report waits in `/server queue` for a new decision. What learners were shown in place of an answer stays until then; *Correct* begins with the answer as it first was.
