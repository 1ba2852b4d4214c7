"""Pages that hold no article though they came with status 200: which they are, in the names of `REASONS`.

In: a page's title and visible text, and how much article was found in it. Out: a reason, or "". A wall is named only
where little was found: an article about captchas is an article.
"""

from __future__ import annotations

import re

from parsers.furniture import size

REASONS = (
    "captcha",
    "cookie wall",
    "paywall stub",
    "login",
    "error page",
    "no content",
    "another text",
    "not html",
    "too deep",
    "too large",
)
"""Why a page is refused. The first seven may pass: retry later. The last three stay: do not."""

WALL_LENGTH = 1500  # characters of visible text; walls are shorter
LITTLE = 40  # words of article; a brief has more
STUB = 80  # words of article; a paywall shows no more
PAID_STUB = 150  # the same where the page itself says that it is not free


def _any_of(table: str) -> re.Pattern[str]:
    """One pattern of a table of them, separated by " ; "."""
    return re.compile("|".join(pattern.strip() for pattern in table.split(";")))


_CAPTCHA = _any_of(r"""
    just a moment ; checking (?:if the site connection is|your browser) ;
    verify (?:that )?you(?: are|'re) (?:a )?human ;
    attention required! \| cloudflare ; cf-chl- ; captcha ; are you a robot ; i'm not a robot ; unusual traffic ;
    access to this page has been denied ; enable javascript and cookies to continue ; ddos protection by ;
    security check ; bot verification ; pardon our interruption ; sicherheitsüberprüfung ; êtes-vous un robot ;
    no soy un robot ; non sono un robot ;
    安全验证 ; 验证码 ; 人机验证 ; 访问验证 ; 訪問驗證 ; 滑动验证 ;
    ロボットではない ;
    認証してください ; 로봇이 아닙니다
""")
_COOKIES = _any_of(r"""
    (?:accept|agree|consent|reject|manage)[^.]{0,60}cookies? ; cookies?[^.]{0,80}(?:accept|agree|consent|continue) ;
    before you continue ; we value your privacy ; we and our [0-9,. ]{0,8}partners ; einwilligung ;
    zustimmen und weiter ; mit werbung (?:und tracking )?weiterlesen ; accepter et continuer ; continuer sans accepter ;
    aceptar y continuar ; accetta e continua ; accepteren en doorgaan ; クッキー ; 쿠키
""")
_PAYWALL = _any_of(r"""
    subscribe (?:now )?to (?:continue|read|unlock) ; to (?:continue|keep) reading ;
    to read the (?:full|whole|rest of the|rest of this) ?(?:story|article)? ;
    this (?:article|content|story) is (?:for|only for|exclusive(?:ly)? (?:for|to)|reserved for) ;
    already a (?:subscriber|member) ; for subscribers only ; subscribers? only ; premium (?:content|article) ;
    unlock this article ; start your (?:free )?trial ; weiterlesen mit ; nur für abonnenten ;
    mit (?:plus|abo) weiterlesen ; réservé aux abonnés ; pour lire la suite ; il vous reste [0-9]{1,3} ?% ;
    suscríbete para ; solo para suscriptores ; exclusivo para (?:suscriptores|assinantes) ; riservato agli abbonati ;
    alleen voor abonnees ;
    有料会員 ; 会員限定 ; この記事は有料 ; 残り ?[0-9]{1,6} ?文字 ;
    付费阅读 ; 订阅后阅读 ; 会员专享 ; 本文为付费 ;
    登录后(?:可)?阅读全文 ; 구독자 전용 ; 유료 (?:회원|기사) ; только для подписчиков
""")
_LOGIN = _any_of(r"""
    (?:sign|log) ?in to (?:continue|view|read|your account|see) ; please (?:sign|log) ?in ; forgot (?:your )?password ;
    login required ; members? login ; create an account to ; bitte (?:melden sie sich|einloggen) ; connectez-vous ;
    inicia(?:r)? sesión ; accedi per ; 请(?:先)?登录(?!后?(?:再|才能)?(?:发表|参与)?评论) ; 請(?:先)?登入 ; 登录后查看 ;
    ログインしてください ; ログインが必要 ;
    로그인(?:이 필요|해 주세요|하세요)
""")
_ERROR = _any_of(r"""
    (?<![\w$€£¥.,])(?:404|410|403|500|502|503|504)(?= ?(?:$|[-–—|:!·)])) ;
    (?<![\w$€£¥.,])[45]0[0-9] (?:error|not|page|forbidden|bad|gateway|service|internal|server)\b ;
    \b(?:error|fehler|erreur|errore|fout|erro|http|status|错误|錯誤|エラー|오류)[ :]{1,2}[0-9]{3}\b ;
    not found ; page (?:is )?(?:unavailable|missing) ;
    no longer (?:available|exists) ; does(?:n't| not) exist ; can(?:'t|not) (?:find|be found) ; access denied ;
    forbidden ; internal server error ; bad gateway ; service (?:temporarily )?unavailable ; something went wrong ;
    under maintenance ; temporarily unavailable ; nicht gefunden ; introuvable ; no encontrada ; non trovata ;
    niet gevonden ; não encontrada ; nie znaleziono ; не найдена ; 页面不存在 ; 頁面不存在 ; 找不到(?:页面|頁面|您) ;
    已被删除 ;
    已刪除 ; 見つかりません ; 찾을 수 없습니다 ; 존재하지 않는
""")
_SCRIPTED = _any_of(r"""
    (?:enable|requires?|turn on|activate) javascript ; javascript (?:is )?(?:disabled|required|aktivieren)
""")


def refusal(title: str, visible: str, article: str, *, paid: bool = False) -> str:
    """Why the page is no article, or "".

    `visible` is all text that a reader would see, `article` what was found in it; `paid` is the page's own word that it
    is not accessible for free (schema.org `isAccessibleForFree`).
    """
    head, shown = title.casefold(), visible[:20_000].casefold().replace("’", "'")
    words = size(article)
    if len(visible) <= WALL_LENGTH and words < STUB and (wall := _wall(head, shown, words)):
        return wall
    if words < (PAID_STUB if paid else STUB) and (paid or _PAYWALL.search(shown)):
        return "paywall stub"
    return "" if article.strip() else "no content"


def _wall(head: str, shown: str, words: int) -> str:
    if _CAPTCHA.search(head) or (words < LITTLE and _CAPTCHA.search(shown)):
        return "captcha"
    if _ERROR.search(head):
        return "error page"
    if _PAYWALL.search(shown):
        return "paywall stub"
    if _LOGIN.search(head) or (words < LITTLE and _LOGIN.search(shown)):
        return "login"
    if words < LITTLE and len(shown) < 400 and (_ERROR.search(shown) or _SCRIPTED.search(shown)):
        return "error page" if _ERROR.search(shown) else "no content"
    return "cookie wall" if _COOKIES.search(head) else ""
