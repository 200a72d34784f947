# /server pause and /server resume

server-pause-done = ⏸️ **The model is paused.** No model is called from this moment on, and answers under way were ended. Questions are answered with quotes from the lessons; lessons, quizzes and reviews go on. `/server resume` lets it go on.
server-pause-already = ⏸️ The model was paused already. `/server resume` lets it go on.
server-pause-reason = Learners read: “{ $reason }”
