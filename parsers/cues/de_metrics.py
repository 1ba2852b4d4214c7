"""German phrases that tell what a number measures, by the name of `parsers.metrics`."""

from __future__ import annotations

METRICS = {
    "investment": (
        "batteriefabrik*?, zellfabrik*?, batteriewerk*?, zellwerk*?, batteriezellfabrik*?, elektroautofabrik*?, "
        "autofabrik*?, elektroautowerk*?, autowerk*?, investier*, investition*, invest, steckt, stecken, "
        "gesteckt, plant fast?, ausgeben, ausgibt, ausgaben für, pumpt, pumpen, fließen, fließt, aufwenden, "
        "aufwendungen für, in die hand, kostet die fabrik, kostet der bau, baukosten, investitionsplan, "
        "sachinvestitionen, finanzspritze, etat, budget, entfallen, freigegeben, verbaut, fabrik?, fabriken?, "
        "batteriewerk?, zellwerk?, werk?, werks?, werke?, projekt?, projekts?, projekte?, standort?, ausbau?, "
        "bau?, bauen?, entwicklung?, aufbau?, zukunftsthemen?, e-mobilität?, elektromobilität?, programm?, "
        "fünfjahresplan, kostet?, kosten?, planung?, zukunftsinvestition*, kapazitätsausbau?, forschung?, "
        "umbau?, produktion?, vorhaben?, geldhahn?, ausgegeben, sachanlagen, in den ausbau?, in den bau?, "
        "pumpte, steckte, investierte, kosten wird?, investitionssumme, investitionsvolumen, investitionsbudget, "
        "investitionskosten, investitionsprogramm, investitionspaket, investitionsoffensive, "
        "investitionsentscheidung, gesamtinvestition*, milliardeninvestition*, großinvestition*, "
        "eigeninvestition*, investiert werden, investieren will, in die hand nehmen, lässt sich kosten, "
        "nimmt in die hand, kosten soll?, kosten werde?, soll kosten?, veranschlagt, bereitgestellt?, "
        "stellt bereit?, stellt zur verfügung?, zur verfügung?, gibt aus, auszugeben, ausgegeben werden, "
        "hineingesteckt, reinsteckt, gebuttert, buttert, aufwendet, aufgewendet, mobilisiert, mobilisieren, "
        "vorgesehen?, eingeplant?, entwicklungskosten, entwicklungsausgaben, forschungsausgaben, f&e-ausgaben, "
        "kapitaleinsatz, werksausbau?, werksneubau?, neubau?, gigafactory?, gigafabrik?, montagewerk?, "
        "presswerk?, ladenetz?, ladepark*?, erweiterung?, modernisierung?, umrüstung?, batteriefertigung?, "
        "zellfertigung?, entwicklungszentrum?, forschungszentrum?, logistikzentrum?, stockt auf?, aufgestockt?, "
        "geflossen, baut?, errichtet?, bau eines werks, vereinbarung über?, hochzieht, hochziehen, "
        "beziffert auf, veranschlagt auf"
    ),
    "funding_raised": (
        "kapitalerhöhung*, finanzierungsrunde*, finanzierung, einsammelt, eingesammelt, sammelt, einsammeln, "
        "börsengang, anleihe*, wandelanleihe*, kredit, kredite, kreditlinie, darlehen, emission, aktienverkauf, "
        "neue aktien, kapital aufgenommen, aufgenommen, aufnehmen, steigt ein?, beteilig*?, geldgeber?, "
        "investoren?, investor?, erlös*?, platzier*, frisches geld, kommen aus?, milliardenspritze, "
        "konsortialkredit, kreditlinien, kreditlinien über, sichert sich?, finanzspritze für, "
        "grüne finanzierung, brückenkredit, überbrückungskredit, schuldschein*, eigenkapital, kapitalspritze, "
        "rettungspaket?, sammelte, einwerben, eingeworben, wirbt, börsenerlös, bezugsrecht*, aktienplatzierung, "
        "mehrzuteilung, refinanzier*, konsortium von banken, finanzierungszusage?, millionenkredit, "
        "milliardenkredit, darlehens, series a, series b, series c, series d, wagniskapital, holt sich?, "
        "zusicherung?, abgerufen werden, zugesagt?, zusage?, gesichert?, sichert, kredit über, kreditrahmen, "
        "kredite über, kreditvertrag, darlehen über, finanzierung über, finanzierungspaket, "
        "finanzierungszusage*, fremdkapital, fremdfinanzierung, eigenmittel?, risikokapital, wachstumskapital, "
        "wachstumsfinanzierung, seed-runde, serie a, serie b, serie c, serie d, kapitalmaßnahme, kapitalrunde, "
        "investmentrunde, finanzierungsrunde über, geldspritze, millionenspritze, frisches kapital, "
        "frischem kapital, neues geld, börsendebüt, aktienemission, aktienausgabe, wandeldarlehen, "
        "hybridanleihe, grüne anleihe, green bond, gläubiger?, bankenkonsortium, konsortium aus, rahmen könne?, "
        "eib, europäische investitionsbank, beteiligt sich, beteiligung an, beteiligung von, einstieg von?, "
        "einstieg bei?, anteilsverkauf?, bekommt frisches geld, stellt bereit, holt für?, leihen, leiht, "
        "überbrückungshilfe, überbrückungsfinanzierung, nachrangiges darlehen, finanzspritze, wandelanleihe"
    ),
    "acquisition": (
        "übernahme, übernehm*, übernimmt, übernommen, kauft, kaufen?, gekauft, kaufpreis, erwirbt, erworben, "
        "erwerb, zukauf, akquisition, der kaufpreis, mehrheit übernommen, übernahmepreis, aufkauf, kaufsumme, "
        "legt für?, blättert für?, für den anteil, für die mehrheit, aufgekauft, übernahmeangebot, "
        "übernahmeofferte, gebot, gebote, offerte, bieterkampf, bietet, geboten, mehrheitsbeteiligung, "
        "restlichen anteile, übrigen anteile, kauf von, kauf des, kauf der, zukäufe, transaktion?, "
        "transaktionswert, transaktionsvolumen, gesamtwert?, aktienpaket, anteilskauf, vollzogen?"
    ),
    "subsidy": (
        "beihilfe*, zuschuss, zuschüsse*, zuschüssen, förder*, fördermittel*, subvention*, bürgschaft*, "
        "garantien, prämie, prämien, kaufprämie*, umweltbonus, staatshilfe*, steuergeld*, steuerbonus, "
        "staatliche hilfe*, bund und land?, der bund, das land?, steuergutschrift*, reserviert?, übergibt?, "
        "bewilligt?, kfw, fördergeld*, förderung, zuwendung*, kaufanreiz*, umweltprämie, steuervorteil*, "
        "steuerentlastung*, bundesmittel, landesmittel, staatsgeld*, fördertopf, zuschusses, förderzusage*, "
        "förderbescheid*, förderprogramm*, staatliche förderung, staatlicher förderung, staatliche garantie*, "
        "landesbürgschaft*, steuererleichterung*, zuschüsse, abgerufen?, stünden bereit?, stehen bereit?, "
        "eu-mittel, eu-gelder, öffentliche mittel, öffentlichen mitteln, öffentliche gelder, staatliches geld, "
        "staatskredit, subventionen, coronahilfe*, kurzarbeitergeld, innovationsfonds, klimafonds, fördert, "
        "fördern, bezuschusst, vom staat"
    ),
    "loss": (
        "verlust*, minus, fehlbetrag, abschreibung*, abschreib*, wertberichtigung*, sonderbelastung*, "
        "belastung*, rote zahlen, verbrannt, fehlten, fehlen, belastet, sondereffekt*, restrukturierungskosten, "
        "umbaukosten, wertminderung*, impairment, goodwill abschreibung*, drohverlust*, einmalaufwand, "
        "einmaleffekt*, verbrennt, verbrannte, defizit, in den roten zahlen, schreibt?, sonderbelastungen, "
        "sonderaufwendungen, sonderaufwand, einmalbelastung*, einmalkosten, abschreibungen, wertberichtigungen, "
        "rückstellung*, belastungen von, belastet das ergebnis, minus von, nettoverlust, betriebsverlust, "
        "jahresfehlbetrag, konzernverlust, kosten für den ausstieg, ausstiegskosten, abwicklungskosten, "
        "schließungskosten, restrukturierung, belasten das ergebnis, ergebnisbelastung, belasten"
    ),
    "revenue": (
        "umsatz*, erlöse, umsätze, einnahmen, umsatzerlöse, umsatz von, erlöse von, umsatzziel, konzernumsatz, "
        "nettoumsatz, jahresumsatz"
    ),
    "profit": (
        "gewinn*, nettogewinn, überschuss, ergebnis, ebit, ebitda, nettoergebnis, betriebsergebnis, "
        "konzernergebnis, verdien*, cashflow, unterm strich, sondergewinn*, reingewinn, operatives ergebnis, "
        "vorsteuergewinn, jahresüberschuss, neubewertung?"
    ),
    "cash": (
        "liquidität, barmittel, bargeld, in der kasse, kassenbestand, nettoliquidität, auf der hohen kante, "
        "kriegskasse, liquide mittel, flüssige mittel, kassenbestände"
    ),
    "valuation": (
        "bewertung, bewertet, börsenwert, marktkapitalisierung, unternehmenswert, wert von?, bewertung von, "
        "bewertet mit, bewertet wird, unternehmensbewertung, börsenwert von"
    ),
    "price": (
        "preis, preise, listenpreis, grundpreis, kaufpreis von, pro aktie, je aktie, ab, kostet ab, leasingrate, "
        "rabatt, monatlich, einstiegspreis, einstiegsmodell, kostet?, kilowattstunde, im abo, "
        "pro kilowattstunde, für unter, preisschild, aufpreis, kaufpreis für das auto, verkaufspreis, "
        "basispreis, kaufpreis ab, preis ab, kosten ab, startpreis, ab einem preis, zum preis, leasing, "
        "monatsrate, pro monat, im monat, je kilowattstunde, cent pro, preis von, teurer, günstiger, "
        "basisversion, basismodell, modelle für unter, modelle unter"
    ),
    "other": (
        "auftrag, aufträge, auftragswert, vertrag, liefervertrag, strafe, bußgeld, schadenersatz, klage, zoll, "
        "zölle, dividende*, schulden, sparen, einsparung*, sparprogramm, sparziel, kosten senken, gehalt, vergütung, "
        "bonuszahlung, marktvolumen, rückruf, handelsvolumen, export*, aktienrückkauf, nachzahlung, vergleich?, "
        "miete, lücke, kostenlücke, die kosten, kosten dringend, kosten um, einsparen, einzusparen, kostensenkung*, "
        "sparpaket, sparvorgabe, abfindung*, lohn, löhne, boni, tarif*, schuldenberg, verbindlichkeiten, bußgelder, "
        "schadensersatz, vergleichszahlung, auftragsbestand, auftragsvolumen, großauftrag, marktwert?, "
        "eigene aktien, aktienrückkauf*, bestellung*, orderbuch, auftrag über, vertrag über, schulden von, "
        "marktgröße, gesamtkosten?, stundenlohn, mindestlohn, sonderzahlung, prämie für mitarbeiter, insolvenz*, "
        "forderung*, schadensumme, lösegeld, spende*, importzoll, strafzoll, strafzölle, zusatzzoll, synergien, "
        "einsparungen, einsparziel, kostensenkungen, sparpläne, dividende, dividendensumme, ausschüttung, nachlass, "
        "rabatt, ersparnis*, loch von, sozialplan*"
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
}
