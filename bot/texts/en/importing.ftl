# What importing lessons says of each file and line

importing-at-file = { $path }: { $sentence }
importing-at-line = { $path }, line { $line }: { $sentence }

importing-outcome-understood = Understood
importing-outcome-skipped = Skipped
importing-outcome-wrong = Wrong

importing-summary-done = { $lessons ->
    [one] One lesson
   *[other] { $lessons } lessons
} from { $files ->
    [one] one file
   *[other] { $files } files
}: { $new } new, { $changed } changed, { $unchanged } unchanged. New and changed ones are drafts: nobody sees them before you publish them.
importing-summary-would = { $lessons ->
    [one] One lesson
   *[other] { $lessons } lessons
} would come from { $files ->
    [one] one file
   *[other] { $files } files
}: { $new } new, { $changed } changed, { $unchanged } unchanged. Nothing was stored.
importing-summary-same = Nothing new: { $lessons ->
    [one] the lesson
   *[other] all { $lessons } lessons
} from { $files ->
    [one] this file
   *[other] these { $files } files
} { $lessons ->
    [one] is
   *[other] are
} here already, word for word. Nothing was changed.
importing-summary-refused = Nothing was taken in. { $count ->
    [one] Put this right and import again:
   *[other] Put these { $count } things right and import again:
}
importing-lesson-new = **{ $title }** (`{ $lesson }`) · new · { $languages } · { $sections ->
    [one] one section
   *[other] { $sections } sections
} · { $questions ->
    [one] one draft question
   *[other] { $questions } draft questions
}
importing-lesson-changed = **{ $title }** (`{ $lesson }`) · now version { $version } · { $languages } · { $sections ->
    [one] one section
   *[other] { $sections } sections
} · { $questions ->
    [one] one draft question
   *[other] { $questions } draft questions
}
importing-lesson-unchanged = **{ $title }** (`{ $lesson }`) · as it was
importing-more = … and { $count } more.

# Understood
importing-lesson-read = read as “{ $lesson }”, { $sections ->
    [one] one section
   *[other] { $sections } sections
}.
importing-languages-paired = “{ $lesson }” came in two languages; { $count ->
    [one] one section belongs
   *[other] { $count } sections belong
} together.
importing-question-found = a question with { $options } options became a draft; right: { $answers }.
importing-question-without-key = a question with { $options } options became a draft. The text does not say which is right: choose it before you publish the question.
importing-outline-read = the outline of { $count ->
    [one] one lesson
   *[other] { $count } lessons
} was read.
importing-checks-read = { $count ->
    [one] one question was
   *[other] { $count } questions were
} read.
importing-lines-rebuilt = its line ends were lost; I put { $count ->
    [one] one heading
   *[other] { $count } headings
} back on lines of their own. Please look it through.
importing-headings-guessed = it marks no headings; I took { $count ->
    [one] one short line
   *[other] { $count } short lines
} for headings. Put `#` before a line to make it one yourself.
importing-title-guessed = no title; I called it “{ $title }”. Put `# Title` on its first line to choose another.
importing-encoding-guessed = it is not UTF-8; I read it as GB18030. Save it as UTF-8 if something looks wrong.
importing-name-guessed = its name in the archive has no known encoding; I guessed it.
importing-language-differs = it stands where another language is expected; I went by its words.
importing-characters-cleaned = { $count ->
    [one] one invisible character was
   *[other] { $count } invisible characters were
} taken out.
importing-alerts-mended = { $count ->
    [one] one note written on a single line was
   *[other] { $count } notes written on a single line were
} mended.
importing-images-linked = { $count ->
    [one] one picture became a link
   *[other] { $count } pictures became links
} with the text that describes it; pictures that are not on the web keep their text alone.
importing-tracking-removed = tracking marks were taken off { $count ->
    [one] one link
   *[other] { $count } links
}.
importing-id-taken = another lesson that learners here can read has this id; yours is `{ $lesson }`.
importing-quarantine = the section “{ $heading }” holds what the filters stop when a learner writes it ({ $category }). It stays as it is, as text to read and never as instructions. Please look at it before you publish.
importing-not-for-learners = the section “{ $heading }” holds what no learner may be shown ({ $category }). It is kept in the draft, and the lesson cannot be published before it is taken out.

# Skipped
importing-file-empty = nothing to read in it.
importing-file-kind = this is not Markdown or text; all files of this kind in this folder were left out.
importing-file-about = it is about the course, not a lesson. Give it another name if it is one.
importing-file-language = it is in a language that I do not teach in. Lessons can be English or Chinese.
importing-file-twice = the same as { $other }.
importing-file-link = a link to another file; links are not followed.
importing-archive-inside = an archive inside; unpack it and import what is in it.
importing-heading-empty = nothing stands under “{ $heading }”.
importing-comment-dropped = a comment or program in HTML was left out; readers would not see it.
importing-style-dropped = { $count ->
    [one] one leftover
   *[other] { $count } leftovers
} of a web page’s styles between the words.
importing-furniture-dropped = { $count ->
    [one] one short line
   *[other] { $count } short lines
} around the text: menus and buttons of a web page.
importing-links-dropped = { $count ->
    [one] one link leads
   *[other] { $count } links lead
} to files that no lesson is made of; their words stay.
importing-front-matter-broken = the lines between `---` are not `name: value` lines; I went on below them.
importing-question-unclear = I found no question with its options under “{ $heading }”; it stays in the lesson. Write the question, a list of options, and `A: 2`.

# Wrong
importing-nothing-there = there is no lesson in it. Give me Markdown or text files, a folder or a .zip of them.
importing-path-missing = there is no such file or folder.
importing-cannot-read = it cannot be read. Check that it exists and that the tutor may open it.
importing-file-too-large = it is larger than { $limit } KB. Split it into several lessons.
importing-all-too-large = all text together is too much at once (the limit is { $limit } MB). Import it in parts.
importing-too-many-files = more than { $limit } files. Import the course in parts.
importing-too-deep = more than { $limit } folders inside each other. Move the lessons up.
importing-too-many-sections = more than { $limit } headings. Split it into several lessons.
importing-too-dense = more marks than words: no person wrote this as a lesson. Leave it out.
importing-name-dangerous = this name leads out of its folder. Make the archive anew, with plain names.
importing-archive-broken = the archive is damaged. Make it anew as a .zip.
importing-archive-locked = the archive has a password. Make one without.
importing-archive-expands = it unpacks to more than { $limit } times its size. Make the archive anew, or import the file itself.
importing-archive-method = it is packed in a way I do not unpack. Make an ordinary .zip.
importing-not-text = this is not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8.
importing-two-of-one = the same lesson in the same language as { $other }, with other words. Rename one of them or leave it out.
importing-yaml-broken = this is not YAML with `name: value` lines.
importing-outline-wrong = each lesson of the outline needs an `id` of small letters, digits and hyphens.
importing-check-wrong = the question “{ $section }” needs a text, two to ten different options, and the right ones counted from 0; a check also one explanation for each option.
