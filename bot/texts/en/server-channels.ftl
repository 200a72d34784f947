# Where I may speak and who may learn: /server channels, and what people hear who ask elsewhere

server-channels-not-here = The moderators do not want public answers of mine in this channel. Ask me with `/ask` and I answer you alone.
server-channels-only-there = Public answers of mine go to { $channels }. Ask there, or use `/ask` here and I answer you alone.
server-channels-not-a-learner = In this server I teach people with one of these roles: { $roles }. Ask a moderator for it, or write to me in a direct message.
server-channels-how = Name channels with # in `allow` or `deny` to set them, or write `none`. A category counts for all its channels; the nearest that is named decides. Private replies work everywhere.
