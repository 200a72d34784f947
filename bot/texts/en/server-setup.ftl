### /server setup: a walk through what there is to choose.

server-setup-welcome = 👋 Seven short pages, and everything on them has a sensible value already: you can press **Next** all the way, or stop at any page. What you change takes effect at once, and `/server undo` takes it back.
server-setup-kept = ✅ Saved.
server-setup-title = **Page { $number } of { $of } · { $title }**
server-setup-page-speaking = Language and channels
server-setup-about-speaking = What I write for everybody to see is in this language and in these channels. Private replies work everywhere, each in the language of whoever asked.
server-setup-page-lessons = Lessons
server-setup-about-lessons = Learners here see { $shown } built-in lessons; your own: { $own }. Choose below which built-in ones to hide. Your own begin with `/teach lesson new`, or come from files with `/teach lesson import`.
server-setup-page-model = Language model
server-setup-about-model = Which model answers, of those that the operator of this bot allows. Without one I quote the lessons; quizzes, lessons and explanations work all the same.
server-setup-page-limits = Limits
server-setup-about-limits = How much may be used here. At a limit nobody is sent away: I quote the lessons until it starts afresh.
server-setup-page-filters = Content rules
server-setup-about-filters = Harmful requests are declined, personal data is taken out, and people in distress are shown where help is; that much always holds. How strict the rest is can be set with `/server filters`, which also tries a sentence for you.
server-setup-page-keeping = How long things are kept
server-setup-about-keeping = After this many days they are deleted by themselves. Each learner sees, takes along and deletes their own at any time. If I am removed from this server, I keep what is its own for { $days } days and then delete it; `/server export` gives you a copy.
server-setup-page-people = Who helps you
server-setup-about-people = Roles that may write lessons and questions, and roles that may decide reports. Whoever manages the server may do everything anyway.
server-setup-menu-lessons = Built-in lessons to hide …
server-setup-button-next = Next ▶
server-setup-button-back = ◀ Back
server-setup-button-rest = Keep the rest as it is
server-setup-button-end = Finish
server-setup-done = 🎓 All set. Ask me something with `/ask`, or begin a lesson of your own with `/teach lesson new`. This is how everything is:
