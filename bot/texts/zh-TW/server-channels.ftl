# 允許我發言的地方和可以學習的人：/server channels，以及在別處提問時會看到的話

server-channels-not-here = 管理員不希望我在這個頻道公開回答。用 `/ask` 提問，我只回答給你一個人看。
server-channels-only-there = 我的公開回答發在 { $channels }。請到那裡提問，或在這裡用 `/ask`，我只回答給你一個人看。
server-channels-not-a-learner = 在這個伺服器，我只教帶有這些身分組的人：{ $roles }。請向管理員申請，或者直接私訊我。
server-channels-how = 在 `允許` 或 `禁止` 裡用 # 指明頻道就能設定，填 `none` 則清空。選類別等於選其中所有頻道；離得最近的那一條說了算。私人回覆到處都能用。
