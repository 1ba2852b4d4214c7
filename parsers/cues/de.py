"""German."""

from __future__ import annotations

from parsers.cues import Cues
from parsers.cues.de_metrics import METRICS

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
    metrics=METRICS,
    forecast=(
        "erwart*, prognos*, ausblick, rechnet, soll, sollen, ziel, ziele, plant, planen, will, wollen, wird, werden, "
        "peilt"
    ),
    status={
        "announced": (
            "kündigt?, angekündigt?, ankündig*?, gibt bekannt?, bekannt gegeben?, mitteilte?, teilte mit?, "
            "beschlossen, beschloss, beschließt, freigegeben, genehmigt*, gibt, frei, unterzeichn*, bestätigt*, "
            "steckt, investiert, entfallen, übergibt, zugesagt, bewilligt, grünes licht, grünem licht, "
            "unterschrieben, unterzeichnete, einigte, einigten, vereinbart, vereinbarten, baut, errichtet, "
            "investiere, werde investieren, wird investieren, stellt bereit, hat zugesagt, zusage, kündigte an, "
            "kündigt an, stockt auf, aufgestockt, teilt mit, gab bekannt, entschied sich, entschieden, "
            "legt den grundstein, grundstein, spatenstich, stellt ein, entscheidung für, stehen bereit, steht bereit"
        ),
        "planned": (
            "plan, plant, planen, geplant*, eingeplant*, will, wollen, wolle, soll, sollen, erwägt, erwägen, könnte, "
            "könnten, ziel, strebt, beabsichtig*, vorgesehen, vorhat, prüft, prüfen, würde, würden, möchte, "
            "in aussicht, absicht*, vorbehaltlich, verschob*, verschieb*, vorsah, angepeilt*, in planung, will noch, "
            "planung, rechne mit, sollte, sollten, bei bedarf, kalkuliert, rechnet, auf eis, legt auf eis, "
            "auf den prüfstand, prüfstand, verschiebt, verschoben, vertagt, aufgeschoben, unterbricht, unterbrochen, "
            "pausiert, im gespräch, verhandelt, verhandlungen, könne, wollte, vorgesehen sind, sind vorgesehen, "
            "nur noch, schätzt, geschätzt, absichtserklärung, voraussichtlich, dürfte, dürften, denkt über, "
            "überlegt, erwogen, hofft, anpeilt, kalkulieren"
        ),
        "reported": "erzielte, erwirtschaftete, verbuchte, bilanz",
        "rumoured": (
            "kreisen zufolge, insider*, medienbericht*, laut kreisen, kreise, mit der angelegenheit vertraut*, "
            "gerücht*, angeblich, spekulation*, dem vernehmen nach, soll laut, aus unternehmenskreisen, "
            "wie aus kreisen, in kreisen, eingeweihte, personen, die mit, laut einem bericht, laut bericht, "
            "soll dem vernehmen, insidern zufolge, insiderkreise, wie es heißt, mehreren insidern, "
            "mehreren personen, aus regierungskreisen, aus finanzkreisen, aus verhandlungskreisen, "
            "verhandlungskreise, berichtet unter berufung, unter berufung auf, berichtete das, berichtet das, "
            "berichten zufolge, einem bericht zufolge, medienberichten zufolge, soll angeblich, gerüchteküche, "
            "gerüchten zufolge, spekuliert"
        ),
        "denied": (
            "dementier*, weist zurück, bestreitet, stimmt nicht, falschmeldung, dementiert, dementierte, "
            "wies zurück, zurückgewiesen, unzutreffend, trifft nicht zu, entbehrt, frei erfunden, falsch, "
            "keine grundlage, nicht geplant, keine pläne, aus der luft gegriffen, haltlos*, jeder grundlage"
        ),
        "completed": (
            "abgeschlossen, hat investiert, haben investiert, eröffnet, eingeweiht, übernommen, gekauft, "
            "eingesammelt, bereits investiert, sind schon verbaut, hatten, bisher, in betrieb genommen, "
            "erhalten hat, erhielt, gesteckt, gesteckt hat, vollzogen, vollzieht, schließt ab, abschluss der, "
            "hat gesichert, gesichert, sichert sich, sicherte sich, erhalten, geflossen, geflossen sind, ausgezahlt, "
            "abgerufen worden, sind geflossen, hat übernommen, hat gekauft, hat eingesammelt, hat erhalten, "
            "wurde investiert, wurden investiert, investierte, eröffnete, nahm in betrieb, geht in betrieb, "
            "gingen an, bekommt frisches, sammelt, gekostet, bereits ausgegeben, schon ausgegeben, hat ausgegeben"
        ),
        "cancelled": (
            "zieht sich, rückzug, steigt aus, stellt ein, stellt den betrieb ein, gibt den plan auf, abgesagt, "
            "gestrichen, streicht, storniert, stoppt, gestoppt, aufgegeben, gibt auf, zurückgezogen, verzichtet, "
            "begräbt, nicht mehr, abbruch, das aus für, aus für, endgültig gestrichen, gestrichen sind, kippt, "
            "gekippt, beerdigt, begraben, baut nicht, baut keine, wird nicht gebaut, nicht gebaut, beendet, "
            "verwirft, verworfen, abgeblasen, bläst ab, geplatzt, platzt, scheitert, gescheitert, zieht zurück, "
            "rückgängig, annulliert, vom tisch, gibt fabrik auf, gibt werk auf, gibt pläne auf"
        ),
    },
    postponed="auf eis, verschiebt, verschoben, verschieben, pausiert, pausieren, stoppt vorerst, legt vorerst",
    conditional="vorbehaltlich, muss noch zustimmen, müssen noch zustimmen, steht noch aus, noch genehmigen",
    committed="beschlossen, beschloss, freigegeben, genehmigt, unterzeichnet, unterschrieben, gab grünes licht",
    parts={
        "initial": (
            "zunächst, anfänglich*, erste phase, erste tranche, in der ersten stufe, davon sofort, sofort, anfangs, "
            "erster schritt, in einem ersten schritt, im ersten schritt, erster bauabschnitt, ersten bauabschnitt, "
            "erste ausbaustufe, ersten ausbaustufe, anfangsinvestition, startkapital, anschubfinanzierung, "
            "fürs erste, in der ersten phase"
        ),
        "additional": (
            "zusätzlich*, weitere, weiteren, weiterer, hinzu kommen, hinzu kommt, obendrauf, extra, darüber hinaus, "
            "aufstock*, nochmals, noch einmal, um weitere, abermals, zusätzliche, zusätzlichen, nachschuss, "
            "nachlegen, legt nach, ergänzend"
        ),
        "total": (
            "insgesamt, gesamt*, summe, zusammen, alles in allem, in summe, gesamtinvestition, gesamtvolumen, "
            "gesamtsumme, gesamtwert, im ganzen, unterm strich, alles zusammen, auf insgesamt, summieren"
        ),
        "annual": (
            "jährlich*, pro jahr, im jahr, jahresetat, jedes jahr, im laufenden jahr, für das laufende jahr, "
            "in diesem jahr, jährliche, jahresbudget"
        ),
        "remaining": "verbleibend*, restlich*, rest",
    },
    silent="bisher größte*, bislang größte*, bisher höchste*, bislang höchste*",
    component="davon, darunter, entfallen, anteil, jeweils, teil",
    back_reference=(
        "bereits bekannt, wie bekannt, zuvor angekündigt, bisher angekündigt, früher*, ursprünglich, im vorigen, "
        "vorigen, im vergangenen jahr angekündigt, hatte, hatten, damals, einst, vor einem jahr, seinerzeit, "
        "schon angekündigt, bereits angekündigt, ehemals, vereinbart worden war, war vereinbart, zugesagt hatten, "
        "versprochen hatte, versprochen hatten, im vergangenen monat, vergangene woche, im vorjahr, im jahr zuvor, "
        "vor jahren, vor monaten, zuletzt hatte, bereits 2018, bereits 2019, bereits 2020, bereits 2021, "
        "bereits 2022, bereits 2023, bereits 2024, zuletzt geplanten, zuvor geplanten, bisher geplanten, "
        "einst geplant*, ursprünglich geplant*, waren einmal, war einmal, in aussicht gestellt worden, "
        "nach früheren angaben, früheren angaben, vor zwei jahren, vor drei jahren, vor fünf jahren, "
        "vor einem halben jahr, jahrestag, rückblick, im vorgängerprogramm, hatte angekündigt, hatten angekündigt, "
        "angekündigte, angekündigten, zuletzt, schon im, im sommer hatte, im frühjahr hatte, im herbst hatte, "
        "im winter hatte, vorherige*, vorangegangen*, davor, bereits gewährte, bereits gewährten, bereits gewährt, "
        "bereits zugesagte, bereits zugesagten, bereits gezahlte, bereits ausgezahlte, schon gewährte, "
        "zugesagt worden, bewilligt worden, gezeichnet hatte, gezahlt hatte, gewährt hatte"
    ),
    as_said="wie ",
    instead="statt, anstelle, anstatt",
    comparison=(
        "zuvor noch, zuvor, bisher, bislang, statt, gegenüber, verglichen mit, im vergleich zu, nach, vorjahr, "
        "nachdem, anstelle von, anstatt, in der runde zuvor, die runde zuvor, vorgesehen waren, ehemalige, "
        "ehemaligen, früheren, einstigen"
    ),
    year_ago=(
        "im vorjahr, vor jahresfrist, vorjahreszeitraum, im jahr zuvor, ein jahr zuvor, vorjahr, vorjahresquartal, "
        "vorjahreswert"
    ),
    spent=(
        "bisher, bislang, bereits investiert, schon verbaut, seit, im vergangenen jahr, in den vergangenen, "
        "insgesamt schon, sind schon, gesteckt, seit 2018, seit 2019, seit 2020, seit 2021, bis heute, inzwischen, "
        "geflossen sind, sind geflossen, wurden ausgegeben, wurde ausgegeben, ausgezahlt, bis jetzt, in den letzten, "
        "im vorjahr, in den vergangenen jahren, gekostet hat, gekostet haben, gekostet hatte, hat gekostet, "
        "hatte gekostet, gab aus, hat ausgegeben, haben ausgegeben, ausgegeben, investierte bisher, "
        "bereits ausgegeben, schon ausgegeben, bisher ausgegeben"
    ),
    grows=(
        "wird teurer, teurer, wird größer, größer, erhöht investition*, stockt auf, verdoppelt, weitet aus, "
        "mehr geld für"
    ),
    shrinks="speckt ab, wird kleiner, kleiner, kürzt, schrumpft, halbiert, streicht zusammen, spart bei, dampft ein",
    multiple="doppelt so viel wie, doppelt so viel, dreimal so viel, das doppelte, mehr als das doppelte",
    raise_=(
        "erhöh*, aufgestockt, aufstock*, anheb*, hebt, steigert, steigern, legt nach, ausweiten, mehr, verdoppel*, "
        "steigt, wächst, erweitert, teurer, verteuer*, mehrkosten, größer, ausgebaut"
    ),
    cut=(
        "kürz*, senk*, reduzier*, verringer*, streicht, halbier*, zusammengestrichen, schrumpft, gesunken, weniger, "
        "kleiner, sinkt, sinken, sank, speckt ab, abgespeckt, dampft ein, eingedampft"
    ),
    correct="korrektur, berichtig*, richtigstellung, korrigiert, irrtümlich, fälschlich*",
    mistaken="irrtümlich, fälschlich*, in einer früheren fassung, in einer früheren version",
    more_than="mehr als bisher, mehr als geplant, mehr als zuletzt, mehr als noch, mehr als ursprünglich",
    less_than=(
        "weniger als bisher, weniger als geplant, weniger als zuletzt, weniger als noch, weniger als ursprünglich"
    ),
    from_="von, von bisher, von zuletzt, nicht",
    to="auf, auf bis zu, auf mindestens, auf rund, sondern, sondern nur, sondern rund",
    delta="um, um rund, um weitere",
    up_from=(
        "statt, statt bisher, statt der, nach, gegenüber, nach bisher, nach zuvor, zuvor, vorher, bisher waren, "
        "bislang waren, zuvor waren, ursprünglich waren, vorher waren, zuletzt waren"
    ),
    government=(
        "der bund, bund und land, bund und länder, das land, bundesregierung, regierung*, staat, ministerium, "
        "bundesministerium*, minister, eu, eu-kommission, brüssel, kommission, steuerzahler, habeck, bundesland, "
        "stadt, britische regierung, vereinigtes königreich, vereinigten königreich, landkreis, kommune, gemeinde, "
        "freistaat, thüringen, sachsen, bayern, niedersachsen, brandenburg, baden-württemberg, rheinland-pfalz, "
        "saarland, hessen, nordrhein-westfalen, schleswig-holstein, mecklenburg-vorpommern, sachsen-anhalt, "
        "land thüringen, land niedersachsen, land sachsen, ministeriums, energieministerium*, "
        "wirtschaftsministerium*, verkehrsministerium*, finanzministerium*, umweltministerium*, landesregierung"
    ),
    others="zulieferer, lieferanten, andere hersteller, wettbewerber, kritiker, gewerkschaften, anwohner",
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
    relative="die, der, das",
    pronouns=(
        "das unternehmen, der konzern, die firma, der hersteller, der autobauer, die schweden, es, er, sie, "
        "das start-up, die gruppe, der zellhersteller, der autokonzern, konzerns, kernmarke, die chinesen, "
        "die wolfsburger, die franzosen, getragene unternehmen, geführte unternehmen, gehaltene unternehmen"
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
        "der, die, das, ein, eine, im, in, am, an, auf, bei, für, mit, nach, von, vor, zu, zum, zur, und, oder, "
        "aber, wie, wenn, als, es, er, sie, wir, man, davon, mehr, rund, etwa, bis, seit, unter, über, insgesamt, "
        "paris, london, berlin, frankfurt, wolfsburg, münchen, bund, land, eu, euro, milliarden, millionen, hier, "
        "dort, januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, "
        "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, china, deutschland, ungarn, europa, usa, "
        "arbeitsplätze, erster, umsatz, gewinn, ziel, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, "
        "zwölf, e, neue, neuer, das unternehmen, us, us-internetkonzern, davies, die aktie, aktie, jährlich, "
        "betroffen, kosten, finanzchef, vorstand, schon, bereits, aktien, analysten, experten, medien, minister, "
        "vereinbart, dazu, damit, dafür, damals, künftig, zudem, auch, kunden, investoren, betriebsrat, "
        "aufsichtsrat, konzernchef, gewerkschaft, ig metall, branche, händler, verbraucher, verband, ministerium, "
        "wirtschaftsministerium, landesregierung, niedersachsen, bayern, sachsen, thüringen, brandenburg, hessen, "
        "baden-württemberg, rheinland-pfalz, saarland, hamburg, bremen, stuttgart, hannover, köln, leipzig, dresden, "
        "wien, zürich, brüssel, straßburg, frankreich, italien, spanien, polen, österreich, schweiz, schweden, "
        "norwegen, tschechien, slowakei, türkei, marokko, kanada, mexiko, indien, japan, südkorea, asien, "
        "nordamerika, amerika, elektroautos, autos, batterien, zellen, werk, werke, fabrik, standort, anteil, "
        "anteile, angebot, preis, preise, markt, produktion, verkäufe, auslieferungen, investitionen, ausgaben, "
        "gewinne, verluste, chef, manager, mitarbeiter, antragsteller, anwohner, bürger, politik, experte, analyst, "
        "banken, bank, aktionäre, zuletzt, zunächst, allerdings, dennoch, doch, denn, trotz, wegen, angesichts, "
        "laut, ende, anfang, mitte, für das, bei der"
    ),
    descriptors=(
        "hersteller, betreiber, zulieferer, autobauer, konzern, unternehmen, start-up, startup, firma, anbieter, "
        "spezialist, tochter, gruppe, entwickler, produzent, marke, gesellschaft, recycler, versorger, dienstleister, "
        "bauer, joint venture, gemeinschaftsunternehmen, rivale, konkurrent, ausrüster, schmiede"
    ),
    titles=(
        "chef, vorstandschef, finanzchef, firmenchef, geschäftsführer, vorstand, präsident, gründer, sprecher, "
        "sprecherin, minister, ministerin, wirtschaftsminister, ministerpräsident, ministerpräsidentin, kanzler, "
        "bürgermeister, analyst, analystin, professor, herr, frau, betriebsratschef, aufsichtsratschef, chefin"
    ),
    lends="geführte, gestützte, kontrollierte, finanzierte, lieferant, zulieferer, ausgründung, partner",
    seats="aus",
    denies="nein",
    also="auch, ebenfalls, unterdessen, derweil",
    hearsay="bericht, berichte, medienbericht, medienberichte, insider, kreise",
    placing="in, bei, nahe, aus",
    owning=r"s?[ -]\w{0,12}(?:tochter|tochterfirma|tochterunternehmen|tochtergesellschaft|marke|ableger) ",
    says="sagte, teilte, erklärte, hieß es, berichtete, kündigte, meldete, gab, bestätigte, schrieb",
    acts=(
        "erhöht, investiert, steckt, kauft, übernimmt, sammelt, sichert, sicherte, baut, plant, stockt, zahlt, "
        "kassiert, bekommt, erhält, verkauft, kürzt, streicht, legt, will, hat"
    ),
    news_services="dpa, reuters, afp, handelsblatt, spiegel, bild, faz, dpa-afx, vwd, dow jones, manager magazin",
    scope=(
        "batteriefabrik*, zellfabrik*, batteriewerk*, zellwerk*, batteriezellfabrik*, elektroautofabrik*, "
        "autofabrik*, elektroautowerk*, autowerk*, auto, autos, e-auto*, elektroauto*, elektro*, fahrzeug*, "
        "batterie*, zell*, laden, ladesäule*, ladeinfrastruktur, autobauer, automobil*, lkw, akku*, lithium, "
        "hybrid*, gigafactory, ladepunkt*, schnelllade*, ladepark*, ladenetz*, ladestation*, ladetechnik, wallbox*, "
        "stromer*, e-autos, elektrobus*, elektro-lkw, zellfertigung, kathoden*, anoden*, e-motor*, elektromotor*, "
        "e-achse*, elektroantrieb*, e-antrieb*, e-bus*, elektroroller, wechselstation*, e-lkw, festkörper*, "
        "natrium-ionen*, kobalt, kathodenmaterial*, anodenmaterial*, antriebs*, autozulieferer*, autokonzern*, "
        "autohersteller*, pkw, kleinwagen, transporter, nutzfahrzeug*, speicherwerk*, recyclingwerk*"
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
