### /teach: what moderators write, and what becomes of it.

# Mistakes that a moderator can mend
teach-lesson-unknown = This server has no lesson of its own by that name. Pick one from the list that opens while you type.
teach-lesson-section-unknown = That lesson has no such section. Pick one from the list that opens while you type.
teach-lesson-version-unknown = That lesson has no version of that number. `/teach lesson history` lists them all.
teach-lesson-built-in = That lesson belongs to the built-in course, so it cannot be changed here. You can hide it from this server’s learners with `/teach lesson unpublish`, and show it again with `/teach lesson publish`.
teach-lesson-empty = There is nothing to read in this lesson yet. Write a section first.
teach-lesson-stopped-minors = “{ $lesson }” was not published: in “{ $heading }” stands what could harm minors, and that reaches no learner, whatever a server sets. Take it out or put it in other words, then publish again; the draft is kept.
teach-lesson-stopped-secret = “{ $lesson }” was not published: in “{ $heading }” stands what looks like a real key, token or password. Put a placeholder such as YOUR_API_KEY in its place, then publish again; the draft is kept. If it is real, revoke it where it was issued: others may have read it.
teach-lesson-last-section = This is the only section of the lesson, so it cannot be taken out. Delete the lesson instead, or write another section first.
teach-lesson-form-old = This form is more than a week old, or somebody else opened it, so nothing was stored. Open it anew with `/teach lesson edit`.
teach-lesson-your-text = Nothing of yours is lost: your text is in the file.
teach-lesson-files-too-large = These files are too large: together they may have { $limit } MB. Import the course in parts; the operator of this bot can also import it on the command line.
teach-lesson-file-gone = Discord could not give me that file. Please attach it again.
teach-lesson-at-unclear = I could not make out when that is. Try “tomorrow 9:00”, “Friday 18:30”, “in 2 hours” or “2026-12-01 09:00”. I read times as UTC unless you add a zone, such as “+08:00”.
teach-lesson-at-past = { $moment } is over already. Choose a time that is still to come, or leave it out to publish now.
teach-lesson-at-far = That is more than a year away. Choose a time within the next year.

# Lists that open while a moderator types
teach-lesson-choice-draft = { $lesson } · draft, version { $newest }
teach-lesson-choice-published = { $lesson } · published, version { $newest }
teach-lesson-choice-changed = { $lesson } · version { $published } published, { $newest } is a draft
teach-lesson-choice-deleted = { $lesson } · deleted
teach-lesson-choice-hidden = { $lesson } · built-in, hidden here
teach-lesson-choice-built-in = { $lesson } · built-in
teach-lesson-choice-version = Version { $version } · { $day } UTC
teach-lesson-all-drafts = All { $count } drafts
teach-lesson-part-new = ➕ New section
teach-lesson-part-details = 📝 Title, summary and goals
teach-lesson-at-hour = in 1 hour
teach-lesson-at-tomorrow = tomorrow 9:00
teach-lesson-at-monday = Monday 9:00

# Forms
teach-lesson-form-new-lesson = A new lesson
teach-lesson-form-section = Edit a section
teach-lesson-form-new = A new section
teach-lesson-form-details = Title, summary and goals
teach-lesson-form-import = Import lessons
teach-lesson-form-try = Try an import (nothing is stored)
teach-lesson-field-title = Title of the lesson
teach-lesson-field-summary = Summary
teach-lesson-field-goals = Learning goals
teach-lesson-field-first-heading = Heading of the first section
teach-lesson-field-heading = Heading
teach-lesson-field-text = Text
teach-lesson-field-more-text = Text, continued
teach-lesson-field-after = Where does it go?
teach-lesson-field-files = Files
teach-lesson-help-title = The lesson has no text in this language yet. What is it called?
teach-lesson-help-summary = One or two sentences. Left empty, I take the first of the text.
teach-lesson-help-goals = What learners will be able to do, one goal a line.
teach-lesson-help-first-section = You can also leave this for later.
teach-lesson-help-markdown = Markdown: lists, bold, code, tables, links.
teach-lesson-help-empty = Markdown. Leave all boxes empty to take the section out.
teach-lesson-help-files = Up to ten: Markdown (.md), text, or a .zip of them.
teach-lesson-at-the-end = At the end

# Buttons and selects
teach-lesson-button-edit = Edit
teach-lesson-button-preview = Preview
teach-lesson-button-publish = Publish
teach-lesson-button-publish-all = Publish all drafts
teach-lesson-button-unpublish = Unpublish
teach-lesson-button-show-again = Publish again
teach-lesson-button-cancel = Do not publish then
teach-lesson-button-part = Part { $part }
teach-lesson-button-reopen = Open my text again
teach-lesson-button-restore = Bring it back
teach-lesson-button-newer = ◀ Newer
teach-lesson-button-older = Older ▶
teach-lesson-button-history = All versions
teach-lesson-button-back-to = Back to this version
teach-lesson-button-en = In English
teach-lesson-button-zh-CN = In Simplified Chinese
teach-lesson-button-zh-TW = In Traditional Chinese
teach-lesson-select-section = What would you like to edit?
teach-lesson-select-lesson = Look at a lesson that came in
teach-lesson-select-version = See what a version changed

