### /teach：版主写的内容，以及它们的去向。

teach-lesson-unknown = 本服务器自己的课程里没有这一课。输入时请从弹出的列表里选。
teach-lesson-exported = 这是“{ $lesson }”的文件。在这里或别的服务器导入，内容都原样不变。
