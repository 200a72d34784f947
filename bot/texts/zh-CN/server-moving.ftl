### /server export 与 import：把服务器自己的内容打包带走。

server-moving-exported = 📦 这是本服务器自己的全部内容：
    - 改过的设置：{ $settings }
    - 内容规则：{ $filters }
    - 课程：{ $lessons }
    - 题目：{ $questions }；停用的内置题目：{ $out }
    - 练习题：{ $challenges }
    - 隐藏的内置课程：{ $hidden }
    到别处用 `/server import` 导入即可。不含指向本服务器频道或身份组的设置，也不含任何成员的信息。
server-moving-leaving = 如果把我移出这个服务器，我会把它的全部内容再保留 { $days } 天，然后删除；在那之前重新邀请我，一切都还在。
server-moving-taken = 📦 已导入，这里原有的其他内容都还在。
    - 设置：{ $settings }
    - 内容规则：{ $filters }
    - 课程：{ $lessons }，其中已发布：{ $published }
    - 题目：{ $questions }；停用的内置题目：{ $out }
    - 练习题：{ $challenges }
    - 隐藏的内置课程：{ $hidden }
server-moving-flawed = 有 { $count } 道题存在问题，先存为草稿；用 `/teach question review` 查看原因。
server-moving-stopped = 有 { $count } 课里有不能给学员看的内容，先存为草稿；用 `/teach lesson publish` 可以看到是哪一节。
server-moving-not-here = 以下设置的值在这里不允许，保持原样：{ $settings }。
server-moving-next = 这里的频道和身份组不一样：请用 `/server channels` 和 `/server settings` 重新选择，再用 `/server diagnose` 检查一遍。
server-moving-left = 有 { $count } 道题在这里保持原样：压缩包里的只是草稿，或已停用。
server-moving-nothing-new = 里面的内容这里都已经有了，什么都没有改动。
server-moving-way-back = 万一选错了文件：按这里的按钮，或用 `/server undo`，一步就能全部撤销。
server-moving-mistakes = 压缩包里有 { $count } 处错误，所以什么都没有导入：
server-moving-mistake-line = - `{ $path }` 第 { $line } 行：{ $what }
server-moving-mistake-file = - `{ $path }`：{ $what }
server-moving-lessons-refused = 压缩包里的课程无法导入，所以什么都没有导入。请取出其中的 `lessons.zip`，用 `/teach lesson import` 并打开 `试运行`，它会逐行说明问题。
server-moving-no-archive = 这不是我导出的压缩包。请把 `/server export` 给出的 .zip 文件原样交给我。
server-moving-too-large = 压缩包太大了，最多 { $limit } MB。内容更多的服务器可以分开搬：课程用 `/teach lesson export`，题目用 `/teach question export`。
server-moving-too-new = 这个压缩包来自我的更新版本。请让运营者先更新这里，再试一次。
