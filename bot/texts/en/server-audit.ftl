# /server audit: the record of what moderators changed

server-audit-title = **Changes by moderators** ({ $count }) · page { $page } of { $pages }
server-audit-head = `#{ $number }` { $when } · { $who } · **{ $deed }** { $subject }
server-audit-line = -# { $name }: { $before } → { $after }
server-audit-nothing = –
server-audit-together = -# { $count ->
    [one] The change before it
   *[other] The { $count } changes from #{ $first } to #{ $last }
} belong to it: they go back together.
server-audit-former = a former moderator ({ $mark })
server-audit-taken-back = ↩️ taken back
server-audit-none = No change matches. Leave options out to see more.
server-audit-more = -# The rest is in the file.
server-audit-days = { $days ->
        [one] the last day
       *[other] the last { $days } days
    }
server-audit-file = Here is the table; every spreadsheet opens it. It holds names of lessons and settings, and no learner’s words.
server-audit-no-day = I could not read that. Write a day as 2026-03-01, or how many days to look back, such as 7.
server-audit-button-newer = Newer
server-audit-button-older = Older
server-audit-button-file = As a file (CSV)

server-audit-deed-settings-set = Settings
server-audit-deed-channels-set = Channels
server-audit-deed-quota-set = Limits
server-audit-deed-retention-set = Retention
server-audit-deed-models-paused = Model paused
server-audit-deed-models-resumed = Model resumed
server-audit-deed-filters-set = Filters
server-audit-deed-queue-upheld = Report upheld
server-audit-deed-queue-dismissed = Report dismissed
server-audit-deed-queue-corrected = Answer corrected
server-audit-deed-search-taught = Search taught
server-audit-deed-lesson-written = Lesson written
server-audit-deed-lesson-imported = Lesson imported
server-audit-deed-lesson-published = Lesson published
server-audit-deed-lesson-scheduled = Lesson scheduled
server-audit-deed-lesson-unscheduled = Schedule cancelled
server-audit-deed-lesson-unpublished = Lesson unpublished
server-audit-deed-lesson-hidden = Lesson hidden
server-audit-deed-lesson-shown = Lesson shown again
server-audit-deed-lesson-rolled-back = Lesson rolled back
server-audit-deed-lesson-deleted = Lesson deleted
server-audit-deed-lesson-restored = Lesson restored
server-audit-deed-question-written = Question written
server-audit-deed-question-imported = Questions imported
server-audit-deed-question-generated = Questions generated
server-audit-deed-question-published = Question published
server-audit-deed-question-retired = Question retired
server-audit-deed-challenge-written = Challenge written
server-audit-deed-challenge-published = Challenge published
server-audit-deed-challenge-retired = Challenge retired
server-audit-deed-server-imported = Server imported
server-audit-deed-setup-walked = Setup
server-audit-deed-undo = Taken back

server-audit-question = version { $version }, { $state }
server-audit-part-version = Newest version
server-audit-part-published = Version that learners see
server-audit-part-publish-at = To be published at
server-audit-part-publish-version = Version to be published
server-audit-part-deleted = Deleted
server-audit-part-hidden = Hidden
server-audit-part-state = State
server-audit-part-threshold = Threshold
server-audit-part-action = Action
server-audit-part-section = Section
server-audit-part-correction = Correction
server-audit-state-draft = draft
server-audit-state-published = published
server-audit-state-retired = retired
server-audit-state-open = waiting
server-audit-state-claimed = taken
server-audit-state-upheld = upheld
server-audit-state-dismissed = dismissed
server-audit-state-corrected = corrected
