# /server retention

server-retention-how = Older things go by themselves within six hours. Shorter is always possible, longer only within what the operator of this bot allows. What is gone cannot be brought back.
