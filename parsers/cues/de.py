"""German."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="und, sowie",
    owns="s, '",
    equals="oder, rund, etwa, umgerechnet, also",
    verb_endings="t, en",
    compounds=True,
    verb_final=True,
    abbreviations=(
        "mrd, mio, bzw, ca, z.b, u.a, d.h, inkl, rd, nr, dr, st, vgl, co, inc, tsd, jan, feb, apr, jun, jul, aug, sep, "
        "okt, nov, dez"
    ),
    metrics={
        "investment": (
            "batteriefabrik*?, zellfabrik*?, batteriewerk*?, zellwerk*?, batteriezellfabrik*?, elektroautofabrik*?, "
            "autofabrik*?, elektroautowerk*?, autowerk*?, investier*, investition*, invest, steckt, stecken, gesteckt, "
            "plant fast?, ausgeben, ausgibt, ausgaben für, pumpt, pumpen, fließen, fließt, aufwenden, "
            "aufwendungen für, in die hand, kostet die fabrik, kostet der bau, baukosten, investitionsplan, "
            "sachinvestitionen, finanzspritze, etat, budget, entfallen, freigegeben, verbaut, fabrik?, fabriken?, "
            "batteriewerk?, zellwerk?, werk?, werks?, werke?, projekt?, projekts?, projekte?, standort?, ausbau?, "
            "bau?, bauen?, entwicklung?, aufbau?, zukunftsthemen?, e-mobilität?, elektromobilität?, programm?, "
            "fünfjahresplan, kostet?, kosten?, planung?, zukunftsinvestition*, kapazitätsausbau?, forschung?, umbau?, "
            "produktion?, vorhaben?, geldhahn?, ausgegeben, sachanlagen, in den ausbau?, in den bau?, pumpte, steckte, "
            "investierte, kosten wird?, investitionssumme, investitionsvolumen, investitionsbudget"
        ),
        "funding_raised": (
            "kapitalerhöhung*, finanzierungsrunde*, finanzierung, einsammelt, eingesammelt, sammelt, einsammeln, "
            "börsengang, anleihe*, wandelanleihe*, kredit, kredite, kreditlinie, darlehen, emission, aktienverkauf, "
            "neue aktien, kapital aufgenommen, aufgenommen, aufnehmen, steigt ein?, beteilig*?, geldgeber?, "
            "investoren?, investor?, erlös*?, platzier*, frisches geld, kommen aus?, milliardenspritze, "
            "konsortialkredit, kreditlinien, kreditlinien über, sichert sich?, finanzspritze für, grüne finanzierung, "
            "brückenkredit, überbrückungskredit, schuldschein*, eigenkapital, kapitalspritze, rettungspaket?, "
            "sammelte, einwerben, eingeworben, wirbt, börsenerlös, bezugsrecht*, aktienplatzierung, mehrzuteilung, "
            "refinanzier*, konsortium von banken, finanzierungszusage?, millionenkredit, milliardenkredit, darlehens, "
            "series a, series b, series c, series d, wagniskapital, holt sich?, zusicherung?, abgerufen werden, "
            "zugesagt?, zusage?"
        ),
        "acquisition": (
            "übernahme, übernehm*, übernimmt, übernommen, kauft, kaufen?, gekauft, kaufpreis, erwirbt, erworben, "
            "erwerb, zukauf, akquisition, der kaufpreis, mehrheit übernommen, übernahmepreis, aufkauf, kaufsumme, "
            "legt für?, blättert für?, für den anteil, für die mehrheit, aufgekauft"
        ),
        "subsidy": (
            "beihilfe*, zuschuss, zuschüsse*, zuschüssen, förder*, fördermittel*, subvention*, bürgschaft*, garantien, "
            "prämie, prämien, kaufprämie*, umweltbonus, staatshilfe*, steuergeld*, steuerbonus, staatliche hilfe*, "
            "bund und land?, der bund, das land?, steuergutschrift*, reserviert?, übergibt?, bewilligt?, kfw, "
            "fördergeld*, förderung, zuwendung*, kaufanreiz*, umweltprämie, steuervorteil*, steuerentlastung*, "
            "bundesmittel, landesmittel, staatsgeld*, fördertopf, zuschusses"
        ),
        "loss": (
            "verlust*, minus, fehlbetrag, abschreibung*, abschreib*, wertberichtigung*, sonderbelastung*, belastung*, "
            "rote zahlen, verbrannt, fehlten, fehlen, belastet, sondereffekt*, restrukturierungskosten, umbaukosten, "
            "wertminderung*, impairment, goodwill abschreibung*, drohverlust*, einmalaufwand, einmaleffekt*, "
            "verbrennt, verbrannte, defizit, in den roten zahlen, schreibt?"
        ),
        "revenue": "umsatz*, erlöse, umsätze, einnahmen, umsatzerlöse",
        "profit": (
            "gewinn*, nettogewinn, überschuss, ergebnis, ebit, ebitda, nettoergebnis, betriebsergebnis, "
            "konzernergebnis, verdien*, cashflow, unterm strich, sondergewinn*, reingewinn, operatives ergebnis, "
            "vorsteuergewinn, jahresüberschuss, neubewertung?"
        ),
        "cash": (
            "liquidität, barmittel, bargeld, in der kasse, kassenbestand, nettoliquidität, auf der hohen kante, "
            "kriegskasse, liquide mittel, flüssige mittel, kassenbestände"
        ),
        "valuation": "bewertung, bewertet, börsenwert, marktkapitalisierung, unternehmenswert, wert von?",
        "price": (
            "preis, preise, listenpreis, grundpreis, kaufpreis von, pro aktie, je aktie, ab, kostet ab, leasingrate, "
            "rabatt, monatlich, einstiegspreis, einstiegsmodell, kostet?, kilowattstunde, im abo, pro kilowattstunde, "
            "für unter, preisschild, aufpreis, kaufpreis für das auto"
        ),
        "other": (
            "auftrag, aufträge, auftragswert, vertrag, liefervertrag, strafe, bußgeld, schadenersatz, klage, zoll, "
            "zölle, dividende*, schulden, sparen, einsparung*, sparprogramm, sparziel, kosten senken, gehalt, "
            "vergütung, bonuszahlung, marktvolumen, rückruf, handelsvolumen, export*, aktienrückkauf, nachzahlung, "
            "vergleich?, miete, lücke, kostenlücke, die kosten, kosten dringend, kosten um, einsparen, einzusparen, "
            "kostensenkung*, sparpaket, sparvorgabe, abfindung*, lohn, löhne, boni, tarif*, schuldenberg, "
            "verbindlichkeiten, bußgelder, schadensersatz, vergleichszahlung, auftragsbestand, auftragsvolumen, "
            "großauftrag, marktwert?, eigene aktien, aktienrückkauf*"
        ),
        "production_capacity": (
            "kapazität*, produktionskapazität, produzier*, fertig*, gebaut, hergestellt, pro jahr, jährlich, vom band, "
            "produziert, elektroautos will?"
        ),
        "deliveries": (
            "ausgeliefert, auslieferung*, verkauft, verkaufen, absatz, zulassung*, neuzulassungen, absetzen, verkäufe"
        ),
        "jobs": (
            "arbeitsplätze, arbeitsplatz, jobs, stellen, stellenabbau, mitarbeiter*, beschäftigte*, entlass*, "
            "belegschaft"
        ),
        "users": "nutzer, kunden, abonnenten",
        "energy": "speicher*, batteriespeicher",
        "range_km": "reichweite",
        "percent_change": (
            "gestiegen, stieg, steigt, steigerung, zunahme, plus, wachstum, wuchs, gesunken, sank, rückgang, gefallen, "
            "fiel, zulegen, legte, legt, eingebrochen, brach, zuwachs, mehr als im vorjahr, anstieg"
        ),
    },
    forecast=(
        "erwart*, prognos*, ausblick, rechnet, soll, sollen, ziel, ziele, plant, planen, will, wollen, wird, werden, "
        "peilt"
    ),
    status={
        "announced": (
            "kündigt?, angekündigt?, ankündig*?, gibt bekannt?, bekannt gegeben?, mitteilte?, teilte mit?, "
            "beschlossen, beschloss, beschließt, freigegeben, genehmigt*, gibt, frei, unterzeichn*, bestätigt*, "
            "steckt, investiert, entfallen, übergibt, zugesagt, bewilligt"
        ),
        "planned": (
            "plan, plant, planen, geplant*, eingeplant*, will, wollen, wolle, soll, sollen, erwägt, erwägen, könnte, "
            "könnten, ziel, strebt, beabsichtig*, vorgesehen, vorhat, prüft, prüfen, würde, würden, möchte, "
            "in aussicht, absicht*, vorbehaltlich, verschob*, verschieb*, vorsah, angepeilt*, in planung, will noch, "
            "planung, rechne mit, sollte, sollten"
        ),
        "reported": "erzielte, erwirtschaftete, verbuchte, bilanz",
        "rumoured": (
            "kreisen zufolge, insider*, medienbericht*, laut kreisen, kreise, mit der angelegenheit vertraut*, "
            "gerücht*, angeblich, spekulation*, dem vernehmen nach, soll laut, aus unternehmenskreisen, "
            "wie aus kreisen, in kreisen, eingeweihte, personen, die mit, laut einem bericht, laut bericht, "
            "soll dem vernehmen"
        ),
        "denied": "dementier*, weist zurück, bestreitet, stimmt nicht, falschmeldung",
        "completed": (
            "abgeschlossen, hat investiert, haben investiert, eröffnet, eingeweiht, übernommen, gekauft, eingesammelt, "
            "bereits investiert, sind schon verbaut, hatten, bisher, in betrieb genommen, erhalten hat, erhielt, "
            "gesteckt, gesteckt hat"
        ),
        "cancelled": (
            "zieht sich, rückzug, steigt aus, stellt ein, stellt den betrieb ein, gibt den plan auf, abgesagt, "
            "gestrichen, streicht, storniert, stoppt, gestoppt, aufgegeben, gibt auf, zurückgezogen, verzichtet, "
            "auf eis, begräbt, nicht mehr, abbruch"
        ),
    },
    conditional="vorbehaltlich, muss noch zustimmen, müssen noch zustimmen, steht noch aus, noch genehmigen",
    committed="beschlossen, beschloss, freigegeben, genehmigt, unterzeichnet, unterschrieben, gab grünes licht",
    parts={
        "initial": (
            "zunächst, anfänglich*, erste phase, erste tranche, in der ersten stufe, davon sofort, sofort, anfangs, "
            "erster schritt"
        ),
        "additional": (
            "zusätzlich*, weitere, weiteren, weiterer, hinzu kommen, hinzu kommt, obendrauf, extra, darüber hinaus, "
            "aufstock*, nochmals, noch einmal"
        ),
        "total": "insgesamt, gesamt*, summe, zusammen, alles in allem, in summe",
        "annual": "jährlich*, pro jahr, im jahr, jahresetat, jedes jahr",
        "remaining": "verbleibend*, restlich*, rest",
    },
    component="davon, darunter, entfallen, anteil, jeweils, teil",
    back_reference=(
        "bereits bekannt, wie bekannt, zuvor angekündigt, bisher angekündigt, früher*, ursprünglich, im vorigen, "
        "vorigen, im vergangenen jahr angekündigt, hatte, hatten, damals, einst, vor einem jahr, seinerzeit, "
        "schon angekündigt, bereits angekündigt, ehemals, vereinbart worden war, war vereinbart, zugesagt hatten, "
        "versprochen hatte, versprochen hatten, im vergangenen monat, vergangene woche, im vorjahr, im jahr zuvor, "
        "vor jahren, vor monaten, zuletzt hatte"
    ),
    comparison=(
        "zuvor noch, zuvor, bisher, bislang, statt, gegenüber, verglichen mit, im vergleich zu, nach, vorjahr, "
        "nachdem, anstelle von, anstatt, in der runde zuvor, die runde zuvor, vorgesehen waren"
    ),
    spent=(
        "bisher, bislang, bereits investiert, schon verbaut, seit, im vergangenen jahr, in den vergangenen, "
        "insgesamt schon, sind schon, gesteckt"
    ),
    raise_=(
        "erhöh*, aufgestockt, aufstock*, anheb*, hebt, steigert, steigern, legt nach, ausweiten, mehr, verdoppel*, "
        "steigt, wächst, erweitert"
    ),
    cut="kürz*, senk*, reduzier*, verringer*, streicht, halbier*, zusammengestrichen, schrumpft, gesunken, weniger",
    correct="korrektur, berichtig*, richtigstellung, korrigiert, irrtümlich, fälschlich*",
    from_="von, von bisher, von zuletzt",
    to="auf, auf bis zu, auf mindestens, auf rund",
    delta="um, um rund, um weitere",
    up_from="statt, statt bisher, statt der, nach, gegenüber, nach bisher, nach zuvor, zuvor, vorher",
    government=(
        "der bund, bund und land, bund und länder, das land, bundesregierung, regierung*, staat, ministerium, "
        "bundesministerium*, minister, eu, eu-kommission, brüssel, kommission, steuerzahler, habeck, bundesland, "
        "stadt, britische regierung, vereinigtes königreich, vereinigten königreich"
    ),
    investors="investor*, geldgeber, fonds, banken, bank, aktionär*, finanzinvestor*, konsortium",
    receiver="in, für, an, bei, der",
    gives="gibt, geben, leiht, zahlt, zahlen, steckt, stecken, gewährt, stellt, beteiligt",
    source="von, aus",
    giver="von, durch, aus, vom",
    target="für, in, zum bau, zur, zum, in die, in den, in das, ins",
    no_target=(
        "quartal, halbjahr, jahr, jahre, jahren, monat, monaten, woche, wochen, januar, februar, märz, april, mai, "
        "juni, juli, august, september, oktober, november, dezember, bar, raten, tranchen, form, höhe, aktien, hand, "
        "summe, kasse, aussicht"
    ),
    pronouns=(
        "das unternehmen, der konzern, die firma, der hersteller, der autobauer, die schweden, es, er, sie, "
        "das start-up, die gruppe, der zellhersteller, der autokonzern, konzerns, kernmarke, die chinesen, "
        "die wolfsburger, die franzosen"
    ),
    announces=(
        "plant, will, investiert, kündigt, gibt, hat, ist, wird, steckt, baut, teilt, übernimmt, sagt, erhält, "
        "erzielte, kommt, zieht, legt, meldet, verbucht, streicht"
    ),
    name_endings=(
        "ag, se, gmbh, konzern, gruppe, holding, motors, automotive, energy, group, inc, corp, batteries, mobility, "
        "technologies, power"
    ),
    name_starts=(
        "der, die, das, ein, eine, autobauer, autokonzern, konzern, hersteller, zulieferer, batteriehersteller, us, "
        "deutsche, französische, chinesische, start up, zellhersteller"
    ),
    not_names=(
        "der, die, das, ein, eine, im, in, am, an, auf, bei, für, mit, nach, von, vor, zu, zum, zur, und, oder, aber, "
        "wie, wenn, als, es, er, sie, wir, man, davon, mehr, rund, etwa, bis, seit, unter, über, insgesamt, paris, "
        "london, berlin, frankfurt, wolfsburg, münchen, bund, land, eu, euro, milliarden, millionen, hier, dort, "
        "januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, montag, "
        "dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, china, deutschland, ungarn, europa, usa, "
        "arbeitsplätze, erster, umsatz, gewinn, ziel, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, "
        "zwölf, e, neue, neuer, das unternehmen, us, us-internetkonzern, davies, die aktie, aktie, jährlich, "
        "betroffen, kosten, finanzchef, vorstand, schon, bereits, aktien, analysten, experten, medien, minister, "
        "vereinbart, dazu, damit, dafür, damals, künftig, zudem, auch"
    ),
    descriptors=(
        "hersteller, betreiber, zulieferer, autobauer, konzern, unternehmen, start-up, startup, firma, anbieter, spezialist, "
        "tochter, gruppe, entwickler, produzent, marke, gesellschaft, recycler, versorger, dienstleister, bauer, "
        "joint venture, gemeinschaftsunternehmen, rivale, konkurrent, ausrüster, schmiede"
    ),
    titles=(
        "chef, vorstandschef, finanzchef, firmenchef, geschäftsführer, vorstand, präsident, gründer, sprecher, sprecherin, "
        "minister, ministerin, wirtschaftsminister, ministerpräsident, ministerpräsidentin, kanzler, bürgermeister, "
        "analyst, analystin, professor, herr, frau, betriebsratschef, aufsichtsratschef, chefin"
    ),
    lends="geführte, gestützte, kontrollierte, finanzierte",
    placing="in, bei, nahe, aus",
    news_services="dpa, reuters, afp, handelsblatt, spiegel, bild, faz, dpa-afx, vwd, dow jones, manager magazin",
    scope=(
        "batteriefabrik*, zellfabrik*, batteriewerk*, zellwerk*, batteriezellfabrik*, elektroautofabrik*, autofabrik*, "
        "elektroautowerk*, autowerk*, auto, autos, e-auto*, elektroauto*, elektro*, fahrzeug*, batterie*, zell*, "
        "laden, ladesäule*, ladeinfrastruktur, autobauer, automobil*, lkw, akku*, lithium, hybrid*, gigafactory"
    ),
    this_year="in diesem jahr, dieses jahr, heuer, im laufenden jahr",
    next_year="nächstes jahr, im kommenden jahr, im nächsten jahr",
    durations=(
        r"(?:in|innerhalb|binnen|während|für|über) (?:den |der |die )?(?:kommenden|nächsten|folgenden)? ?{n} jahren?",
        r"(?:kommenden|nächsten|folgenden) {n} jahren?",
    ),
    untils=(
        r"bis (?:zum jahr |ende |anfang |mitte |spätestens |zum ende )?{y}",
        r"spätestens {y}",
    ),
    spans=(
        r"(?:von |zwischen |jahre |für die jahre )?{a} (?:bis|und) {b}",
        r"{a} ?[–—/ ] ?{b}",
    ),
    years=(
        r"(?:im jahr |in |für |für das jahr ){y}",
    ),
    counts={
        "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "zwölf": 12,
    },
    one_off="abschreibung*, wertberichtigung*, sonderbelastung*, restrukturierungskosten, einmaleffekt*",
    peers="rivale, rivalin, konkurrent, konkurrentin, wettbewerber, erzrivale",
)
