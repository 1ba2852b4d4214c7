"""English: who is a company, and who is not. Lists of phrases, in the notation of `parsers.cues`."""

from __future__ import annotations

ACTS = (
    "raises, raised, invests, invested, secures, secured, closes, closed, buys, bought, acquires, acquired, pledges, "
    "pledged, commits, committed, spends, spent, pours, poured, lands, landed, bags, bagged, pockets, pocketed, "
    "nets, netted, sinks, sank, plans, planned, earmarks, earmarked, allocates, allocated, injects, injected, "
    "attracts, attracted, seeks, sought, wins, won, collects, collected, lines up, lined up, snaps up, snapped up, "
    "swallows, takes over, took over, borrows, borrowed, draws, drew, sells, sold, puts, put, triples, doubles, "
    "lifts, lifted, cuts, slashes, slashed, trims, trimmed, scraps, scrapped, shelves, shelved, agrees, agreed, "
    "intends, aims, targets, will invest, will spend, to invest, to spend, to build, to buy, to raise, announced, "
    "announces, unveiled, unveils, signed, signs, will buy, will acquire, will put, will build, will pay, "
    "will provide, will issue, will subscribe, will raise, to acquire, to issue, to put, to pour, to sell, to pay, "
    "to open, has bought, has acquired, has agreed, has raised, has signed, has invested, has put, has committed, "
    "has secured, has closed, is investing, is building, is buying, is putting, is spending, is raising, plans to, "
    "intends to, dropped its, drops its, gave up on, abandoned its, scrapped its, cancelled its, canceled its, "
    "shelved its, paused its, halted its, enters"
)
NAME_ENDINGS = (
    "inc, corp, corporation, company, co, ltd, limited, plc, ag, se, gmbh, group, holdings, holding, motors, "
    "motor, automotive, energy, technologies, technology, industries, batteries, battery, metals, mobility, "
    "materials, power, electric, systems, solutions, lithium, powertrain, resources, mining, capital, partners, "
    "ventures, charging, investments, equity, fund, asset management, bank"
)
NAME_STARTS = (
    "us, u.s, automaker, carmaker, manufacturer, maker, giant, startup, start-up, "
    "firm, company, group, ev, electric, vehicle, the, a, an, electronics, battery, based, texas based, car, "
    "truck, investor, utility, today, new, why, how, ceo, founder, chairman, and, but, following, updated"
)
NOT_NAMES = (
    "according, january, february, march, april, may, june, july, august, september, october, november, december, "
    "monday, tuesday, wednesday, thursday, friday, saturday, sunday, ceo, cfo, coo, ev, evs, bev, bevs, ice, ai, "
    "the, a, an, in, on, at, for, by, with, this, that, these, those, it, its, he, she, they, we, our, you, to, "
    "from, of, as, and, but, if, when, while, after, before, since, last, next, work, state, another, over, under, "
    "through, all, six, two, three, four, five, ten, about, around, up, more, total, spending, production, "
    "suppliers, investors, strategic, annual, capital, building, deliveries, cars, shares, revenue, private, free, "
    "cash, capex, only, half, both, each, most, read, looking, founded, first, american, chinese, japanese, korean, "
    "german, european, british, french, indian, usd, eur, rmb, cny, gbp, hk, us, uk, u.s, america, europe, china, "
    "korea, japan, germany, france, india, canada, mexico, hungary, turkey, thailand, indonesia, vietnam, poland, "
    "spain, sec, nyse, nasdaq, hkex, read more, related, correction, update, exclusive, breaking, also, however, "
    "meanwhile, once, some, any, no, not, there, here, what, why, how, who, mr, ms, dr, new, old, one, north, south, "
    "east, west, seoul, tokyo, detroit, everything, notable, now, today, so, such, other, including, series, "
    "closing, american automaker, equipment, second-quarter, first-quarter, third-quarter, fourth-quarter, "
    "full-year, half-year, third, fourth, second, ottawa, washington, madrid, ankara, beijing, istanbul, revenues, "
    "sales, ebitda, ebit, gaap, net, fleet, research, group, board, shareholders, management, analysts, officials, "
    "ministers, rivals, starting, back, early, plans, used, even, just, yet, still, then, thus, instead, project, "
    "plan, rental, madrid, newark, amsterdam, quarter, carolina, north carolina, south carolina, virginia, "
    "west virginia, alabama, florida, louisiana, mississippi, missouri, oklahoma, new mexico, utah, colorado, "
    "oregon, minnesota, wisconsin, iowa, nebraska, pennsylvania, maryland, delaware, new jersey, connecticut, "
    "massachusetts, maine, vermont, new hampshire, toledo, dubai, abu dhabi, catalonia, valencia, aragon, saxony, "
    "bavaria, lower saxony, brandenburg, thuringia, sunderland, northumberland, nottingham, somerset, kedah, johor, "
    "selangor, jakarta, bangkok, hanoi, chennai, pune, bengaluru, hefei, shenzhen, shanghai, guangzhou, wuhan, "
    "chongqing, xian, ningde, zhejiang, jiangsu, anhui, hubei, guangdong, sichuan, investment, funding, financing, "
    "acquisition, analysis, opinion, comment, statement, fact sheet, letter, notice, announcement, results, trade, "
    "tariffs, cabinet, parliament, senate, congress, biden, trump, biden-harris, macron, merz, scholz, habeck, "
    "starmer, sunak, meloni, modi, erdogan, lula, xi, market, completion, pricing, placing, proposed, disclosure, "
    "allotment, intimation, clarification, voluntary, discloseable, connected, transaction, outcome, decision, "
    "placement, subscription, issuance, appointment, resignation, feds, township, deals, unit, units, warrant, "
    "warrants, debentures, round-up, roundup, jobs"
)
DESCRIPTORS = (
    "maker, makers, startup, start-up, firm, company, group, operator, supplier, developer, manufacturer, "
    "producer, automaker, carmaker, unit, subsidiary, spin-off, spinoff, recycler, brand, venture, provider, "
    "miner, refiner, distributor, integrator, specialist, newcomer, owner, conglomerate, giant, truckmaker, "
    "chipmaker, arm, investor, retailer, utility, parent, business, outfit, builder, marque, assembler, fund"
)
TITLES = (
    "chief executive, chief executive officer, ceo, cfo, coo, cto, chairman, chairwoman, chair, president, "
    "founder, co-founder, finance chief, chief financial officer, boss, head, director, managing director, "
    "minister, prime minister, premier, governor, mayor, senator, analyst, analysts, economist, spokesman, "
    "spokeswoman, spokesperson, mr, ms, mrs, dr, sir, professor, secretary, vice president, chief, manager, "
    "partner, officer, chancellor, commissioner, lawyer, billionaire, engineer, strategist, executive, "
    "executives, chief engineer, chief operating officer, vice chairman, co-chief executive, treasurer, "
    "president and chief executive, minister-president, attorney, judge, congressman, congresswoman, "
    "representative, lawmaker, fund manager, adviser"
)
LENDS = (
    "backed, owned, led, style, linked, listed, funded, controlled, supported, made, like, branded, affiliated, "
    "invested, supplied, sponsored, era, type, park, campus, site, county, township, assembly plant"
)
RELATIONS = (
    "ally, rival, competitor, clone, supplier, spin-off, spinoff, customer, backer, lookalike, challenger, "
    "shareholder, contractor, dealer, dealers, creditor, creditors, suppliers, rivals, alumni, veteran, parent, "
    "killer, owners, fans, affiliate, licensee, distributor, importer, investors, shareholders, park, campus, "
    "battery maker, battery makers, battery supplier, battery partner, parts maker, cell maker, cell supplier, "
    "county, township, industrial park, smart campus, science park, business park, technology park, airport, port"
)
NEWS_SERVICES = (
    "reuters, bloomberg, afp, dpa, ap, associated press, cnbc, cnn, bbc, financial times, wall street journal, "
    "new york times, the information, electrek, techcrunch, caixin, nikkei asia, xinhua, yonhap, business wire, "
    "pr newswire, globe newswire, globenewswire, prnewswire, reuters news, bloomberg news, dow jones, handelsblatt"
)
GOVERNMENT = (
    "department of energy, us department of energy, u.s. department of energy, u.s department of energy, "
    "us government, us house, us senate, us congress, us department, government, governments, the state, states, "
    "ministry, minister, european commission, commission, eu, european union, department, doe, arena, "
    "administration, congress, senate, u.s. house, governor, the province, county, county council, city council, "
    "treasury, white house, washington, brussels, beijing, ottawa, berlin, ankara, paris, london, michigan, georgia, "
    "ohio, ontario, quebec, taxpayers, canada, australia, india, germany, france, britain, uk, u.s, china, japan, "
    "south korea, korea, italy, spain, poland, hungary, turkey, sweden, norway, indonesia, thailand, vietnam, "
    "mexico, brazil, texas, nevada, tennessee, kentucky, arizona, kansas, indiana, illinois, california, karnataka, "
    "gujarat, tamil nadu, maharashtra, borough, authorities, regulators, parliament, lawmakers, ministers, "
    "transport department, department for transport, energy department, prime minister, premier, madrid, warsaw, "
    "budapest, state government, provincial government, federal government, local authorities, officials, "
    "public coffers, federal governments, federal agency, federal programme, federal program, federal funds, "
    "state fund, state funds, state officials, state agency, state and local, local government, "
    "provincial governments, the city, city officials, legislature, the crown, downing street, capitol hill, "
    "south carolina, north carolina, alabama, virginia, louisiana, mississippi, missouri, oklahoma, utah, oregon, "
    "colorado, pennsylvania, new jersey, minnesota, wisconsin, iowa, west virginia, florida, new mexico, saxony, "
    "brandenburg, thuringia, bavaria, saarland, lower saxony, british columbia, alberta, nova scotia, manitoba, "
    "queensland, new south wales, catalonia, andalusia, aragon, valencia, rajasthan, telangana, andhra pradesh, "
    "uttar pradesh, punjab, haryana, odisha, portugal, finland, denmark, the netherlands, belgium, austria, "
    "slovakia, romania, serbia, morocco, malaysia, rome, lisbon, delhi, new delhi, seoul, tokyo, jakarta, hanoi, "
    "bangkok, feds, the feds, us to lend, us lends, us offers, u.s. to lend, u.s. lends, u.s. offers, township, "
    "municipality, cabinet, union cabinet, the centre, environment minister, lpo, loan programs office, title 17, "
    "senators, state senators, council, infrastructure law, bipartisan infrastructure law, inflation reduction act, "
    "chips act, recovery act, the law provides, the act provides, budget watchdog, budget officer"
)
FIRMS = (
    "company, group, firm, automaker, carmaker, car maker, startup, start-up, manufacturer, maker, operator, "
    "supplier, developer, producer, giant, conglomerate, recycler, miner, truckmaker, battery maker, ev maker, "
    "electric car maker, electric vehicle maker, cell maker, charging company, truck maker, bus maker, refiner, "
    "provider"
)
NATIONALITIES = (
    "american, japanese, chinese, korean, south korean, german, french, british, european, swedish, indian, "
    "taiwanese, vietnamese, turkish, swiss, dutch, norwegian, danish, finnish, italian, spanish, austrian, "
    "belgian, czech, polish, hungarian, israeli, australian, canadian, mexican, brazilian, thai, malaysian, "
    "indonesian, singaporean, saudi, irish, portuguese, croatian, slovak, romanian, greek, russian, ukrainian, "
    "emirati"
)
