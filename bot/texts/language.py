"""Which of our languages a text is written in, from its letters alone."""

import re

from bot.texts.locales import Locale

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

# Common characters that only one of the two scripts writes this way.
_TRADITIONAL = frozenset(
    "這個麼說學習嗎時對應訓練語為會開過點裡後頭還讓實現問題處類別難資訊輸詞彙樣種長們無與從產單總結簡釋範圖識導"
    "寫讀數據標籤電腦軟體網絡優勢選擇較費間題變動機構關係當確認邏輯錯誤經驗講給請幫來進運團專業"
    "殺沒覺樓藥傷離開"
)
_SIMPLIFIED = (
    frozenset(
        "这个么说学习吗时对应训练语为会开过点里后头还让实现问题处类别难资讯输词汇样种长们无与从产单总结简释范图识导"
        "写读数据标签电脑软体网络优势选择较费间题变动机构关系当确认逻辑错误经验讲给请帮来进运团专业"
        "杀没觉楼药伤离开"
    )
    - _TRADITIONAL
)


def language_of(text: str, *, preferred: Locale) -> Locale:
    """The language of a learner's text.

    A question with Chinese in it is Chinese unless Latin words clearly outweigh it ("what does 幻觉 mean?" is
    English). The script follows the characters; where they do not tell, `preferred` decides, then Simplified.
    A text without letters is in the `preferred` language.
    """
    han = len(_HAN.findall(text))
    words = len(_LATIN_WORD.findall(text))
    if han == 0:
        return Locale.EN if words else preferred
    if words > 2 and words >= han:
        return Locale.EN
    traditional = sum(character in _TRADITIONAL - _SIMPLIFIED for character in text)
    simplified = sum(character in _SIMPLIFIED for character in text)
    if traditional > simplified:
        return Locale.ZH_TW
    if simplified > traditional:
        return Locale.ZH_CN
    return preferred if preferred.is_chinese else Locale.ZH_CN
