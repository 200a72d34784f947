### The first word in a new server.

joining-hello = 👋 Thank you for inviting me to **{ $server }**. I am a tutor for generative AI: I answer from lessons and say where it is written, ask quizzes, and let people practise prompts, in English and Chinese.

    In that server, `/server setup` walks you through what there is to choose; it takes two minutes. `/server diagnose` says whether everything works.

    I am an AI and can be wrong. I read nothing that is not meant for me; `/privacy about` says what I keep.
