"""All keys of the window, as help lists them."""

KEYS: tuple[tuple[str, str], ...] = (
    ("Tab、回车", "到下一个要填的地方（Shift+Tab 回上一个）"),
    (
        "一路按回车",
        "走过一项一项、名单和正文，到页末的“下一步”；在名单、正文里写起来，回车就是换行",
    ),
    ("Shift+F2", "光标在一项里时：备注、数据截至、来源，或选“无此项”“不公开”"),
    ("Ctrl+回车、Ctrl+PgDn", "下一页"),
    ("Ctrl+PgUp", "上一页"),
    ("Ctrl+F", "查找"),
    ("F3、Shift+F3", "下一处、上一处找到的地方"),
    ("F8、Shift+F8", "从光标往下、往上，到有问题的地方"),
    ("Ctrl+Z", "撤销"),
    ("Ctrl+Y、Ctrl+Shift+Z", "恢复"),
    ("Ctrl+H", "修改记录"),
    ("Alt+↑、Alt+↓", "光标在左边各章时：把这一章上移、下移"),
    ("F5", "收起或打开旁边的文稿预览"),
    ("Ctrl+E", "到“出稿”一页"),
    ("Ctrl+P", "打印"),
    ("F1", "帮助"),
    ("Esc", "关闭旁边打开的一栏"),
)
"""The keys, and what they do."""
