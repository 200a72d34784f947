# /privacy: what is kept, why, how long, who sees it

privacy-title = **Your data, in plain words**
privacy-what = **What is kept:** your language, level and goal; our questions and answers with the sections they cite; what you told me about yourself, and a short summary of what you asked; where you are in the lessons; your quiz answers, how well you know each concept, when each question is due again and on which days you practised; in live rounds, your name, team and answers; if you asked for it, the time of your daily reminder and your leaderboard name; thumbs and reports you give; how many tokens your questions used.
privacy-why = **Why:** to follow our conversation, to go on in the lessons where you stopped, and to keep costs within limits. For nothing else, and to train no model.
privacy-long = **How long:** questions and answers for { $days } days, the rest until you erase it. Of a question that I declined I keep only that I did; of what the filters stop or change, the kind, without your words or your name, for 90 days; of a message that sounds like a crisis, nothing.
privacy-who = **Who sees it:** you. Your leaderboard name and number are seen by your server, until you leave the board. Moderators see a reply only when somebody reports it. The operator of this bot could read its database.
privacy-model = **The language model:** it is sent your question, your level and goal, what you told me about yourself, a few earlier turns and their summary, and lesson passages; never your name, and never what other learners wrote.
privacy-wrong = **I am an AI:** I answer from the lessons and can still be wrong. Every answer names its sections, and **More… → Report** brings it to a person.
privacy-how = `/privacy export` gives you everything as one file. `/privacy delete` erases exactly that.
privacy-exported = Here is everything I keep about you, from every server and from direct messages: { $count ->
    [one] one record
   *[other] { $count } records
}. Only you can see this message.
privacy-exported-none = I keep nothing about you.
privacy-delete-ask = This erases everything I keep about you, in every server and in direct messages: { $count ->
    [one] one record
   *[other] { $count } records
}. It cannot be undone. `/privacy export` gives you a copy first.
privacy-delete-yes = Erase everything
privacy-delete-no = Keep it
privacy-deleted = Done: { $count ->
    [one] one record is
   *[other] { $count } records are
} gone for good. If you talk to me again, we begin anew.
privacy-kept = Nothing was erased.
privacy-too-large = Your data is larger than Discord lets me send. Please ask the operator of this bot for it.
