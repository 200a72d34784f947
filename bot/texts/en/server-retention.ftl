# /server retention

server-retention-how = Whatever is older is deleted within six hours. Shorter is always possible, longer only within what the operator of this bot allows. What is gone cannot be brought back.
