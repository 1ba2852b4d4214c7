"""English."""

from __future__ import annotations

from parsers.cues import Cues
from parsers.cues import en_names as names
from parsers.cues import en_past as past
from parsers.cues.en_metrics import METRICS
from parsers.cues.en_status import STATUS

CUES = Cues(
    joins="and, and its, and the, as well as, together with",
    owns="'s, s'",
    equals="or, or about, or around, or roughly, or some, about, around, equivalent to, equal to",
    verb_endings="s, ed",
    abbreviations=(
        "inc, corp, co, ltd, no, vs, u.s, u.k, mr, ms, mrs, dr, jr, st, approx, bn, mn, rs, n.c, jan, feb, mar, apr, "
        "jun, jul, aug, sep, sept, oct, nov, dec, gov, sen, rep, est, cf, e.g, i.e, t"
    ),
    metrics=METRICS,
    forecast=(
        "expects, expect, expected, forecast*, outlook, guidance, projects to, will, would, target*, aims, goal, sees, "
        "predict*, warn*, by the end of, this year's, estimates?, to reach, should, aim, hopes, could, plans, planned, "
        "is seen, are seen, now seen, reckons, anticipat*, is projected, guided"
    ),
    status=STATUS,
    postponed=(
        "on hold, postpone, postpones, postponed, postponing, pauses, paused, pausing, puts off, put off, "
        "putting off, push back, pushes back, pushed back, pushing back, halts work, stops work, stopping work, "
        "stopped work, halts construction, freeze, freezes, froze, frozen, slams brakes, slammed the brakes, "
        "delays plan, delays plans, delays its plan, suspend, suspends, suspended, suspending, shelves work, "
        "mothballed"
    ),
    conditional=(
        "subject to, pending approval, pending regulatory, conditional on, conditionally, if approved, "
        "once approved, awaiting approval, still needs approval, requires approval, depends on support, "
        "depends on approval, subject to approval, subject to funding, subject to a final, "
        "final investment decision is, pending a final, provided that, contingent on"
    ),
    committed="approved, signed, board cleared, signed off, agreed, agrees, final investment decision",
    parts={
        "initial": (
            "initial, initially, first phase, phase one, phase 1, first stage, upfront, up front, to begin with, "
            "to start with, starting with, starts with, first tranche, first instalment, first installment, "
            "right away, at once, immediately, starter, comes first, first?, begins with, initial investment, "
            "initial outlay, initial sum, seed capital, in a first step, first step, opening phase, first-phase, "
            "phase i, to kick off, kick-off, starting capital, start-up capital, to get going, in the first phase, "
            "in the first stage, in the first step, in the first tranche, in the first round"
        ),
        "additional": (
            "additional, additionally, another, further, extra, on top of, tops up, more?, adds, add, added, "
            "supplementary, an added, new money, topping up, on top, topped up, extension, in an extension, a fresh, "
            "fresh, on top of that, in addition"
        ),
        "total": (
            "to date, so far, total, totals, totaling, totalling, totaled, totalled, in all, altogether, overall, "
            "all in, combined, in total, sum, aggregate, in the aggregate, grand total, cumulative, leaving, "
            "to a total, total outlay, total investment, total cost, overall investment, overall cost, "
            "bringing the round to, bringing the total to, bringing its total, brings the total, taking the total, "
            "takes the total, full cost, entire investment"
        ),
        "annual": (
            "budget?, r&d budget?, annual, annually, per year, a year, each year, yearly, every year, this year, "
            "annual budget, capital expenditure?, capital expenditures?, capex?, capital spending?, p.a, a year on, "
            "per annum, annual spending, annual capex, annual capital, yearly budget, this year's capital, "
            "full-year capital expenditure, for the year?, full-year?"
        ),
        "remaining": "remaining, the rest, remainder, balance of, outstanding, still to come, left to",
    },
    silent=(
        "up to, not exceed, not exceeding, not to exceed, than last year, from last year, than in the previous year, "
        "before costs, before expenses, before fees, state linked, state backed, state owned, state run, more than, "
        "no more than, less than, lower than, fewer than, no less than, not more than, as much as, at first sight, "
        "first quarter, first half, first time, first nine months, in the first, the first quarter, the first half, "
        "electric vehicle plans, put at, puts at, putting at, put it at, put the, puts the, putting the, "
        "put them at, put the figure, puts the figure, plant a tree, hand-shake, public investment fund, "
        "charges ahead, charge ahead, charging ahead, in charge, took charge, takes charge, take charge, "
        "private equity, at the expense of, on course, in the works, raises its stake, raised its stake, "
        "raises its guidance, raises its forecast, raised its guidance, raised its forecast, raises guidance, "
        "raises prices, raised prices, announcement of, in the announcement, to raise vehicle output, "
        "to raise output, to raise production, to raise capacity, to raise its output, to raise its capacity, "
        "to raise prices, raise capacity, raise output, raise production, loss-making, loss making, profit-making, "
        "excluding taxes, excluding tax, before taxes, before tax, plus taxes, in a bid to, grants the holder, "
        "grant the holder, entitles the holder, new zealand, in bid to, once the, once its, once it, once a, "
        "once all, once approved, once complete, once completed, once built, once finished, once fully, "
        "once in operation, once operational, once regulators, once permits"
    ),
    component=(
        "of which, of that, of this, including, part of, portion, thereof, roughly a quarter, each, of the, "
        "belongs to, part of it, portion of, a third of, a quarter of, half of, account for, accounts for, "
        "the lion's share, the bulk of, bulk of it, most of it, the rest, share of, of the new sum, of the sum, "
        "of this sum, of that sum, of the total, of the outlay, of the money, of this total, of the new total, "
        "of the amount, of that amount, comes out of, falls under"
    ),
    back_reference=past.BACK_REFERENCE,
    as_said="as ",
    instead="instead of, rather than, down from, up from",
    comparison=(
        "from prior, prior, compared with, compared to, compared, versus, vs, against, year earlier, instead of, "
        "not, following, after, from an estimated, unlike, like, previously the range had been, a year before, "
        "year ago, a year ago, joins, joining, a former, the former, an old, former, on top of the original, "
        "on top of the earlier, on top of the initial, on top of the existing"
    ),
    year_ago=(
        "the year before, a year earlier, a year ago, the previous year, the prior year, year-on-year, year on year, "
        "in the same period, the same quarter, a year before, the year-ago"
    ),
    spent=past.SPENT,
    grows=(
        "gets bigger, grows bigger, bigger, costlier, pricier, more expensive, cost rises, costs rise, cost climbs, "
        "cost overrun*, enlarges, enlarged, raises investment, ups investment, boosts investment, lifts investment, "
        "raises budget, lifts budget, ups budget, doubles investment, triples investment, expands plan, expands plans, "
        "raises spending, ups spending, raises its bet, raises bet, ups its bet, raises the stakes"
    ),
    shrinks=(
        "gets smaller, smaller, scales back, scales down, shrinks, trims, cuts investment, cuts budget, cuts spending, "
        "slashes, pares back, downsizes, halves, reduces investment, scaled back, scaled down, resumes at smaller scale"
    ),
    multiple=(
        "twice as much as, twice what, double what, double the prior, more than double, twice the, double the, "
        "three times as much, triple the, more than twice"
    ),
    raise_=(
        "raise, raises, raised, raising, increase, increases, increased, increasing, lift, lifts, lifted, lifting, "
        "up from, boost*, hike*, doubl*, tripl*, rise, rises, rose, rising, grow, grown, grew, ups, upgrad*, "
        "step up, steps up, stepped up, adds, expand*, to more than double, swell*, ramp*, tops, enlarg*, now, "
        "higher, up, raises the total, raised the total, raising the total, gets bigger, bigger, costlier, "
        "more expensive, dearer, cost rises, costs rise, price tag rises, cost has risen, costs have risen, "
        "enlarges, enlarged, expands, expanded, raises its offer, raised its offer, raises its bid, ups its, "
        "upsize*, upsized, upsizes, bump*, beef up, beefs up, beefed up, topped up, climb*, jump*, surge*, soar*, "
        "leap*, widen*, climbs, climbed, climbing, jumps, jumped, surges, surged, soars, soared, leaps, leapt, "
        "widens, widened"
    ),
    cut=(
        "cut, cuts, cutting, reduc*, lower, lowers, lowered, trim*, slash*, scal* back, scale back, scales back, "
        "scaled back, down from, halv*, shrink*, shrank, pare*, paring, downsiz*, curb*, drop, drops, dropped, fell, "
        "falls, less, slid, slide*, slip*, tumbl*, plung*, sank, dip*, dwindl*, slides, slips, slipped, tumbles, "
        "tumbled, plunges, plunged, dips, dipped, sinks"
    ),
    level=(
        "brings, bringing, brought, taking, takes, pushing, lifting, raising, lifts, pushes, swells to, swelling to, "
        "bringing the round to, bringing the total to, bringing its total, raises the total, raised the total, "
        "raising the total, raises the figure, brings the figure, brings the commitment, bringing the commitment, "
        "raises its total, takes its total, lifts the total, lifts its total, raises its commitment"
    ),
    correct=(
        "correct amount is, correct figure is, should have been, should have read, correction, corrected, corrects, "
        "erratum, misstated, mistakenly, incorrectly, in error, clarification, wrongly, an earlier version, "
        "correction:, the right amount, right amount is, the right figure, right figure is, correct sum is, "
        "corrects amount, corrects figure, corrects to, amends, we regret the error, gave the wrong, misreported, "
        "was misprinted, misprint, should read, gave a wrong figure, wrong figure, wrong amount, wrong number, "
        "we had written, text has been amended, has been corrected, regret the mistake, regret the error, "
        "we originally"
    ),
    mistaken=(
        "misstated, mistakenly, incorrectly, in error, wrongly, erroneously, an earlier version, gave the wrong, "
        "gave a wrong figure, gave the wrong figure, wrong figure, wrong amount, wrong number, we had written, "
        "we wrote, had said, originally said, originally reported, misstated the amount"
    ),
    more_than=(
        "more than in, more than it, more than before, more than planned, more than last, more than originally, "
        "more than first, more than a year, higher than, above the previous"
    ),
    less_than=(
        "less than in, less than it, less than before, less than planned, less than last, less than originally, "
        "less than first, less than a year, lower than, below the previous"
    ),
    from_="from",
    to="to",
    delta="by, by another, by about, by around",
    up_from=(
        "up from, down from, increased from, raised from, lifted from, higher than, above the, instead of, "
        "compared with, compared to, from, against, rather than, after, versus, more than the, "
        "more than four times the, more than double the, more than twice the, over the, not, previously, replacing, "
        "more than four times its, four times its, more than double its, double its, more than triple its, "
        "triple its, times its, times the, more than twice its, twice its, twice the, double the, triple the, "
        "three times the, double an, twice an"
    ),
    government=names.GOVERNMENT,
    federal="federal",
    others=(
        "suppliers, partners in the project, auto suppliers, parts suppliers, competitors, critics, observers, "
        "residents, unions, a supplier, other companies, other carmakers, other automakers, foreign companies, "
        "local firms, industry association, trade association, trade body, the cell industry, the battery industry, "
        "the car industry, the auto industry, the industry, carmakers together"
    ),
    investors=(
        "investor, investors, fund, funds, private equity, backer, backers, sovereign wealth, venture capital, "
        "shareholder, shareholders, lender, lenders, bank, banks, founder, consortium, parent, saudi backer, "
        "public investment fund, pif, sovereign fund, private equity firm, temasek, cyvn, mubadala, "
        "british international investment, bii, development finance institution, gic, adq, tpg, kkr, blackrock, "
        "softbank, qatar investment authority, pension fund, pension funds"
    ),
    receiver=(
        "goes to, go to, goes into, go into, flows to, flows into, in, into, to, for, hands, gives, lends, offers, "
        "of new, new, round at, fundraising at, for a stake in, stake in, will grant, will lend, will give, to lend, "
        "to grant, granting, lending, provide, provides, will provide, to provide, buys into, bought into, "
        "buying into, takes a stake in, took a stake in, shareholder in, shareholders in, holding in, "
        "largest shareholders in"
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
    issued=(
        "new, newly issued, fresh, newly created, new shares of, newly issued shares of, new shares in, "
        "new stock of, new ordinary shares of, new common shares of, newly issued shares in, newly created shares of"
    ),
    gives=(
        "provides, provide, provided, providing, lends, lend, lent, pays, pay, paid, will pay, extends, extended, "
        "hands, handed, gives, gave, puts, put, invests, invest, invested, injects, backs, back, backed, subscribes, "
        "subscribe, subscribed, buys, leads, led, supports, contributes, commits, committed, offers, offered, "
        "offering, awards, awarded, grants, granted, hand, has agreed to hand, agrees to hand, will grant, to grant, "
        "will lend, to lend, will donate, donates, donated, donating, lending, granting, will provide, to provide, "
        "will give, to give, chips in, chipped in, purchased, purchases, to purchase, will invest, to invest, "
        "is investing, are investing, has invested, have invested"
    ),
    source="from, led by",
    giver=(
        "from, by, of, led by, joint venture with, venture with, partnership with, together with, owned with, "
        "jointly with, along with, agreed with, agreement with, deal with, talks with, with, with the"
    ),
    definite="the",
    firms=names.FIRMS,
    nationalities=names.NATIONALITIES,
    of_paper="of, worth of, through, in cash through, via",
    securities="shares, stock, notes, bonds, stake, ads, adss, warrants, units, securities",
    relative="which, who, whose",
    pronouns=(
        "the company, the group, the firm, the automaker, the carmaker, the startup, the start-up, the manufacturer, "
        "the maker, it, its, itself, they, their, the unit, we, our, the business, the corporation, he, she, the two, "
        "the battery maker, the chinese group, the korean group, the ev maker"
    ),
    acts=names.ACTS,
    also="also, meanwhile, separately, now, recently, reportedly",
    announces=(
        "announced, announces, said, says, has, will, plans, is, was, reports, reported, posted, signed, intends, "
        "unveiled, confirmed, expects, continues, wants, generated, launched, opened, submitted, completed, told, "
        "wrote, added, named, announced that, said it, agreed, raised, closed, secured"
    ),
    name_endings=names.NAME_ENDINGS,
    name_starts=names.NAME_STARTS,
    not_names=names.NOT_NAMES,
    descriptors=names.DESCRIPTORS,
    titles=names.TITLES,
    seats="of",
    denies="no",
    hearsay="report, reports, sources, source",
    placing="in, at, near, outside, around, across, off, inside",
    lends=names.LENDS,
    owning=r"(?:'s)? (?:[a-z-]+ ){0,2}(?:unit|subsidiary|arm|brand|division|marque|offshoot) ",
    relations=names.RELATIONS,
    says=(
        "said, says, told, wrote, added, announced, confirmed, disclosed, estimates, estimated, reckons, argues, "
        "claims"
    ),
    news_services=names.NEWS_SERVICES,
    scope=(
        "electric vehicle*, electric car*, electric truck*, electric mobility, electrif*, electric pickup*, "
        "electric suv*, electric bus*, ev, evs, bev, bevs, battery, batteries, cell, cells, charging, charger*, car, "
        "cars, carmaker*, automaker*, automotive, auto, vehicle, vehicles, truck, trucks, gigafactory, hybrid*, "
        "lithium, cathode*, anode*, e-mobility, motor, motors, hgv*, gigafactories, robotaxi*, self-driving, "
        "autonomous driving, electric school bus*, school bus*, buses, e-bus*, e-buses, scooter*, two-wheeler*, "
        "three-wheeler*, motorcycle*, van, vans, lorry, lorries, charge point*, chargepoint*, swap station*, "
        "battery swap*, powertrain*, drivetrain*, e-axle*, inverter*, rare earth magnet*, solid-state, sodium-ion, "
        "separator*, electrolyte*, copper foil, charge network*, plug-in*, pickup*, suv*, minibus*, tractor*, "
        "forklift*, crossover*, sedan*, electric motor*, e-motor*, electric drive*, traction motor*, e-bike*, "
        "electric ferr*, electric van*"
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
        r"in (?:the )?(?:fiscal |fiscal year |spring |summer |autumn |fall |winter )?(?:of )?{y}",
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
