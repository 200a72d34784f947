# /start: who the tutor is, and the learner's agreement

start-title = **Hello! I am the tutor for generative AI.**
start-who = I answer questions from the lessons of this course, and I show you which section each answer comes from. I am an AI, not a person. I can be wrong, so check what matters to you.
start-keeps = **What I keep:** our questions and answers for { $days } days; your language, level, goal and place in the lessons until you erase them. Only you can see them; moderators see an answer only if somebody reports it. They help me follow our conversation and train no model.
start-sends = **Where it goes:** to write an answer I send your question and a few earlier ones to the language model that the operator of this bot has chosen. Personal data that I recognise is taken out first.
start-stops = **How to stop:** `/memory forget` removes what I remember, `/privacy export` gives you all of it as a file, `/privacy delete` erases it. You must be 13 or older to use Discord and me.
start-choose = Choose your language and level, then press **I agree**.
start-waiting = *Your question is waiting and will be answered as soon as you agree.*
start-language = Language
start-level = How I should explain things
start-level-eli5 = From zero, with everyday comparisons
start-level-beginner = For beginners: every term explained
start-level-practitioner = For people who build software
start-agree = I agree
start-decline = No, thanks
start-done = **Welcome!** I will explain things in English, { $level ->
    [eli5] from zero, with everyday comparisons
    [practitioner] for somebody who builds software
   *[beginner] with every term explained
}. You can change this at any time with `/start`.
start-done-next = Try it: ask me something with `/ask`, or begin with the first lesson: `/lesson next`.
start-declined = That is fine, and I have kept nothing. Lessons can be read without agreeing: `/lesson list`. If you change your mind: `/start`.
start-goal = Set a goal
start-goal-title = What would you like to reach?
start-goal-field = Your goal, in a sentence
start-goal-help = For example: I want to build a chat app for our school.
start-goal-kept = Noted. I will keep your goal in mind when I explain: “{ $goal }”
start-goal-cleared = I have removed your goal.
start-goal-unsafe = I would rather not keep that as a goal. Please put it in other words, without personal data.
start-language-name = English

start-settings-title = **Your settings**
start-settings = Choose another language or level and press **Save**, or set a goal. What I keep of you and how to end it: `/privacy about`.
start-save = Save
start-saved = **Saved.** From now on I explain things in English, { $level ->
    [eli5] from zero, with everyday comparisons
    [practitioner] for somebody who builds software
   *[beginner] with every term explained
}.
start-declined-later = You agreed earlier, so I still remember what `/memory show` lists. `/privacy delete` erases all of it.

start-open = Before I answer you for the first time, please read who I am and what I keep. Press the button: only you will see it.
