# 「考考我」：一個小節的小問題

check-none = 這裡還沒有小問題。用 `/lesson read` 可以讀全文。
check-option = **{ $letter }** { $option }
check-button-option = { $letter }
check-button-unsure = 我不確定
check-button-read = 讀這一節
check-right = ✅ **{ $letter } 答對了。**{ $why }
check-wrong = ❌ **你選了 { $letter }，還差一點。**{ $why }
check-key = 💡 **正確答案是 { $letter }：**{ $option }
    { $why }
check-reread = 想再讀一遍：*{ $lesson } · { $section }*
