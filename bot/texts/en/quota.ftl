# /server quota: what may be spent on models

quota-title = **What may be spent on language models here**
quota-learner = 👤 **Each learner:** { $limit } tokens a day (the operator allows up to { $ceiling }). You yourself have used { $own } today; what others use is not shown. Starts afresh { $when }.
quota-learner-cost = 💵 **Each learner, a month:** { $limit } (the operator’s ceiling over all servers is { $ceiling }). You yourself have used { $own }. Starts afresh on { $when }.
quota-server-tokens = 🏠 **This server, today:** { $used } of { $limit } tokens, { $percent } % (the operator allows up to { $ceiling }). Starts afresh { $when }.
quota-server-cost = 💵 **This server, this month:** { $used } of { $limit }, { $percent } % (the operator’s ceiling over all servers is { $ceiling }). Starts afresh on { $when }.
quota-how = -# Change a limit with `scope` and `tokens_per_day`, or `cost_per_month`. What is set aside for answers under way counts as used. A model without a known price counts by tokens alone. At 80 % I tell one of you, once; at the limit I quote the lessons.
quota-set = ✅ Done. It applies from the next question on; `/server audit` lists the change.
quota-unchanged = That is how it was already; nothing was changed.
quota-whose = Whose tokens a day: a learner’s or the server’s? Please choose one in `scope`.
quota-resets = There is room again from { $when } on.
quota-warning-tokens = ⚠️ **{ $percent } % of this server’s tokens for today are used.** At the limit I quote the lessons instead of writing answers, until { $when }. `/server quota` shows and changes the limits.
quota-warning-cost = ⚠️ **{ $percent } % of what this server may spend on models this month is used.** At the limit I quote the lessons instead of writing answers, until { $when }. `/server quota` shows and changes the limits.
quota-warning-where = In **{ $server }**:
quota-warning-why = -# I write this once, to one person who can change it. Would you rather have a channel for such news? Choose it in that server with `/server settings`.
quota-warning-closed = -# I write to you since I may not write in { $channel }, the channel that was chosen for such news. Let me write there, or choose another with `/server settings`.
