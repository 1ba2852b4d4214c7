"""Dutch."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="en",
    owns="s, 's",
    equals="of, ongeveer, omgerekend",
    verb_endings="t",
    compounds=True,
    verb_final=True,
    abbreviations=(
        "mld, mln, dhr, mevr, nr, bijv, ca, o.a, d.w.z, b.v, n.v, inc, co, jan, feb, mrt, apr, jun, jul, aug, sep, "
        "okt, nov, dec"
    ),
    metrics={
        "investment": (
            "batterijfabriek*?, accufabriek*?, autofabriek*?, invester*, investeer*, investering*, steekt, steken, "
            "gestoken, uittrekken, trekt uit, besteden, besteedt, begroting, budget, kapitaaluitgaven, uitgeven, "
            "pompt, pompen, fabriek?, fabrieken?, project?, vestiging?, bouwen?, uitbreiding?, plan?, programma?, "
            "kost?, elektrificatie?"
        ),
        "funding_raised": (
            "financieringsronde, financiering, haalt op, opgehaald, ophalen, kapitaalronde, kapitaalverhoging, "
            "beursgang, lening, leningen, obligatie*, krediet, emissie, aandelenuitgifte, investeerders?, ontvangt?, "
            "krijgt?, investeringsronde, kapitaalinjectie"
        ),
        "acquisition": "overname, overnemen, neemt over, overgenomen, koopt, kopen, gekocht, acquisitie",
        "subsidy": "subsidie*, staatssteun, steun, overheidssteun, toeslag, garantie, belastingvoordeel",
        "loss": "verlies*, verliest, verloor, afschrijving*, afboeking*",
        "revenue": "omzet*, opbrengst*, inkomsten",
        "profit": "winst*, nettowinst, ebitda, bedrijfsresultaat, verdient, verdiende",
        "cash": "kas, kaspositie, liquide middelen, kasgeld",
        "valuation": "waardering, gewaardeerd, beurswaarde, marktwaarde",
        "price": "prijs, prijzen, kost vanaf, vanaf, per aandeel, per maand, korting, catalogusprijs, vanafprijs",
        "other": (
            "order*, contract*, boete*, schadevergoeding, rechtszaak, importheffing*, heffing*, dividend*, schuld*, "
            "besparing*, besparen, salaris, inkoop van aandelen, sociaal plan, afvloeiing*, ontslagvergoeding*"
        ),
        "production_capacity": "capaciteit, productie, produceren, per jaar, jaarlijks",
        "deliveries": "geleverd, levering*, verkocht, verkopen, registraties, afzet",
        "jobs": "banen, werknemers, arbeidsplaatsen, medewerkers, ontslag*, personeel",
        "users": "gebruikers, klanten",
        "energy": "opslag, batterijopslag",
        "range_km": "actieradius, rijbereik",
        "percent_change": "gestegen, steeg, stijgt, stijging, groei, groeide, gedaald, daalde, daling, toename, afname",
    },
    forecast="verwacht*, prognose, doel, wil, zal, zullen, zou, moet, plannen, gepland",
    status={
        "announced": (
            "kondigt?, aangekondigd?, bevestigt, getekend, tekent, goedgekeurd, zal investeren, investeert, besloten, "
            "gaat"
        ),
        "planned": (
            "wil, willen, plant, gepland, van plan, overweegt, zou, zouden, mogelijk, beoogt, streeft, onderzoekt, "
            "uitgesteld, verwacht"
        ),
        "reported": "boekte, behaalde, rapporteerde",
        "rumoured": "volgens bronnen, bronnen, ingewijden, gerucht*, volgens media, naar verluidt",
        "denied": "ontkent, ontkende, onjuist, onwaar, ongegrond, uit de lucht gegrepen, geen sprake van",
        "completed": "heeft geïnvesteerd, afgerond, geopend, opgehaald, overgenomen, gekocht, voltooid, tot nu toe",
        "cancelled": "geschrapt, schrapt, geannuleerd, annuleert, stopt, staakt, ziet af, afgeblazen, ingetrokken",
    },
    postponed="uitgesteld, stelt uit, pauzeert, op pauze, in de ijskast",
    conditional="onder voorbehoud, moet nog, afhankelijk van",
    committed="goedgekeurd, getekend, ondertekend, besloten",
    parts={
        "initial": "eerste fase, aanvankelijk, in eerste instantie, initieel, initiële, meteen",
        "additional": "extra, aanvullend*, bijkomend*, daarbovenop, nog eens",
        "total": "totaal, totale, in totaal, samen",
        "annual": "per jaar, jaarlijks*, elk jaar",
        "remaining": "resterend*, overige, rest",
    },
    silent="meer dan, niet meer dan, minder dan",
    component="waarvan, daarvan, onder meer",
    back_reference=(
        "eerder aangekondigd, al aangekondigd, eerder, aanvankelijk, oorspronkelijk, had, hadden, destijds, "
        "vorig jaar aangekondigd"
    ),
    comparison="tegen, tegenover, vergeleken met, in plaats van, na",
    spent="tot nu toe, vorig jaar, tot dusver, sinds, heeft geïnvesteerd, afgelopen",
    raise_="verhoog*, verhogen, verhoogt, uitbreid*, verdubbel*, stijgt, opgeschroefd",
    cut="verlaag*, verlagen, verlaagt, verminder*, schrapt, halveer*, bezuinig*",
    correct="correctie, rectificatie, gecorrigeerd, abusievelijk",
    from_="van",
    to="naar, tot",
    delta="met",
    up_from="in plaats van, tegenover, tegen, van eerder",
    government=(
        "regering, overheid, de staat, ministerie, minister, europese commissie, europese unie, eu, provincie, "
        "gemeente, brussel, kabinet, rijk"
    ),
    investors=(
        "investeerders, belegger*, fonds, fondsen, bank, banken, aandeelhouder*, pensioenfonds*, pensioenuitvoerder, "
        "staatsbank, durfkapitaal*"
    ),
    receiver="in, aan, voor, bij",
    source="van",
    giver="van, door",
    gives="leent, verstrekt, geeft, verleent, leidt, investeert, stapt in",
    target="in, voor, voor de bouw van",
    relative="die",
    pronouns="het bedrijf, de onderneming, de groep, de fabrikant, het concern, de autobouwer, de automaker",
    announces="investeert, kondigt, wil, gaat, heeft, bouwt, is, steekt, haalt, bevestigt, plant, neemt",
    name_endings="nv, bv, groep, group, motors, energy, holding, automotive, technologies",
    name_starts=(
        "de, het, een, autobouwer, fabrikant, bedrijf, chinese, duitse, nederlandse, concern, start up, ook, "
        "bovendien"
    ),
    not_names=(
        "de, het, een, in, op, van, voor, met, door, bij, dit, deze, dat, volgens, ook, nederland, china, europa, "
        "duitsland, brussel, amsterdam, meer, totaal, eerste, nieuwe, januari, februari, maart, april, mei, juni, "
        "juli, augustus, september, oktober, november, december"
    ),
    descriptors=(
        "fabrikant, bedrijf, concern, autobouwer, start-up, startup, onderneming, leverancier, dochter, merk, groep, "
        "exploitant, maker, producent, ontwikkelaar, aanbieder, bouwer"
    ),
    titles=(
        "topman, topvrouw, directeur, bestuursvoorzitter, ceo, financieel directeur, oprichter, minister, "
        "burgemeester, woordvoerder, woordvoerster, analist, voorzitter"
    ),
    seats="uit",
    denies="nee",
    placing="in, bij, nabij",
    also="ook, eveneens",
    acts=(
        "investeert, steekt, koopt, haalt, sluit, neemt, trekt, plant, wil, verhoogt, verlaagt, schrapt, kondigt, "
        "bouwt"
    ),
    news_services="anp, reuters, fd, nos, bloomberg",
    scope=(
        "batterijfabriek*, accufabriek*, autofabriek*, auto*, elektrisch*, voertuig*, batterij*, accu*, laadpa*, "
        "opladen, laadinfrastructuur, hybride*, vrachtwagen*, cellen, lithium, gigafabriek, laadstation*, "
        "laadnetwerk*, elektrische bus*, e-bus*, bussen, bestelwagen*, gigafabrieken, kathode*, anode*, "
        "batterijcel*, batterijcellen, accucel*, vrachtauto*, laadpunt*, snellader*, autobouwer*, autofabrikant*, "
        "hybride, truck*, e-bike*, scooter*"
    ),
    this_year="dit jaar",
    next_year="volgend jaar, komend jaar",
    durations=(
        r"(?:in|binnen|over|voor) (?:de )?(?:komende )?{n} jaar",
        r"komende {n} jaar",
    ),
    untils=(
        r"(?:tot|tegen|vóór|uiterlijk in|tot en met) (?:eind |het jaar )?{y}",
    ),
    spans=(
        r"(?:van|tussen) {a} (?:tot|en|tot en met) {b}",
        r"{a} ?[–— ] ?{b}",
    ),
    years=(
        r"(?:in|voor) {y}",
    ),
    counts={"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10},
)
