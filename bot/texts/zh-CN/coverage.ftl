# /teach coverage

coverage-title = 这里覆盖了哪些内容
coverage-summary = 共 { $concepts } 个概念，学员能读到 { $lessons } 课。
    📖 课里讲到：{ $taught } · ❓ 有题目：{ $asked } · 🛠️ 有练习题：{ $practised } · ✅ 至少 { $fewest } 位学员答过：{ $answered }
coverage-table = 每个概念的数字都在 `{ $file }` 里。
coverage-depth-untaught = 没有课讲到
coverage-depth-taught = 讲到了，没有题目
coverage-depth-asked = 讲到了，也有题目
coverage-depth-answered = 而且很多人答过
coverage-practised = 圆点：有练习题
coverage-nowhere = 没有课讲到
coverage-no-gaps = **没有缺口。**每个概念都讲到了、有题目，也有人答过。
coverage-and-more = { $names }，还有 { $more } 个
coverage-gap-lesson = **没有课讲到（{ $count } 个）**：{ $names }。用 `/teach lesson new` 写一课，或用 `/teach lesson import` 导入一课。
coverage-gap-hidden = **只在你们隐藏的课里（{ $count } 个）**：{ $names }。用 `/teach lesson publish` 重新显示。
coverage-gap-question = **没有题目（{ $count } 个）**：{ $names }。用 `/teach question generate` 起草题目。
coverage-gap-challenge = **没有练习题（{ $count } 个）**：{ $names }。用 `/teach challenge new` 写一个。
coverage-gap-answers = **答过的学员不到 { $fewest } 位（{ $count } 个）**：{ $names }。请学员用 `/quiz start` 做测验。
coverage-gap-own = **你们自己的课里还有小节没有题目（{ $count } 课）**：{ $names }。用 `/teach question generate` 起草题目。
coverage-column-concept = 概念
coverage-column-lessons = 课程
coverage-column-sections = 小节
coverage-column-questions = 题目
coverage-column-challenges = 练习题
coverage-column-learners = 答过的学员
coverage-column-gaps = 还缺什么
coverage-at-least = 至少 { $count } 位
coverage-fewer = 不到 { $fewest } 位
coverage-missing-lesson = 课程
coverage-missing-question = 题目
coverage-missing-challenge = 练习题
coverage-missing-answers = 作答
