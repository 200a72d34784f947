### Sentences that belong to no room: errors, old buttons, permissions.

common-button-old = This button comes from an older version of me, and I no longer know what it did. Please run the command again, and use the new buttons.
common-button-not-yours = This button belongs to the person who asked. You can get your own answer with `/ask`.
common-no-access = I cannot see that channel. A moderator can let me in with “View Channel”; `/server diagnose` shows what is missing.
common-no-permission = Discord does not let me do that here. A moderator can see with `/server diagnose` which permission I need.
common-no-dm = I cannot send you a direct message. Allow direct messages from this server’s members in your privacy settings, then try again.
common-thread-archived = This thread is archived, so I cannot write in it. Reopen it, or ask again in a channel.
common-server-only = This works in servers only. Please use it in a server that I am in.
common-moderators-only = Only moderators of this server may do that. Ask one of them, or see `/help` for what you can do here.
common-too-fast = { $seconds ->
    [one] That was quick. Please try again in one second.
   *[other] That was quick. Please try again in { $seconds } seconds.
}
common-command-old = This command has changed since your Discord last loaded it. Reload Discord (Ctrl+R, or restart the app), and run it again.
common-option-not-understood = I could not make sense of one of the options. Please pick one of the suggestions, and run the command again.
common-incident = Something broke on our side, and it is not your fault. Please try again in a moment. If it happens again, tell a moderator this number: { $incident }
common-discord-unreachable = Discord did not take my answer. Please try again in a moment.
common-restarted = I was restarted before I could answer this. Please try it once more.
