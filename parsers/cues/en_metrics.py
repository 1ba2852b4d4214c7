"""English: what is measured. Name of `parsers.metrics` -> phrases, in the notation of `parsers.cues`."""

from __future__ import annotations

METRICS: dict[str, str] = {
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
}
