# 「考考我」：一个小节的小问题

check-none = 这里还没有小问题。用 `/lesson read` 可以读全文。
check-option = **{ $letter }** { $option }
check-button-option = { $letter }
check-button-unsure = 我不确定
check-button-read = 读这一节
check-right = ✅ **{ $letter } 答对了。**{ $why }
check-wrong = ❌ **你选了 { $letter }，还差一点。**{ $why }
check-key = 💡 **正确答案是 { $letter }：**{ $option }
    { $why }
check-reread = 想再读一遍：*{ $lesson } · { $section }*
