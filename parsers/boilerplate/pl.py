"""Polish."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        reklama | sponsorowane | artykuł sponsorowany | udostępnij | podziel się | drukuj | wydrukuj | wyślij |
        zapisz | komentarze | komentarz | skomentuj | dodaj komentarz | zobacz komentarze | czytaj dalej |
        czytaj więcej | zobacz więcej | pokaż więcej | więcej | następny | poprzedni | na górę | do góry |
        strona główna | posłuchaj | subskrybuj | zaloguj | zaloguj się | zarejestruj się | obserwuj | kopiuj link |
        tagi | tematy | dalsza część artykułu pod reklamą | dalszy ciąg materiału pod wideo | czas czytania
    """),
    leads=phrases("""
        czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też | przeczytaj również |
        przeczytaj | zobacz także | zobacz też | zobacz również | zobacz | sprawdź też | sprawdź także | polecamy |
        polecamy także | powiązane | czytaj więcej | więcej | oglądaj | wideo | posłuchaj
    """),
    heads=phrases("""
        czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też | przeczytaj również |
        zobacz także | zobacz też | zobacz również | polecamy | polecane | polecane artykuły | polecane dla ciebie |
        redakcja poleca | powiązane | powiązane artykuły | powiązane tematy | podobne artykuły | podobne wpisy |
        podobne tematy | może cię zainteresować | może cię też zainteresować | może ci się spodobać |
        to może cię zainteresować | zainteresuje cię | najpopularniejsze | najczęściej czytane |
        najchętniej czytane | najnowsze | najnowsze artykuły | najnowsze wiadomości | najnowsze wpisy |
        ostatnie wpisy | ostatnie artykuły | popularne | popularne artykuły | popularne wpisy | inne artykuły |
        inne wiadomości | więcej na ten temat | więcej artykułów | więcej o | warto przeczytać | nie przegap |
        na czasie | wybrane dla ciebie | losowy artykuł | materiały partnera | artykuły sponsorowane | archiwum |
        wideo
    """),
    head_starts=phrases("więcej o | więcej z | więcej na temat | najnowsze z | wszystkie artykuły"),
    credits=phrases("""
        autor | autorka | fot | foto | zdjęcie | zdjęcia | źródło | źródła | oprac | opracowanie | opracował |
        redakcja | data publikacji | opublikowano | aktualizacja | ostatnia aktualizacja | tagi | kategoria |
        kategorie | tematy | copyright | © | wszelkie prawa zastrzeżone | ten artykuł | o autorze | tel
    """),
    prompts=phrases("""
        zapisz się | obserwuj nas | śledź nas | polub nas | wszelkie prawa zastrzeżone | polityka prywatności |
        polityką prywatności | pliki cookies | plików cookie | cookies | regulamin | pobierz aplikację |
        google news | dodaj komentarz | dla subskrybentów | link afiliacyjny
    """),
    closings=phrases("co o tym sądzisz | dołącz do | więcej informacji na | ten artykuł"),
    replies=phrases("""
        komentarze | komentarz | dodaj komentarz | komentarze czytelników | ostatnie komentarze | skomentuj
    """),
    endings=phrases("""
        kontakt dla mediów | kontakt dla prasy | kontakt | biuro prasowe | o autorze | autor | komentarze |
        dodaj komentarz | tagi | załączniki
    """),
    about=phrases("o firmie | o spółce"),
    notices=phrases("zastrzeżenia prawne | nota prawna | stwierdzenia dotyczące przyszłości"),
    common=phrases("""
        i | o | a | to | w | się | na | że | jest | z | nie | oraz | przez | jak | został | które | ma | po | dla |
        od | są | roku
    """),
)
