### /teach: what moderators write, and what becomes of it.

teach-lesson-unknown = This server has no lesson of its own by that name. Pick one from the list that opens while you type.
teach-lesson-exported = Here is “{ $lesson }” as a file. Import takes it in again, here or in another server, without a change.
