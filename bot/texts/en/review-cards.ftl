# Reviews: /review, and the daily message

review-cards-none = You have no cards yet. Every question you answer becomes one: `/quiz start` begins a quiz, and *Quiz me* under an answer asks a single question.
review-cards-later-on = Nothing is due right now. The next card comes { $when }.
review-cards-not-asked = What is due is not asked here any more. `/quiz start` begins something new.
review-cards-forecast = **What comes due in the next two weeks**
review-cards-forecast-picture = Due in the next two weeks: { $count }
review-cards-today = Today
review-cards-later = { $count ->
    [one] … and { $count } card later.
   *[other] … and { $count } cards later.
 }
review-cards-streak = { $days ->
    [0] 🔥 No streak at the moment; one answer begins it.
    [one] 🔥 Streak: { $days } day. { $freezes ->
        [one] You may miss { $freezes } more day.
       *[other] You may miss { $freezes } more days.
     }
   *[other] 🔥 Streak: { $days } days. { $freezes ->
        [one] You may miss { $freezes } more day.
       *[other] You may miss { $freezes } more days.
     }
 }
review-cards-set = ⏰ Every day at **{ $time }** ({ $zone }) I write to you when cards are due. Change it with `/review remind` and `time` or `timezone`. If your direct messages are closed, I stay silent.
review-cards-stopped = Done: no more daily messages. `/review remind` turns them on again.
review-cards-not-on = You get no daily messages from me. `/review remind` turns them on.
review-cards-reminder = { $count ->
    [one] { $count } card is due.
   *[other] { $count } cards are due.
 } { $days ->
    [0] A few minutes now save you learning it again.
    [one] Your streak: { $days } day.
   *[other] Your streak: { $days } days.
 }
review-cards-button-begin = Review now
review-cards-button-stop = No more messages
review-cards-no-time = I could not read that time. Write it as 19:30 or 7:30 pm. Nothing was changed.
review-cards-no-zone = I do not know that time zone. Type a large city near you and choose from the list, such as Europe/Berlin. Nothing was changed.
