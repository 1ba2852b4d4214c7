"""Italian."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="e, ed",
    equals="o, circa, pari a",
    verb_endings="a, e, rà",
    abbreviations=(
        "mld, mln, sig, dott, ing, n, art, es, ecc, s.p.a, spa, inc, co, gen, feb, mar, apr, giu, lug, ago, set, ott, "
        "nov, dic"
    ),
    metrics={
        "investment": (
            "invest*, stanzia*, spend*, destina*, impegna*, mette sul piatto, budget, capex, "
            "spese in conto capitale, impianto?, stabilimento?, fabbrica?, progetto?, gigafactory?, costruire?, "
            "costruzione?, ampliamento?, piano?, programma?, costerà?, elettrificazione?, progetto vale, piano vale, "
            "investimento vale, impianto vale, fabbrica vale, progetto da, vale il progetto"
        ),
        "funding_raised": (
            "raccogli*, raccolt*, round, finanziamento, finanziamenti, aumento di capitale, quotazione, ipo, prestito, "
            "prestiti, obbligazion*, collocamento, emissione, linea di credito, investitori?, ottiene?, riceve?, "
            "chiude?"
        ),
        "acquisition": "acqui*, compra, comprato, rileva, rilevato, opa",
        "subsidy": (
            "sussidi*, contribut*, aiuti, aiuti di stato, incentiv*, bonus, ecobonus, fondi pubblici, pnrr, "
            "credito d'imposta, garanzia statale, agevolazion*, fondi, piattaforma, incentivi, contributo"
        ),
        "loss": "perdita, perdite, perde, rosso, svalutazion*",
        "revenue": "ricavi, fatturato, vendite per?",
        "profit": "utile, utili, profitto, profitti, ebitda, ebit, guadagn*, margine operativo",
        "cash": "liquidità, cassa, disponibilità liquide",
        "valuation": "valutazione, valutata, valutato, capitalizzazione, vale",
        "price": "prezzo, prezzi, costa, a partire da, listino, per azione, al mese, sconto, canone",
        "other": (
            "ordin*, contratt*, multa, multe, sanzione, causa, risarcimento, dazi, dividend*, debit*, risparmi*, "
            "stipendio, riacquisto"
        ),
        "production_capacity": "capacità, produzione, produrre, all'anno, annui",
        "deliveries": "consegn*, vendut*, vendite, immatricol*",
        "jobs": "posti di lavoro, lavorator*, dipendent*, occupa*, assunzion*, esuberi, addetti",
        "users": "utent*, client*",
        "energy": "accumulo, stoccaggio",
        "range_km": "autonomia",
        "percent_change": "aument*, cresc*, crescita, calo, cala, sale, scende, rialzo, diminu*, incremento",
    },
    forecast="prevede, previst*, attes*, obiettivo, stima, stime, punta, sarà",
    status={
        "announced": "annunci*?, investirà, conferma*, firma*, approva*, stanzia, ha deciso, impegna",
        "planned": (
            "prevede, pianifica, vuole, intende, potrebbe, punta, valuta, progetta, obiettivo, trattativa, rinvia*, "
            "mira"
        ),
        "reported": "registra*, realizzato, chiuso",
        "rumoured": "secondo fonti, fonti, indiscrezion*, avrebbe, voci, secondo la stampa, rumor*",
        "denied": (
            "smentisc*, smentito, nega, falso, priva di fondamento, prive di fondamento, privo di fondamento, "
            "infondat*, nessuna trattativa, alcuna trattativa"
        ),
        "completed": (
            "ha investito, hanno investito, completat*, inaugura*, raccolto, acquisito, concluso, già investiti"
        ),
        "cancelled": "annulla*, cancella*, rinuncia*, abbandona*, sospende, ferma",
    },
    postponed="rinvia, rinvia*, sospende, sospend*, congela, congela*, in pausa",
    conditional="soggetto a, soggetta a, in attesa di",
    committed="approvato, firmato, ha firmato, deciso",
    parts={
        "initial": "inizial*, prima fase, prima tranche, subito",
        "additional": "aggiuntiv*, ulterior*, altri, in più, extra",
        "total": "total*, complessiv*, in tutto",
        "annual": "all'anno, annu*, ogni anno",
        "remaining": "rimanent*, restant*, resto",
    },
    silent="più di, non più di, meno di",
    component="di cui, dei quali, tra cui",
    back_reference=(
        "già annunciat*, in precedenza, precedentemente, aveva, avevano, annunciato nel, un anno fa, inizialmente, "
        "a suo tempo"
    ),
    comparison="contro, rispetto a, invece di, dopo",
    year_ago="un anno prima, l'anno precedente, su base annua",
    spent="finora, l'anno scorso, lo scorso anno, ad oggi, ha investito, dal, negli ultimi",
    multiple="il doppio di, il doppio rispetto",
    raise_="aument*, alza, porta, raddoppi*, increment*, sale",
    cut="ridu*, taglia*, abbassa*, dimezza*, cala",
    correct="rettifica, correzione, errata corrige, erroneamente",
    from_="da, dai",
    to="a, fino a",
    delta="di",
    up_from="contro, contro i, dai precedenti, invece di, rispetto ai",
    government=(
        "governo, stato, ministero, ministro, commissione europea, unione europea, ue, regione, mimit, invitalia, "
        "bruxelles, comune"
    ),
    investors="investitor*, fondo, fondi, banca, banche, azionist*",
    receiver="in, nel, nella, per, a",
    source="da, dal, dalla",
    giver="da, dal, dalla, di",
    gives="presta, concede, eroga, fornisce",
    target="in, nel, nella, per, per costruire",
    relative="che",
    pronouns="la società, l'azienda, il gruppo, il costruttore, la casa, la casa automobilistica",
    announces="annuncia, investirà, investe, prevede, costruirà, vuole, ha, conferma, raccoglie, è, punta",
    name_endings="spa, s.p.a, gruppo, group, motors, energy, holding, automobili, technologies",
    name_starts=(
        "il, la, lo, i, gli, le, gruppo, costruttore, azienda, società, cinese, tedesca, startup, anche, inoltre"
    ),
    not_names=(
        "il, la, lo, i, gli, le, un, una, in, di, da, per, con, su, nel, nella, questo, questa, secondo, inoltre, "
        "italia, cina, europa, roma, milano, torino, governo, più, gennaio, febbraio, marzo, aprile, maggio, giugno, "
        "luglio, agosto, settembre, ottobre, novembre, dicembre, totale, prima, nuova"
    ),
    descriptors=(
        "produttore, gruppo, azienda, società, startup, start-up, costruttore, operatore, fornitore, controllata, "
        "marchio, casa, colosso, gigante, consorzio, fondo, impresa"
    ),
    adjectives_follow=True,
    titles=(
        "amministratore delegato, presidente, ad, fondatore, ministro, sindaco, direttore generale, "
        "direttore finanziario, portavoce, analista, ceo"
    ),
    denies="no",
    placing="in, a, presso",
    also="anche, inoltre",
    acts=(
        "investe, investirà, acquista, compra, rileva, raccoglie, chiude, destina, prevede, annuncia, ha "
        "investito, ha acquistato, alza, taglia, vuole"
    ),
    news_services="ansa, reuters, il sole 24 ore, adnkronos, agi, bloomberg",
    scope=(
        "auto, veicol*, elettric*, batteri*, automobil*, ricarica, gigafactory, ibrid*, camion, celle, litio, "
        "autobus, moto elettric*, colonnin*, gigafactories, cella, catod*, anod*, componentistica, furgon*, "
        "motori elettrici, casa automobilistica, case automobilistiche, ricariche, accumulator*, vettura, vetture"
    ),
    this_year="quest'anno",
    next_year="l'anno prossimo, il prossimo anno",
    durations=(
        r"(?:in|nei|entro) (?:i )?(?:prossimi )?{n} anni",
        r"prossimi {n} anni",
    ),
    untils=(
        r"(?:entro|fino al|al|entro il|entro la fine del) (?:il )?{y}",
    ),
    spans=(
        r"(?:tra il|dal|fra il) {a} (?:e il|al) {b}",
        r"{a} ?[–— ] ?{b}",
    ),
    years=(
        r"(?:nel|per il) {y}",
    ),
    counts={"due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9, "dieci": 10},
)
