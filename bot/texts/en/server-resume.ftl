# /server resume

server-resume-done = ▶️ **The model answers again** from this moment on.
server-resume-already = ▶️ The model was not paused.