# Writing
teach-lesson-begun = “{ $lesson }” is here as a draft in { $language }. Learners see nothing of it before you publish it.
teach-lesson-begun-empty = “{ $lesson }” is here as a draft in { $language }. Now write its first section: press “Edit”, then “New section”.
teach-lesson-which-section = “{ $lesson }”, in { $language }: what would you like to edit?
teach-lesson-more-sections = More sections than fit here: you find the others with the option “section” of the command.
teach-lesson-long-section = “{ $heading }” is longer than one form holds. It comes in { $parts } parts; each is stored by itself, and the others stay as they are.
teach-lesson-saved = Stored as version { $version } of “{ $lesson }”. Learners see it once you publish it.
teach-lesson-saved-section = “{ $heading }” is stored as version { $version } of “{ $lesson }”. Learners see it once you publish it.
teach-lesson-section-removed = The section is taken out in version { $version } of “{ $lesson }”. The versions before still have it, so a rollback brings it back.
teach-lesson-unchanged = Nothing differs from version { $version } of “{ $lesson }”, so there is no new version.
teach-lesson-overtaken = { $who } changed these same words of “{ $lesson }” while you were writing. Nothing of theirs was overwritten and nothing of yours is lost: your text is in the file, and “Open my text again” puts it back into a form. Here is what they changed:
teach-lesson-somebody = Somebody else
teach-lesson-legend = ~~taken out~~ · **put in**

# Files
teach-lesson-exported = Here is version { $version } of “{ $lesson }” as a file. Import takes it in again without a change, here or in another server.
teach-lesson-report-attached = … The whole report is in the file.
teach-lesson-chosen = “{ $lesson }”, version { $version }:

# What learners see
teach-lesson-preview-draft = Version { $version } in { $language }, as a learner would see it. It is a draft: nobody but you and the other authors sees it before you publish it.
teach-lesson-preview-seen = Version { $version } in { $language }, as learners see it now.
teach-lesson-preview-other = There is no text in that language, so its readers get the one in { $language }.
teach-lesson-preview-converted = This text is made from the other script of Chinese and follows it. Once you edit it here, it stays as you write it.
teach-lesson-missing = ⚠ In { $language }, { $count ->
    [one] one section is
   *[other] { $count } sections are
} missing; readers of that language will not see them.
teach-lesson-published = ✅ Learners here can read “{ $lesson }” now (version { $version }). They find it in `/lesson list`.
teach-lesson-published-before = Learners here read version { $version } of “{ $lesson }” already; there is nothing newer.
teach-lesson-shown = ✅ “{ $lesson }” is to be seen here again.
teach-lesson-shown-before = “{ $lesson }” belongs to the built-in course, and learners here see it already.
teach-lesson-published-all = { $count ->
    [0] No lesson was published.
    [one] ✅ Learners here can read one more lesson now.
   *[other] ✅ Learners here can read { $count } new or changed lessons now.
}
teach-lesson-published-not = { $count ->
    [one] One draft has no section yet and was left as it is.
   *[other] { $count } drafts have no section yet and were left as they are.
}
teach-lesson-published-stopped = { $count ->
    [one] One draft holds what no learner may be shown and was left as it is. Publish it by itself to hear where.
   *[other] { $count } drafts hold what no learner may be shown and were left as they are. Publish one by itself to hear where.
}
teach-lesson-scheduled = 🕘 Version { $version } of “{ $lesson }” goes to the learners on { $moment }, { $distance } ({ $utc }). I read times as UTC unless you add a zone, such as “+08:00”. What you change from now on waits until you publish it.
teach-lesson-cancelled = The lesson will not be published by itself. It stays as it is.
teach-lesson-nothing-set = No time was set for this lesson any more. It may have been published already.
teach-lesson-taken-unpublished = Learners here no longer see “{ $lesson }”. All its versions and everybody’s progress are kept.
teach-lesson-taken-hidden = “{ $lesson }” is hidden from this server’s learners. It stays in other servers.
teach-lesson-taken-nothing = Learners here did not see “{ $lesson }” before either.

# Versions
teach-lesson-history = **{ $lesson }** · { $count ->
    [one] one version
   *[other] { $count } versions
}
teach-lesson-history-line = **Version { $version }** · { $moment }
teach-lesson-history-first = the first
teach-lesson-history-sections = { $count ->
    [one] one section changed
   *[other] { $count } sections changed
}
teach-lesson-history-details = title, summary or goals changed
teach-lesson-history-seen = ✅ learners see this one
teach-lesson-history-scheduled = 🕘 to be published { $moment }
teach-lesson-version = Version { $version }
teach-lesson-page = page { $page } of { $pages }
teach-lesson-diff = **{ $lesson }** · what version { $version } changed
teach-lesson-diff-first = **{ $lesson }** · version { $version }, the first
teach-lesson-diff-nothing = Nothing that is written differs from the version before.
teach-lesson-change-added = ➕ **{ $heading }** ({ $language }) is new: { $new } words
teach-lesson-change-changed = ✏️ **{ $heading }** ({ $language }): { $new } words put in, { $gone } taken out
teach-lesson-change-removed = ➖ **{ $heading }** ({ $language }) was taken out: { $gone } words
teach-lesson-details-added = ➕ Title, summary and goals ({ $language })
teach-lesson-details-changed = ✏️ Title, summary and goals ({ $language })
teach-lesson-details-removed = ➖ The text in { $language } was taken out
teach-lesson-rolled-back = “{ $lesson }” has the words of version { $old } again, as version { $version }. It is a draft: learners see it once you publish it.
teach-lesson-still-set = 🕘 Version { $version } is still set to go to the learners on { $moment }. If it should not, press the button here.
teach-lesson-rolled-back-nothing = The newest version of “{ $lesson }” ({ $version }) says the same as version { $old }, so there is nothing to take back.
teach-lesson-restored = “{ $lesson }” is back, as a draft. Publish it when learners should see it.
teach-lesson-deleted = “{ $lesson }” is deleted: learners no longer see it. You can bring it back until { $until }; after that it is gone for good.
