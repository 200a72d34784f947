# /server diagnose: every part, green or the one thing to do

diagnose-title = **How everything is**
diagnose-all-good = **Everything works.**
diagnose-limited = **It works**, with less than it could: the yellow lines say what may be added.
diagnose-something = **There is something to do:** see the red lines.
diagnose-database-good = 🟢 **Database**: it reads and writes.
diagnose-database-broken = 🔴 **Database**: it cannot be written. The operator of this bot should look at the disk and run `python -m bot doctor`.
diagnose-migrations-good = 🟢 **Tables**: they are those of this version ({ $newest }).
diagnose-migrations-broken = 🔴 **Tables**: they are those of another version (here { $stored }, wanted { $newest }). The operator of this bot should restart it: at its start it brings them up to date, or says what stands in the way.
diagnose-lessons-good = 🟢 **Lessons**: { $count } are ready in each language.
diagnose-lessons-broken = 🔴 **Lessons**: none can be read. The operator of this bot should restart it and read its log.
diagnose-filters-good = 🟢 **Filters**: they caught a trick that I tried on them just now.
diagnose-filters-broken = 🔴 **Filters**: a known trick got through. Stop the model with `/server pause`, and tell the operator of this bot to update it.
diagnose-model-good = 🟢 **Model**: it answers.
diagnose-model-limited = 🟡 **Model**: none is set up, so I quote the lessons. The operator of this bot can set OPENAI_API_KEY (or OPENAI_BASE_URL) and CHAT_MODEL, and restart it.
diagnose-model-broken = 🔴 **Model**: it does not answer, so I quote the lessons.
diagnose-model-refused = The service that runs the model turned me away: the operator of this bot should check OPENAI_API_KEY and CHAT_MODEL, and restart it.
diagnose-moderation-good = 🟢 **Hosted moderation**: it is set up beside the built-in filters.
diagnose-moderation-limited = 🟡 **Hosted moderation**: not set up; the built-in filters work alone. The operator of this bot can add it with MODERATION_MODEL.
diagnose-moderation-broken = 🔴 **Hosted moderation**: it does not answer; the built-in filters work alone.
diagnose-queue-good = 🟢 **Review queue**: { $count ->
    [0] nothing waits for a decision.
    [one] one case waits for a decision in `/server queue`.
   *[other] { $count } cases wait for a decision in `/server queue`.
}
diagnose-queue-broken = 🔴 **Review queue**: it cannot be read. The operator of this bot should run `python -m bot doctor`.
diagnose-intents-good = 🟢 **Intents**: { $reads ->
    [0] none that Discord would have to approve.
   *[other] message content, so that learners simply write on in their threads.
}
diagnose-permissions-good = 🟢 **Permissions in this channel**: I have all I need.
diagnose-permissions-broken = 🔴 **Permissions in this channel**: I lack { $missing }. Give them to my role in the channel's settings.
diagnose-channels-broken = 🔴 **Permissions in { $channel }**: I lack { $missing }, and my settings send me there. Give them to my role in that channel’s settings.
diagnose-permission-view_channel = View Channel
diagnose-permission-send_messages = Send Messages
diagnose-permission-create_public_threads = Create Public Threads
diagnose-permission-send_messages_in_threads = Send Messages in Threads
diagnose-permission-embed_links = Embed Links
diagnose-permission-attach_files = Attach Files
diagnose-permission-read_message_history = Read Message History
diagnose-permission-manage_threads = Manage Threads
