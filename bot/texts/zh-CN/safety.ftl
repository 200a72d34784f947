# 内容过滤的各种说法。先说发生了什么，再说接下来怎么办；是讲解，不是训话。

safety-removed = 继续之前，我从你的消息里去掉了{ $what }。这类信息请不要发在这里，自己的也不要。
safety-kind-email = 邮箱地址
safety-kind-phone = 电话号码
safety-kind-card = 银行卡号
safety-kind-iban = 银行账号
safety-kind-resident-id = 身份证号
safety-kind-ssn = 社会保障号
safety-kind-passport = 护照号
safety-kind-ip-address = IP 地址
safety-kind-api-key = API 密钥
safety-kind-token = 访问令牌
safety-kind-private-key = 私钥
safety-kind-password = 密码
safety-kind-and = { $first }和{ $second }
safety-change-secret = 如果是真的，请马上更换：在聊天里发过的东西就不再是秘密了。

safety-as-data = 这段话像是想改变我的工作方式的指令。我的提示词本来就是公开的，没有什么需要“解锁”；我把它当作一段例子来读，课继续上。

safety-support = 谢谢你愿意把这些写出来。听得出你现在很难受，我很在意。我只是一个程序，给不了你真正需要的陪伴和帮助，但有人可以，而且现在就可以找他们。
    • 如果此刻有危险：请拨打 120（急救）或 110（报警），或者直接去最近的医院急诊。
    • 想找人说说话：全国统一心理援助热线 12356，会有专业的人听你讲。不在中国大陆的话，findahelpline.com 可以查到当地的热线。
    • 今天就告诉身边的一个人。只说一句“我现在不太好，能陪陪我吗？”就够了。
    • 如果说的是你身边的人：陪在对方身边，或者一直保持联系；可以直接问对方是不是有轻生的念头（问出口不会让情况更糟），再陪对方一起打上面的电话。
    我没有告诉任何人。等你想学的时候，我们随时可以继续。

safety-contact-offer = 这个服务器选了几位在这种时候可以找的人。如果你愿意，我可以告诉他们，你希望有人来联系你：只说你是谁，不说你写了什么。你不按这个按钮，就没有人会知道。
safety-contact-button = 告诉他们
safety-contact-told = 已经告诉他们了，只说了你希望有人来联系。他们也有自己的生活，可能要等一会儿：如果此刻有危险，请不要等，直接拨打 120 或 110。
safety-contact-unreached = 刚才没能确定联系上他们。过一会儿可以再按一次按钮，但请不要只等着。
safety-contact-gone = 这个服务器眼下没有这样的联系人，所以我没有告诉任何人。你不必一个人扛着。
safety-contact-left = 你已经不在那个服务器里了，我没法替你联系那里的人，也没有告诉任何人。你不必一个人扛着。
safety-contact-places = 现在就能帮你的人：有危险时拨打 120 或 110；想找人说说话，拨打 12356 心理援助热线；不在中国大陆的话，findahelpline.com 可以查到当地的热线。还有，今天就告诉身边的一个人。
safety-contact-not-private = 这个频道不能用来做这件事：它必须是 @everyone 看不到、而我可以发言的文字频道。请改一下频道权限，或者换一个频道。
safety-contact-message = 🤝 { $person } 现在很难受，请我告诉你们：希望有人来联系。本人写了什么只属于本人，我也没有留下任何记录。
    请今天就私下、温和地写给对方：问问怎么样，听对方说。你不必解决一切，帮对方找到能帮忙的人就好（心理援助热线 12356，其他地区见 findahelpline.com）。如果觉得对方有危险，请拨打当地的急救或报警电话。

safety-refuse-minors = 任何把未成年人性化的内容我都不会帮忙，无论什么形式。如果有孩子可能正处在危险中，请马上报警（110）或联系当地的儿童保护机构。
safety-refuse-sexual = 这里有各个年龄的学员，所以我不写色情内容。我可以讲讲图像和文本过滤器是怎样识别它的，或者帮你写别的故事。
safety-refuse-hate = 我不会写因为身份而贬低别人的内容：它会伤到真实的人，模型也会从中学坏。我可以带你看看偏见是怎样进入模型的，又怎样测量。
safety-refuse-harassment = 我不会帮忙恐吓、跟踪或伤害别人。如果是你正在遭遇这些，我可以帮你把经过写清楚，交给能处理的人；也可以讲讲审核模型怎样识别威胁。
safety-refuse-violence = 我不会讲怎样伤害人或制造武器，因为讲得清楚，谁读了都能用。我可以讲讲为什么模型会被训练成拒绝这类请求，以及怎样测试它。
safety-refuse-illegal = 这件事我不能帮，因为会有人因此受害或受骗。如果你是想保护自己或别人，换成这个角度来问，我很乐意帮忙。
safety-refuse-cyber = 我不会帮忙攻击别人的系统或账号，但可以帮你防守：问问怎样识别某种攻击，或者到这里的练习里安全地试试提示词注入。
safety-wrong = 是我理解错了吗？换个说法，或者告诉我你想从中学到什么。

safety-withheld = 我写了一个回答，但它没有通过我自己的检查，所以收回了。请换个问法，或者先看看课程里是怎么说的。

# 为什么拦下或改动了一条消息：给管理服务器过滤设置的人看，也用在“为什么？”里。
safety-why-nothing = 没有发现问题，消息原样继续。
safety-why = 我把它读作：{ $category }。把握：{ $score }（满分 1，这里从 { $threshold } 起生效）。发现者：{ $finder }。按{ $language }读的。处理：{ $action }。
safety-why-also = 另外还发现：{ $category }，{ $score }（满分 1），发现者：{ $finder }。
safety-found-by-rule = 一条写好的规则（`{ $rule }`）
safety-found-by-classifier = 从例子里学出来的小分类器
safety-found-by-provider = 模型服务商的审核（`{ $rule }`）
safety-found-by-shape = 写法符合{ $kind }的格式
safety-language-en = 英文
safety-language-zh = 中文
safety-why-exercise = 在练习里，尝试覆盖指令就是课程的一部分：会被发现，但不会因此拒绝。
safety-category-self-harm = 痛苦或自我伤害
safety-category-minors = 伤害未成年人
safety-category-sexual = 色情内容
safety-category-hate = 仇恨
safety-category-harassment = 骚扰或威胁
safety-category-violence = 暴力或武器
safety-category-illegal = 违法的事
safety-category-cyber = 攻击系统或账号
safety-category-override = 试图覆盖辅导老师的指令
safety-category-personal-data = 个人信息
safety-category-secret = 密钥、密码一类的秘密
safety-category-sealed = 需要保密的内容，比如还没结束的题目的答案
safety-action-allow = 放行
safety-action-redact = 去掉相关信息后继续
safety-action-support = 给予支持和求助渠道
safety-action-as-data = 当作材料继续，不当作指令
safety-action-refuse = 拒绝
safety-action-withhold = 收回回答
