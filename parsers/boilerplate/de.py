"""German."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        anzeige | anzeigen | werbung | sponsored | gesponsert | teilen | artikel teilen | beitrag teilen |
        diesen artikel teilen | merken | drucken | artikel drucken | seite drucken | versenden |
        per mail versenden | e-mail | kommentieren | kommentare | kommentar schreiben | kommentare anzeigen |
        zu den kommentaren | zur startseite | startseite | nach oben | zum seitenanfang | weiterlesen | mehr lesen |
        mehr anzeigen | alle anzeigen | mehr laden | mehr | zurück | vor | weiter | nächster artikel |
        vorheriger artikel | anhören | artikel anhören | vorlesen | vorlesen lassen | abonnieren | anmelden |
        einloggen | registrieren | folgen | bild vergrößern | quelle | themen | schlagworte | link kopieren |
        link kopiert | lesezeit | minuten lesezeit | min lesezeit | ad |
        die nachricht wird unter dem werbebanner fortgesetzt | nach der anzeige weiterlesen |
        artikel zur merkliste hinzufügen | auf die merkliste | feedback | fehler melden | hinweis zu korrekturen |
        externer inhalt | empfohlener redaktioneller inhalt
    """),
    leads=phrases("""
        lesen sie auch | lesen sie hier | lesen sie dazu | lesen sie mehr | lesen sie dazu auch | auch interessant |
        mehr dazu | mehr zum thema | siehe auch | passend dazu | lesetipp | lese-tipp | hintergrund | weiterlesen |
        das könnte sie auch interessieren | ebenfalls interessant | video | im video | podcast | tipp | unser tipp |
        verwandte themen | verwandter artikel | mehr lesen | mehr | lies auch | lesen | interview
    """),
    heads=phrases("""
        lesen sie auch | lesen sie mehr zum thema | auch interessant | auch lesenswert |
        das könnte sie auch interessieren | das könnte sie interessieren | das könnte dich auch interessieren |
        das könnte dir auch gefallen | das könnte ihnen auch gefallen | mehr zum thema | mehr zu diesem thema |
        zum thema | mehr zu | mehr aus dem ressort | mehr nachrichten | mehr news | mehr artikel | mehr dazu |
        weitere themen | weitere artikel | weitere nachrichten | weitere meldungen | weitere news |
        weitere beiträge | weitere pressemitteilungen | weitere meldungen aus dem bereich | meistgelesen |
        meistgelesene artikel | meist gelesen | am häufigsten gelesen | beliebt | beliebte artikel |
        beliebteste artikel | meistkommentiert | meistgeklickt | meistgeteilt | top-themen | topthemen |
        top-artikel | top-news | top artikel | aktuell | aktuelle nachrichten | aktuelle artikel |
        aktuelle meldungen | aktuelle themen | neueste artikel | neueste meldungen | neueste nachrichten |
        neueste beiträge | neuste artikel | letzte meldungen | letzte beiträge | die neuesten | newsticker |
        empfehlungen | empfehlungen der redaktion | empfohlen | unsere empfehlungen | unsere empfehlung |
        leseempfehlungen | lesetipps | redaktionsempfehlungen | ähnliche artikel | ähnliche beiträge |
        ähnliche themen | ähnliche meldungen | verwandte artikel | verwandte beiträge | verwandte themen |
        verwandte nachrichten | verwandte inhalte | zufälliger artikel | zufällige artikel | passend zum thema |
        passende artikel | aus dem archiv | aus unserem archiv | anzeigen aus dem netz | partnerangebote |
        partnerangebot | angebote unserer partner | services | service | unsere partner | videos zum thema |
        video-empfehlungen | schlagzeilen | im fokus | nicht verpassen | was andere lesen |
        andere leser interessierte auch | leser interessierten sich auch für | mehr von diesem autor |
        mehr vom autor | themen des artikels | diskutieren sie mit | jetzt lesen | nächste artikel | auch spannend
    """),
    head_starts=phrases("""
        mehr von | mehr aus | mehr über | mehr zum thema | mehr zu | weitere artikel von | weitere artikel aus |
        weitere meldungen von | aktuelles aus | neues aus | alle artikel zu
    """),
    credits=phrases("""
        von | foto | fotos | bild | bilder | bildquelle | bildnachweis | quelle | quellen | quellenangaben |
        titelbild | aufmacherbild | mit material von | mit agenturmaterial | autor | autorin | text | redaktion |
        bearbeitet von | veröffentlicht | veröffentlicht am | veröffentlicht in | erstellt am | aktualisiert |
        aktualisiert am | zuletzt aktualisiert | stand | datum | themen | schlagwörter | schlagworte | tags |
        kategorie | kategorien | copyright | alle rechte vorbehalten | dieser artikel erschien |
        dieser text erschien | dieser beitrag erschien | erschienen in | original-content von | übermittelt durch |
        e-mail | telefon | tel | über den autor | transparenzhinweis | hinweis | offenlegung | dpa-infocom | ©
    """),
    prompts=phrases("""
        per e-mail benachrichtigt |
        jetzt abonnieren | jetzt anmelden | kostenlos anmelden | folgen sie uns | folge uns auf | folgt uns auf |
        besuchen sie uns auf | alle rechte vorbehalten | datenschutzerklärung | datenschutzbestimmungen | cookies |
        cookie-einstellungen | mit ihrer einwilligung | mit ihrer zustimmung | nutzungsbedingungen |
        affiliate-link | affiliate link | keine nachricht verpassen | jetzt die app | app herunterladen |
        whatsapp-kanal | telegram-kanal | bevorzugte quelle | schreiben sie uns | hinterlassen sie einen kommentar |
        jetzt testen | probeabo | dieser inhalt wird | an dieser stelle finden sie | externe inhalte |
        externen inhalt | javascript aktivieren
    """),
    closings=phrases("""
        schreiben sie uns | folgen sie | hat ihnen der artikel gefallen | was denken sie | mehr informationen |
        weitere informationen unter | jetzt informieren | dieser artikel | dieser text | dieser beitrag |
        mitarbeit | die meinung des autors | keine anlageberatung | stellt keine | erschien zuerst
    """),
    replies=phrases("""
        kommentare | kommentar | leserkommentare | kommentare anzeigen | ihr kommentar | kommentar schreiben |
        schreiben sie einen kommentar | schreibe einen kommentar | kommentar verfassen | kommentar hinterlassen |
        diskussion | diskutieren sie mit | leserbriefe | meinungen der leser | alle kommentare | neueste kommentare
    """),
    endings=phrases("""
        pressekontakt | kontakt | ansprechpartner | medienkontakt | kontakt für medien | rückfragen |
        rückfragehinweis | für rückfragen | weitere informationen | presse | presseanfragen | investor relations |
        autor | über den autor | über die autorin | zum autor | kommentare | schreiben sie einen kommentar |
        diskussion | schlagwörter | stichwörter | anhänge | bildmaterial | downloads
    """),
    about=phrases("über"),
    notices=phrases("""
        rechtlicher hinweis | haftungsausschluss | disclaimer | zukunftsgerichtete aussagen |
        hinweis zu zukunftsgerichteten aussagen | wichtiger hinweis | vorausschauende aussagen
    """),
    legal=phrases("""
        zukunftsgerichtete aussagen | zukunftsgerichteter aussagen | zukunftsgerichteten aussagen |
        in die zukunft gerichtete aussagen | in die zukunft gerichteten aussagen | stellt kein angebot |
        keine anlageberatung | übernimmt keine verpflichtung, | frühere wertentwicklung |
        wertentwicklung in der vergangenheit
    """),
    common=phrases("""
        in | zu | es | an | um | der | die | und | das | den | von | mit | ist | des | sich | auf | für | im | dem |
        nicht | ein | eine | als | auch | wird | bei | einen
    """),
)
