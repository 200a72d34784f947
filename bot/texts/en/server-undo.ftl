# /server undo: taking back the last change

server-undo-changed-since = This has been changed again since then, so it cannot simply be taken back. Nothing was changed.
