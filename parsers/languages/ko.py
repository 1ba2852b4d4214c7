"""Korean."""

from __future__ import annotations

from parsers.languages import NumberWords

NUMBERS = NumberWords(
    glued=True,
    borrows=("en",),
    digits={
        "영": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "한": 1, "두": 2,
        "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20,
    },
    multipliers={"십": 10, "백": 100, "천": 10**3, "만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16},
    point=("점", "쩜"),
    more=("여", "수", "몇"),
    negative=("마이너스",),
    of=("의",),
    currencies={
        "원": "KRW", "한국 원": "KRW", "대한민국 원": "KRW", "won": "KRW", "달러": "$", "불": "$", "미국 달러": "USD",
        "미국달러": "USD", "미 달러": "USD", "미달러": "USD", "유로": "EUR", "유로화": "EUR", "위안": "CNY",
        "위안화": "CNY", "중국 위안": "CNY", "인민폐": "CNY", "엔": "JPY", "엔화": "JPY", "일본 엔": "JPY",
        "파운드": "£", "영국 파운드": "GBP", "파운드화": "GBP", "홍콩 달러": "HKD", "홍콩달러": "HKD",
        "대만 달러": "TWD", "대만달러": "TWD", "신대만 달러": "TWD", "호주 달러": "AUD", "호주달러": "AUD",
        "캐나다 달러": "CAD", "캐나다달러": "CAD", "싱가포르 달러": "SGD", "싱가포르달러": "SGD",
        "뉴질랜드 달러": "NZD", "뉴질랜드달러": "NZD", "프랑": "franc", "스위스 프랑": "CHF", "스위스프랑": "CHF",
        "프랑스 프랑": "FRF", "루피": "Rs", "인도 루피": "INR", "인도루피": "INR", "스리랑카 루피": "LKR",
        "루블": "RUB", "러시아 루블": "RUB", "바트": "THB", "태국 바트": "THB", "밧": "THB", "루피아": "IDR",
        "인도네시아 루피아": "IDR", "동": "VND", "베트남 동": "VND", "링깃": "MYR", "말레이시아 링깃": "MYR",
        "페소": "peso", "멕시코 페소": "MXN", "필리핀 페소": "PHP", "아르헨티나 페소": "ARS", "칠레 페소": "CLP",
        "헤알": "BRL", "브라질 헤알": "BRL", "레알": "BRL", "리라": "lira", "터키 리라": "TRY", "튀르키예 리라": "TRY",
        "이탈리아 리라": "ITL", "란드": "ZAR", "랜드": "ZAR", "크로나": "SEK", "스웨덴 크로나": "SEK", "크로네": "kr",
        "노르웨이 크로네": "NOK", "덴마크 크로네": "DKK", "코루나": "CZK", "체코 코루나": "CZK", "포린트": "HUF",
        "헝가리 포린트": "HUF", "즈워티": "PLN", "폴란드 즈워티": "PLN", "셰켈": "ILS", "리얄": "riyal",
        "사우디 리얄": "SAR", "디르함": "AED", "나이라": "NGN", "마르크": "DEM", "독일 마르크": "DEM", "마르카": "FIM",
        "핀란드 마르카": "FIM", "휠던": "NLG", "네덜란드 휠던": "NLG", "콜론": "CRC", "페세타": "ESP",
        "디나르": "dinar", "쿠웨이트 디나르": "KWD", "비트코인": "BTC", "길더": "NLG",
    },
    cents={"센트": "$", "페니": "£", "펜스": "GBP", "유로센트": "EUR", "펜니": "FIM", "센타보": "peso"},
    percent={
        "퍼센트": "percent", "프로": "percent", "포인트": "percentage point", "%포인트": "percentage point",
        "%p": "percentage point", "퍼센트포인트": "percentage point", "퍼센트 포인트": "percentage point",
        "bp": "basis point",
    },
    tenfold_percent=("할",),
    counts={
        "대": "vehicle", "명": "person", "명의": "person", "사람": "person", "인": "person", "개": "piece",
        "곳": "site", "개국": "country", "개사": "company", "개 국가": "country", "주": "share", "건": "case",
        "가구": "household", "배": "times", "회": "time", "번": "time", "개소": "site", "기": "unit", "종": "model",
        "척": "ship", "여명": "person", "여대": "vehicle", "세대": "household", "석": "seat", "살": "year",
        "배럴": "barrel", "만대": "vehicle", "개 도시": "city", "개 매장": "store", "개 차종": "model",
        "차종": "model", "개 일자리": "job",
    },
    measures={
        "킬로미터": "km", "킬로": "km", "미터": "metre", "센티미터": "centimetre", "마일": "mile",
        "제곱미터": "square metre", "평방미터": "square metre", "㎡": "square metre", "평": "pyeong",
        "헥타르": "hectare", "에이커": "acre", "톤": "tonne", "t": "tonne", "킬로그램": "kg", "그램": "gram",
        "리터": "litre", "기가와트시": "GWh", "기가와트": "GW", "메가와트": "MW", "킬로와트시": "kWh",
        "킬로와트": "kW", "와트": "W", "마력": "hp", "도": "degree", "년": "year", "년간": "year", "개년": "year",
        "여년": "year", "개월": "month", "주간": "week", "일간": "day", "시간": "hour", "분간": "minute",
        "초": "second", "개 분기": "quarter", "인치": "inch", "피트": "foot",
    },
    per={"/년": "year", "/대": "vehicle", "/kwh": "kWh", "/톤": "tonne", "/주": "share", "씩": "unit"},
    per_before={
        "연간": "year", "연": "year", "매년": "year", "월": "month", "매월": "month", "월간": "month", "주당": "share",
        "대당": "vehicle", "1주당": "share", "하루": "day", "일": "day", "분기당": "quarter", "kwh당": "kWh",
        "톤당": "tonne", "배럴당": "barrel", "1인당": "person",
    },
    bounds_before={
        "약": "about", "대략": "about", "대략적으로": "about", "거의": "nearly", "무려": "exact", "최대": "up to",
        "많아야": "up to", "최고": "up to", "최소": "at least", "적어도": "at least", "최저": "at least",
        "총": "exact",
    },
    bounds_after={
        "이상": "at least", "이상의": "at least", "넘는": "more than", "을 넘는": "more than", "를 넘는": "more than",
        "초과": "more than", "여": "more than", "가량": "about", "정도": "about", "안팎": "about", "내외": "about",
        "이하": "up to", "이내": "up to", "미만": "less than", "가까이": "nearly", "남짓": "about", "상당": "exact",
        "에 가까운": "nearly", "을 웃도는": "more than", "에 육박": "nearly", "을 돌파": "more than",
        "여원": "more than", "까지": "up to", "에 달하는": "exact", "을 초과": "more than", "를 초과": "more than",
    },
    range_words=("에서", "~", "-", "부터", "내지"),
    list_words=("와", "과", ",", "및", "또는", "·", "이나", "나", "그리고"),
    change_openers=("에서",),
    change_verbs=(
        "늘", "확대", "증액", "상향", "증가", "올", "축소", "감액", "하향", "줄", "감소", "인상", "인하", "변경",
        "수정", "조정", "상승", "하락", "뛰", "급증", "낮",
    ),
    vague=("수", "수십", "수백", "수천", "몇", "몇십", "몇백", "몇천", "수십만", "여러", "십수"),
    fillers=("총", "모두", "전체", "의"),
    names_before=("제", "전화", "모델", "시리즈", "레벨"),
    names_after=(
        "호", "차", "세대", "호기", "위", "번째", "층", "조", "장", "편", "공장", "호선", "라인", "단계", "급", "차로",
        "주기",
    ),
    dates_before=("지난", "오는", "올해", "내년", "작년"),
    dates_after=(
        "년", "월", "일", "분기", "년도", "시", "분", "년대", "년형", "년까지", "년부터", "년에", "월에", "년생",
        "시즌", "개 분기",
    ),
    not_numbers=(
        "일부", "일반", "이번", "이차", "사업", "구축", "삼성", "오늘", "만약", "만큼", "조사", "조치", "천연",
        "백화점", "경우", "한국", "세계", "영업", "두산",
    ),
    places={
        "중국": "CN", "일본": "JP", "미국": "US", "캐나다": "CA", "호주": "AU", "홍콩": "HK", "대만": "TW",
        "싱가포르": "SG", "인도": "IN", "스웨덴": "SE", "노르웨이": "NO", "덴마크": "DK", "멕시코": "MX",
        "스위스": "CH", "필리핀": "PH", "영국": "GB",
    },
)
