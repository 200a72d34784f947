# /server queue: reported replies and what became of them

review-title = **Waiting for a decision** · { $place } of { $count }
review-empty = **Nothing is waiting.** Reported replies, and questions that learners stumble over, will appear here.
review-elsewhere = { $count ->
    [one] Another moderator is looking at one report.
   *[other] Other moderators are looking at { $count } reports.
}
review-kind-answer = An answer of mine, reported { $when }. You see the answer and what reporters wrote, nothing else of the conversation.
review-kind-refusal = A question that the filters declined, reported { $when } as a mistake. The question itself is kept nowhere.
review-kind-message = A message of this server, reported { $when }.
review-kind-generated = Something a model wrote in an explainer, a comparison or a challenge, reported { $when }. You see the model's words alone, not what they were asked with.
review-kind-question = A quiz question that does badly here, noticed { $when }. Nobody reported it; it stays in use until you decide.
review-question-figures = { $answers } first answers, { $right } % right, tells apart { $tells } (from −1 to 1: below 0, those who know the rest do worse on it)
review-button-retire = Ask it no more
review-button-keep = Keep it
review-question-done-upheld = **Taken out.** It is asked no more on this server; quizzes that have it already keep it. `/teach question retire` brings it back.
review-question-done-dismissed = **Kept.** You will not be asked about it again.
review-drafts = { $count ->
    [one] One drafted question waits for approval: `/teach question review`.
   *[other] { $count } drafted questions wait for approval: `/teach question review`.
}
review-where = Where: { $where }
review-filter = Filter: { $category }, score { $score }, by { $rule }
review-remarks = **What reporters wrote:**
review-remark = - { $remark }
review-button-claim = I'll take it
review-button-uphold = Uphold
review-button-dismiss = Dismiss
review-button-correct = Correct
review-button-next = Next
review-button-hits = Filter decisions
review-gone = This report is decided already, or its author erased it. `/server queue` shows what is waiting.
review-taken = Another moderator took this report. If they do not decide within half an hour, it is free again.
review-correct-title = Correct the answer
review-correct-field = The answer as it should be
review-correct-help = Learners read this in place of my answer, marked as corrected.
review-correction-unsafe = I could not show this text to learners: the filters would stop it. `/server filters` with `test` says why. Nothing was changed.
review-done-upheld = **Upheld.** The report was right.
review-done-dismissed = **Dismissed.** The reply stays as it is.
review-done-corrected = **Corrected.**
review-reached-channel = The messages that showed the answer are changed, and I remember it that way.
review-reached-later = The answer was private: whoever asked hears of it the next time they use me, or by direct message if they wanted that. I remember it that way.
review-unreached = { $count ->
    [one] One message could not be changed; it may have been deleted, or I may not write there.
   *[other] { $count } messages could not be changed; they may have been deleted, or I may not write there.
}
review-link-ask = Which section should answer this question from now on?
review-link-field = Choose a section
review-link-no-section = None of them
review-link-kept = Thank you: questions like this one will be answered from that section here.
review-link-none = All right: the search stays as it is.
review-hits-title = **What the filters did in the last { $days } days**
review-hits-line = - { $category }, { $action }: { $count }× ({ $texts } different texts), score up to { $score }, by { $rule }, mark `{ $mark }`
review-hits-none = They stopped and changed nothing.
review-hits-how = -# The texts are kept nowhere, nor who wrote them. Equal marks are equal texts. Distress is never listed. `/server filters` changes what is done.
review-taken-back = The moderators of this server found this answer wrong and took it back. Ask me again, or read what the lessons say.
review-corrected-footer = -# Corrected by moderators of this server; first written by an AI
review-notice-corrected = **An answer I gave you was corrected by the moderators.** This is what it should have said:
review-notice-withdrawn = **An answer I gave you was wrong, and the moderators took it back.** Please do not rely on it; ask me again, or read the lesson.
review-notice-upheld = **Thank you for your report:** the moderators agreed with you and acted on it.
review-notice-dismissed = **About your report:** the moderators looked at it and left the reply as it is.
