"""English."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="and, and its, and the, as well as, together with",
    owns="'s, s'",
    equals="or, or about, or around, or roughly, or some, about, around, equivalent to, equal to",
    verb_endings="s, ed",
    abbreviations=(
        "inc, corp, co, ltd, no, vs, u.s, u.k, mr, ms, mrs, dr, jr, st, approx, bn, mn, rs, n.c, jan, feb, mar, apr, "
        "jun, jul, aug, sep, sept, oct, nov, dec, gov, sen, rep, est, cf, e.g, i.e, t"
    ),
    metrics={
        "investment": (
            "cost?, invest, invests, invested, investing, investment, investments, reinvest*, spend, spends, spent, "
            "spending, pour, pours, poured, pouring, plough*, plow*, inject*, injection, infus*, capex, "
            "capital expenditure*, capital spending, capital budget, capital outlay*, earmark*, allocat*, outlay*, "
            "set aside, sets aside, commits, commit, committed, committing, commitment, pledg*, funnel*, funnelled, "
            "bet, budget, investment plan, investment programme, r&d budget, r&d spending, research budget, "
            "expenditure*, equip*?, build?, builds?, building?, built?, construct*?, expand*?, expansion?, plant?, "
            "plants?, factory?, factories?, gigafactory?, gigafactories?, facility?, facilities?, project?, projects?, "
            "hub?, complex?, site?, campus?, programme?, program?, joint venture?, develop*?, upgrad*?, retool*?, "
            "costs?, costing?, at a cost of?, takes most of it?, goes to?, goes into?, go to?, go into?, gets?, into?, "
            "initiative?, plan?, plans?, starts with?, begins with?, electrification?, r&d?, "
            "research and development?, phase?, scheme?, venture?, development?, package?, laid out, lay out, "
            "lays out, sinks, sank, sunk, channel*?, plunk*, splash*, ploughs, outlays, war chest for?, put, puts, "
            "putting, r&d expenses, r&d expense, research and development expenses, research and development costs"
        ),
        "funding_raised": (
            "to place, agreed to place, raise, raises, raised, raising, fundrais*, funding, funding round, financing, "
            "debt financing, series a, series b, series c, series d, series e, seed round, ipo, "
            "initial public offering, placement, placing, share sale, stock sale, share offering, stock offering, "
            "share issue, rights issue, secondary offering, public offering, offering, equity raise, capital raise, "
            "capital increase, capital round, notes, convertible notes, convertible bonds, convertible loan, bond, "
            "bonds, bond sale, green bond*, loan, loans, loan facility, credit facility, credit line, syndicated loan, "
            "term loan, drawn down, drawdown, new shares, newly issued, subscribes, subscribe, subscribed, "
            "subscription, proceeds, equity investment, venture funding, fresh capital, new capital, "
            "capital injection from, investment from, invests in new shares, private placement, debt facility, "
            "drew down, would bring in, brings in, brought in, borrow*, backing from, investors?, backers?, secure?, "
            "closes?, receive?, receives?, received?, gains?, capital?, collected?, shares?, equity?, nets?, lands?, "
            "facility from?, buys into, issuing, stock?, backs?, secures, secured, securing, greenshoe, "
            "over-allotment, overallotment, flotation, float, floats, goes public, go public, going public, listing?, "
            "listed?, lifeline, rescue package, rescue financing, cash injection from, bridge loan, bridge financing, "
            "mezzanine, series f, series g, series h, pre-ipo, pre-series, angel round, seed funding, raised in, "
            "block sale, bookbuild*, at-the-market, preferred stock, convertible preferred, warrants, notes offering, "
            "senior notes, junk bond*, debt sale, financing round, funding package, lined up from, lines up, "
            "credit lines, revolving credit, revolver, refinanc*, capital infusion, equity injection, tap* investors, "
            "tap* the market, tapped, delayed draw, schuldschein, asset backed, securitis*, securitiz*, "
            "cornerstone investors, subscription price, top up placement, sell shares, sells shares, selling shares, "
            "sold shares, drawn on, hand over new?, rescue, rescues, rescued"
        ),
        "acquisition": (
            "stake in?, buy, buying, acquire, acquires, acquired, acquiring, acquisition*, takeover, take over, "
            "takes over, took over, buyout, buy out, bought, buys, purchase of?, purchased?, purchases?, "
            "purchase price, merger?, to buy, purchase, taking over, snaps up, stake?, sale of its?, divest*?, "
            "existing shares, for a stake, for the stake, stake of, per cent of?, majority stake, minority stake, "
            "controlling stake, the purchase price, pays for, paid for, snapped up, snapping up, scoops up, "
            "scooped up, swallows up, hands over, handed over for, changes hands for, change hands for, all cash deal, "
            "cash and stock deal, tender offer, takeover bid, finds a buyer, buyer for, remaining stake, buy up, "
            "buys up, bought out, pay?, pays?, paid?"
        ),
        "subsidy": (
            "doe loan*, doe funding, government backed loan*, department of energy funding, conditional commitment, "
            "subsidy, subsidies, subsidis*, subsidiz*, grant, grants, tax credit, tax credits, tax break*, "
            "tax incentive*, tax abatement*, incentive, incentives, incentive package, state aid, public aid, "
            "government aid, aid, federal funding, public funding, public money, government funding, state funding, "
            "matching funds, doe funds, levi funding, voucher*, rebate*, stimulus, loan guarantee*, "
            "government support, bailout, purchase bonus, infrastructure funding, federal loan, taxpayer*?, credits?, "
            "support scheme, department of energy loan, government loan, federal loans, funding from the government, "
            "energy department?, department of energy?, innovate uk, arena?, in support, public support, "
            "support package, doe, discounts for buyers, purchase incentive*, consumer credit*, federal tax, "
            "cost share, cost sharing award, sweetener, sweeteners, perte, ipcei, innovation fund, trade-in subsidies, "
            "scrappage, discount scheme, electric car grant, plug-in grant, development grant, federal grant, "
            "state grant, award of?, state backing, subsidised loan, soft loan, concessional loan, "
            "production linked incentive, pli, rebates, government grant"
        ),
        "loss": (
            "loss, losses, net loss, lose, loses, losing, lost, write-down*, writedown*, write-off*, write down, "
            "impairment*, charge of, charges of, special charge*, one-time charge*, restructuring charge*, in charges, "
            "deficit, negative free cash flow, charge?, charges?, a charge, charge on, charge for, burned, burning, "
            "cash burn, charge related, ev charge*?, operating loss, hit, takes a hit, depreciation charge, "
            "write-downs, swallows?, swallow?, special items, special item, one-off cost*, one-off charge*, "
            "one-time cost*, pre-tax charge, non-cash charge*, restructuring cost*, impairment charge, "
            "goodwill impairment, wrote off, wrote down, write off, writes off, writes down, burnt through, "
            "burned through, burns through, burn rate, red ink, in the red, negative cash flow, cash outflow, "
            "bleeding, bled, shutdown cost*, closure cost*, hitting cash?, cash charge*"
        ),
        "revenue": (
            "revenue, revenues, turnover, net sales, total sales, sales of?, sales?, annual sales, yearly sales, "
            "top line, sales revenue, in revenue, in sales, takings, topline, group sales, net revenue, total revenue"
        ),
        "profit": (
            "earn, earns, profit, profits, net income, earnings, ebitda, ebit, operating income, net profit, "
            "operating profit, pre-tax profit, gross profit, earned?, in profit, bottom line, free cash flow"
        ),
        "cash": (
            "cash, cash reserve*, liquidity, cash on hand, cash pile, cash position, war chest, in the bank, "
            "cash and securities, cash and equivalents, cash equivalents, holds?, held?, in cash?, cash balance, "
            "cash and investments, cash and short-term investments, cash and marketable securities, "
            "cash and cash equivalents, short-term investments, cash reserves, bank deposits, total liquidity, "
            "net cash, cash holdings, in reserve, holding?, ended it holding, ended the quarter with, "
            "closed the quarter with, closes the year with"
        ),
        "valuation": (
            "valuation, valued at, values, valuing, value of the company, market cap, market capitalisation, "
            "market capitalization, market value, pre-money, post-money, enterprise value, market worth, "
            "at a valuation, values it at, valued it at"
        ),
        "price": (
            "purchase costs, purchase cost, shares at, shares between, share at, price, prices, priced, pricing, "
            "price tag, starts at, starting at, start at, starting from, msrp, per share, a share, apiece, each?, "
            "sticker, lease, leases, monthly, per month, a month, discount*, cheaper, price cut*, retail for?, "
            "sells for, sell for, on sale for, per vehicle, deposit, truck?, pickup?, a piece, a share?, "
            "purchase price of the car, list price, sticker price, base price, entry price, starting price, "
            "retail price, retails for, retails at, priced at, priced from, sells at, selling for, goes for, go for, "
            "going for, on-the-road, kicks off at, opens at, used examples, trim"
        ),
        "other": (
            "cut costs, cuts costs, cutting costs, reduce costs, reduces costs, reducing costs, lower costs, "
            "trim costs, save costs, cost reduction*, lower its costs, cut its costs, order, orders, orderbook, "
            "contract, contracts, tender*, lawsuit*, sue, sued, sues, fine, fined, fines, settlement, settles, settle, "
            "damages, penalty, penalties, supply deal, supply agreement, supply contract, supply order, "
            "deal to produce, deal to supply, cell supply, synerg*, salary, salaries, bonus, bonuses, compensation, "
            "pay package, market size, market is, tariff*, tariffs, duty, duties, dividend*, buyback*, "
            "share repurchase*, cost cut*, cost cutting, cost savings, savings, save, saves, debt, debts, liabilities, "
            "recall, owed, owes, exports, trade, refund*, wage*, backlog, ransom, worth of cars, worth of batteries, "
            "purchase agreement, procurement, offtake, rent, compensate*, deal?, assets?, gdp, economic impact, "
            "economic output, order of, orders for, value of the contract, contract worth, deal worth, annual savings, "
            "saving of, payout, pay packet, pay deal, salary of, annual pay, creditors, debts of, arrears, "
            "minimum duty, duty of, duties of, floor of?, per share dividend, a share in dividends, wages, bail, "
            "bond posted?, insurance, settlement of, compensation of, market for, market worth, industry worth, "
            "dividend, special dividend, share buyback, royalties, licence fee*, license fee*, fee, fees, deposits?, "
            "premium?, tax bill, taxes, penalty of, debt pile, net debt, export value, gross merchandise, "
            "down payments?, recalls, recalled, repair, repairs, operating expenses, operating costs, running costs, "
            "operating expense, repurchase of, a repurchase, share repurchases, legal costs, legal fees, warranty, "
            "ransomware, damage"
        ),
        "production_capacity": (
            "capacity, annual capacity, production capacity, output, units a year, vehicles a year, cars a year, "
            "per year, annually, a year, plant?, factory?, produce*?, assemble?, build?, make?, unit plant, churn*"
        ),
        "deliveries": (
            "deliver*, shipment*, shipped, sales, sold, sell, sells, registrations, handed over, hand over, "
            "smartphone sales, handsets, phones, unit sales, high-end models, sales target"
        ),
        "jobs": (
            "job, jobs, worker*, employ*, staff, people, workforce, associates, hire*, hiring, positions, layoffs, "
            "laid off, headcount, engineers, roles, redundanc*, engineer"
        ),
        "users": (
            "user, users, monthly active, active users, connected devices, devices are connected, subscribers, "
            "customers, registered, downloads, owners, app users, fans"
        ),
        "energy": "storage, pipeline, energy storage, installation, installed, bess, grid scale",
        "range_km": "range, on a charge, per charge, wltp, cltc, epa",
        "percent_change": (
            "increase*, rise, rises, rose, risen, rising, grew, grow, grows, growth, growing, gain, gained, jump*, "
            "surge*, soar*, climb*, up, higher, fell, fall, falls, drop*, decline*, decreas*, down, slump*, plung*, "
            "shrink*, shrank, lower, cut, cuts, reduc*, above, more than double, year on year, bolster*, compared to, "
            "dip*"
        ),
    },
    forecast=(
        "expects, expect, expected, forecast*, outlook, guidance, projects to, will, would, target*, aims, goal, sees, "
        "predict*, warn*, by the end of, this year's, estimates?, to reach, should, aim, hopes, could, plans, planned, "
        "is seen, are seen, now seen, reckons, anticipat*, is projected, guided"
    ),
    status={
        "announced": (
            "inject*?, announc*?, pledg*, commit, commits, committed, confirm*, unveil*?, agreed, agrees, signed, "
            "signs, will, approved, approves, has approved, said it will, revealed?, to be spent, will be spent, "
            "to be invested, will be invested, to invest, awarded, launches, in total, decided"
        ),
        "planned": (
            "set to, plan to, plans to, planning to, plans, planned, planning, intend*, aim, aims, aiming, want to, "
            "wants to, consider*, target, targets, targeting, could, may, might, would, propos*, seek, seeks, seeking, "
            "hope, hopes, expect, expects, expected, forecast*, subject to, pending, postpon*, mull*, weigh, weighs, "
            "weighing, explor*, letter of intent, memorandum, mou, review*, is considering, estimates, estimated to, "
            "looks to, looking to, ready to, conditionally, in talks, projected, projects capital, counts on, "
            "has the option, guidance, eyes, budget, now seen, are seen, is seen, ready to put, pencilled in, "
            "penciled in, on hold, puts on hold, put on hold, pushing back, pushes back, pushed back, delays?, "
            "delayed?, is eyeing, eyeing, earmarked, tentative*, aspire*, ambition, slated to, due to, envisag*, "
            "foresee*, outline agreement, memorandum of understanding, non-binding, preliminary agreement, weigh up"
        ),
        "reported": (
            "capex was, capital expenditure was, capital expenditures were, spending was, expenditures were, "
            "investments were, report*, posted, generated, amounted, totalled, totaled, came to, stood at, stands at, "
            "expenses were, expense was, costs were"
        ),
        "rumoured": (
            "asked not to be named, asked not to be identified, who asked not, declined to be named, "
            "not authorised to speak, not authorized to speak, condition of anonymity, the plan is not public, "
            "plans are private, said the person, one of the people, the people said, the person said, the source said, "
            "a person with, sources, source said, sources said, sources say, source says, a source, people familiar, "
            "person familiar, people briefed, briefed on the matter, people with knowledge, person with knowledge, "
            "according to people, reportedly, rumour*, rumor*, leak*, is said to, are said to, term sheet, "
            "people close to, anonymous, unnamed, insiders, speculation, media reports, press reports, "
            "according to sources, familiar with the matter, familiar with the plans, with direct knowledge, "
            "is reportedly, people who heard, two people, three people, sources putting, sources put, is reported to, "
            "are reported to, separately reported, it is understood, is understood to, industry sources, word is, "
            "according to a report, declined to be identified, asked not to"
        ),
        "denied": (
            "denied, denies, deny, denying, not true, untrue, false, refut*, dismissed reports, dismisses, "
            "no such plan, no truth, baseless, unfounded, denial, rebuff*, rebutt*, poured cold water, "
            "pours cold water, rejected reports, rejects reports, no plans to"
        ),
        "completed": (
            "has brought, have brought, completed, completes, complet*, closed, closes, has closed, opened, "
            "inaugurat*, has invested, have invested, invested, spent, raised, raises, has raised, received, secured, "
            "secures, drawn down, to date, acquired, bought, has spent, brought in, took over, collected, finalised, "
            "finalized, infuses, so far, sold, has taken, had cost, has cost, wrapped up, wraps up, wrapped, "
            "was closed, finished, has put, have put, has poured, have poured, has laid out, already put"
        ),
        "cancelled": (
            "cancel*, scrap*, abandon*, drops plan*, dropped plan*, withdraw*, withdrew, terminat*, shelv*, "
            "called off, calls off, call off, pulls out, pulled out, axe, axes, axed, walks away, walked away, ditch*, "
            "eliminat*, drops, dropped, give up, gives up, giving up, no longer, backs out, halt?, halts?, halted?, "
            "will not build"
        ),
    },
    conditional=(
        "subject to, pending approval, pending regulatory, conditional on, conditionally, if approved, once approved, "
        "awaiting approval, still needs approval, requires approval"
    ),
    committed="approved, signed, board cleared, signed off, agreed, agrees, final investment decision",
    parts={
        "initial": (
            "initial, initially, first phase, phase one, phase 1, first stage, upfront, up front, to begin with, "
            "to start with, starting with, starts with, first tranche, first instalment, first installment, "
            "right away, at once, immediately, starter, comes first, first?, begins with, initial investment"
        ),
        "additional": (
            "additional, additionally, another, further, extra, on top of, tops up, more?, adds, add, added, "
            "supplementary, an added, new money, topping up, on top"
        ),
        "total": (
            "to date, so far, total, totals, totaling, totalling, totaled, totalled, in all, altogether, overall, "
            "all in, combined, in total, sum, aggregate, in the aggregate, grand total, cumulative, leaving"
        ),
        "annual": (
            "budget?, r&d budget?, annual, annually, per year, a year, each year, yearly, every year, this year, "
            "annual budget, capital expenditure?, capital expenditures?, capex?, capital spending?, p.a"
        ),
        "remaining": "remaining, the rest, remainder, balance of, outstanding, still to come, left to",
    },
    silent=(
        "up to, than last year, from last year, than in the previous year, before costs, before expenses, before fees, "
        "state linked, state backed, state owned, state run, more than, no more than, less than, lower than, "
        "fewer than, no less than, not more than, as much as, at first sight, first quarter, first half, first time, "
        "first nine months, in the first, the first quarter, the first half, electric vehicle plans, put at, puts at, "
        "putting at, put it at, put the, puts the, putting the, put them at, put the figure, puts the figure, "
        "plant a tree, hand-shake, public investment fund"
    ),
    component=(
        "of which, of that, of this, including, part of, portion, thereof, roughly a quarter, each, of the, belongs to"
    ),
    back_reference=(
        "first announced, previously announced, previously, earlier, had announced, had pledged, had promised, "
        "had agreed, had planned, had said, had raised, had landed, had received, had committed, had put together, "
        "had spoken, had invested, already announced, originally announced, originally, once promised, last year's, "
        "last month, as announced in, announced in, years ago, a year ago, months ago, unveiled in, back in, formerly, "
        "initially announced, once, in the past, was billed, earlier this month, earlier this year, "
        "earlier in the month, who raised, which raised, that raised, pledged in, agreed in, last week, "
        "announced last, dating back, long-standing, as part of a previously, in its previous, already pledged, "
        "in october, had earlier, named last year, planned last year, announced last year, pledged last year, "
        "promised last year, agreed last year, first planned, a previous, the previous, the former, weeks earlier, "
        "days earlier, months earlier, years earlier, the year before, back then, at the time, lately, "
        "in the autumn of, was worth, had cost, had let, had put, had bought, had paid, had set, trumpeted, "
        "had secured, had granted, had lined, had won, used to, had drawn, had been, had once, had already, "
        "already this year, last spring, last summer, last autumn, last winter, last april, last may, last june, "
        "last july, last august, last september, last october, last november, last december, last january, "
        "last february, last march"
    ),
    comparison=(
        "from prior, prior, compared with, compared to, compared, versus, vs, against, year earlier, instead of, not, "
        "following, after, from an estimated, unlike, like, previously the range had been, a year before, year ago, "
        "a year ago"
    ),
    spent=(
        "to date, so far, over the past, in the past, since, cumulative, cumulatively, last year, in recent years, "
        "already spent, already invested, has invested, have invested, was spent, last quarter, during the past, "
        "until now, has spent, we spent, spent, had been spent, totaling?, decades, has cost, had cost, have cost, "
        "has poured, have poured, has sunk, have sunk, has put, has lost, have lost, had lost, so far spent, "
        "in the quarter itself, to that point, over the years"
    ),
    raise_=(
        "raise, raises, raised, raising, increase, increases, increased, increasing, lift, lifts, lifted, lifting, "
        "up from, boost*, hike*, doubl*, tripl*, rise, rises, rose, rising, grow, grown, grew, ups, upgrad*, step up, "
        "steps up, stepped up, adds, expand*, to more than double, swell*, ramp*, tops, enlarg*, now, higher, up"
    ),
    cut=(
        "cut, cuts, cutting, reduc*, lower, lowers, lowered, trim*, slash*, scal* back, scale back, scales back, "
        "scaled back, down from, halv*, shrink*, shrank, pare*, paring, downsiz*, curb*, drop, drops, dropped, fell, "
        "falls, less"
    ),
    level="brings, bringing, brought, taking, takes, pushing, lifting, raising",
    correct=(
        "correct amount is, correct figure is, should have been, should have read, correction, corrected, corrects, "
        "erratum, misstated, mistakenly, incorrectly, in error, clarification, wrongly, an earlier version"
    ),
    from_="from",
    to="to",
    delta="by, by another, by about, by around",
    up_from=(
        "up from, down from, increased from, raised from, lifted from, higher than, above the, instead of, "
        "compared with, compared to, from, against, rather than, after, versus, more than the, "
        "more than four times the, more than double the, more than twice the, over the, not, previously, replacing"
    ),
    government=(
        "us government, us house, us senate, us congress, us department, government, governments, federal, state, "
        "states, ministry, minister, european commission, commission, eu, european union, department, doe, arena, "
        "administration, congress, senate, u.s. house, governor, province, county, council, city, treasury, "
        "white house, washington, brussels, beijing, ottawa, berlin, ankara, paris, london, budget, michigan, georgia, "
        "ohio, ontario, quebec, taxpayers, canada, australia, india, germany, france, britain, uk, u.s, china, japan, "
        "south korea, korea, italy, spain, poland, hungary, turkey, sweden, norway, indonesia, thailand, vietnam, "
        "mexico, brazil, texas, nevada, tennessee, kentucky, arizona, kansas, indiana, illinois, california, "
        "karnataka, gujarat, tamil nadu, maharashtra, borough, authorities, regulators, parliament, lawmakers, "
        "ministers, transport department, department for transport, energy department, prime minister, premier, "
        "madrid, warsaw, budapest, state government, provincial government, federal government, local authorities, "
        "officials, public coffers"
    ),
    investors=(
        "investor, investors, fund, funds, private equity, backer, backers, sovereign wealth, venture capital, "
        "shareholder, shareholders, lender, lenders, bank, banks, founder, consortium, parent, saudi backer, "
        "public investment fund, pif, sovereign fund, private equity firm, temasek, cyvn, mubadala"
    ),
    receiver=(
        "goes to, go to, goes into, go into, flows to, flows into, in, into, to, for, with, hands, gives, lends, "
        "offers, of new, new"
    ),
    target="in, into, for, on, to build, to develop, to expand, towards, behind, to construct, to upgrade",
    no_target=(
        "quarter, half, year, years, month, months, week, weeks, decade, january, february, march, april, may, june, "
        "july, august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, cash, "
        "total, all, addition, stages, steps, phases, instalments, installments, tranches, advance, return, exchange, "
        "part, full, shares, stock, loans, charges, losses, hold, offer, top, track, it, them, him, her, us, which, "
        "that, what, order, fact, place, force, kind, terms, value, revenue, sales, profit, behalf, average, paper, "
        "just, now, then, later"
    ),
    issued="new, newly issued, fresh, newly created",
    gives=(
        "provides, provide, provided, providing, lends, lend, lent, pays, pay, paid, will pay, extends, extended, "
        "hands, handed, gives, gave, puts, put, invests, invest, invested, injects, backs, back, backed, subscribes, "
        "subscribe, subscribed, buys, leads, led, supports, contributes, commits, committed, offers, offered, "
        "offering, awards, awarded, grants, granted, hand, has agreed to hand, agrees to hand"
    ),
    source="from, led by",
    giver="from, by, of, led by",
    pronouns=(
        "the company, the group, the firm, the automaker, the carmaker, the startup, the start-up, the manufacturer, "
        "the maker, it, its, itself, they, their, the unit, we, our, the business, the corporation, he, she, the two, "
        "the battery maker, the chinese group, the korean group, the ev maker"
    ),
    announces=(
        "announced, announces, said, says, has, will, plans, is, was, reports, reported, posted, signed, intends, "
        "unveiled, confirmed, expects, continues, wants, generated, launched, opened, submitted, completed"
    ),
    name_endings=(
        "inc, corp, corporation, company, co, ltd, limited, plc, ag, se, gmbh, group, holdings, holding, motors, "
        "motor, automotive, energy, technologies, technology, industries, batteries, battery, metals, mobility, "
        "materials, power, electric, systems, solutions, lithium, resources, mining, capital, partners, ventures, "
        "charging"
    ),
    name_starts=(
        "american, japanese, chinese, korean, south korean, german, french, british, european, swedish, indian, "
        "taiwanese, vietnamese, turkish, us, u.s, automaker, carmaker, manufacturer, maker, giant, startup, start-up, "
        "firm, company, group, ev, electric, vehicle, the, a, an, electronics, battery, based, texas based, car, "
        "truck, investor, utility, today, new, why, how, ceo, founder, chairman, and, but, following, updated"
    ),
    not_names=(
        "according, january, february, march, april, may, june, july, august, september, october, november, december, "
        "monday, tuesday, wednesday, thursday, friday, saturday, sunday, ceo, cfo, coo, ev, evs, bev, bevs, ice, ai, "
        "the, a, an, in, on, at, for, by, with, this, that, these, those, it, its, he, she, they, we, our, you, to, "
        "from, of, as, and, but, if, when, while, after, before, since, last, next, work, state, another, over, under, "
        "through, all, six, two, three, four, five, ten, about, around, up, more, total, spending, production, "
        "suppliers, investors, strategic, annual, capital, building, deliveries, cars, shares, revenue, private, free, "
        "cash, capex, only, half, both, each, most, read, looking, founded, first, american, chinese, japanese, "
        "korean, german, european, british, french, indian, usd, eur, rmb, cny, gbp, hk, us, uk, u.s, america, europe, "
        "china, korea, japan, germany, france, india, canada, mexico, hungary, turkey, thailand, indonesia, vietnam, "
        "poland, spain, sec, nyse, nasdaq, hkex, read more, related, correction, update, exclusive, breaking, also, "
        "however, meanwhile, once, some, any, no, not, there, here, what, why, how, who, mr, ms, dr, new, old, one, "
        "north, south, east, west, seoul, tokyo, detroit, everything, notable, now, today, so, such, other, including, "
        "series, closing, american automaker, equipment, second-quarter, first-quarter, third-quarter, fourth-quarter, "
        "full-year, half-year, third, fourth, second, ottawa, washington, madrid, ankara, beijing, istanbul, revenues, "
        "sales, management, analysts, officials, ministers, rivals, starting, back, early, plans, used, even, just, "
        "yet, still, then, thus, instead, project, plan, rental, madrid, newark, amsterdam, quarter"
    ),
    scope=(
        "electric vehicle*, electric car*, electric truck*, electric mobility, electrif*, electric pickup*, "
        "electric suv*, electric bus*, ev, evs, bev, bevs, battery, batteries, cell, cells, charging, charger*, car, "
        "cars, carmaker*, automaker*, automotive, auto, vehicle, vehicles, truck, trucks, gigafactory, hybrid*, "
        "lithium, cathode*, anode*, e-mobility, motor, motors, hgv*, gigafactories, robotaxi*, self-driving, "
        "autonomous driving"
    ),
    this_year="this year, this fiscal year, current year",
    next_year="next year",
    durations=(
        r"(?:over|within|in|during|for|across) (?:the )?(?:next |coming |following )?{n} years",
        r"(?:next|coming|following) {n} years",
        r"(?:over|in|within|for) (?:a|the (?:next|coming)) (?P<ten>decade)",
        r"{n} year (?:plan|programme|program|period|investment|horizon)",
    ),
    untils=(
        r"(?:by|through|until|till|up to|to) (?:the )?(?:end of |early |mid |late |fiscal |fiscal year |year )*{y}",
        r"before {y}",
        r"(?:a|the) {y} plan",
    ),
    spans=(
        r"(?:from|between) {a} (?:to|through|until|and) {b}",
        r"(?<![0-9]){a} ?[\u2013\u2014 ] ?{b}(?![0-9])",
        r"in {a} and (?:in )?{b}",
        r"{a} to {b}",
    ),
    years=(
        r"in (?:fiscal |fiscal year )?{y}",
        r"for (?:fiscal |fiscal year )?{y}",
        r"{y} (?:budget|target|capex|guidance)",
    ),
    counts={
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "twelve": 12, "fifteen": 15, "twenty": 20, "decade": 10,
    },
    one_off=(
        "write-down*, writedown*, write-off*, impairment*, charge, charges, restructuring cost*, one-off cost*, "
        "special item*, hit, takes a hit, swallows, swallow"
    ),
    peers=(
        "rival, rivals, rivals like, rivals such as, competitor, competitors, larger rival, ev rival, arch rival, "
        "peer, peers such as"
    ),
)
