"""Portuguese."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="e, e a, e o",
    equals="ou, cerca de, equivalente a",
    verb_endings="a, e, rá, u",
    abbreviations=(
        "mi, bi, tri, sr, sra, ltda, s.a, av, art, inc, co, jan, fev, mar, abr, jun, jul, ago, set, out, nov, dez"
    ),
    metrics={
        "investment": (
            "invest*, aporte, aportes, aplicar*, destina*, gastar*, orçamento, capex, desembols*, injet*, fábrica?, "
            "planta?, projeto?, construir?, construção?, ampliação?, ampliar?, complexo?, plano?, ciclo de?, "
            "programa?, eletrificação?, custará?, avaliado em?, orçad*, projeto está avaliado, investimento de, "
            "gastar, gastará, projeto avaliado em"
        ),
        "funding_raised": (
            "capta*, captação, rodada, levanta*, levantou, financiamento, empréstimo*, aumento de capital, "
            "oferta pública, ipo, emissão, debêntures, títulos, investidores?, recebe?, obtém?, obteve?"
        ),
        "acquisition": "adqui*, aquisição, compra, comprar, comprou, opa",
        "subsidy": (
            "subsídi*, incentivo*, ajuda*, apoio público, benefício fiscal, crédito tributário, bndes?, "
            "fundos públicos, prr, subvenç*, mover?"
        ),
        "loss": "prejuízo*, perda*, perdeu, imparidade*, baixa contábil",
        "revenue": "receita*, faturamento, faturou, volume de negócios, vendas de?",
        "profit": "lucr*, ebitda, ebit, resultado líquido, ganho*",
        "cash": "caixa, liquidez, tesouraria",
        "valuation": "avaliada em, avaliado em, valor de mercado, avaliação, valuation",
        "price": "preço*, custa, a partir de, por ação, por mês, desconto, tabela, mensalidade",
        "other": (
            "encomenda*, contrato*, multa*, indenização, processo, tarifa*, dividendo*, dívida, economia de, salário, "
            "recompra, exportações"
        ),
        "production_capacity": "capacidade, produção, produzir, por ano, anuais",
        "deliveries": "entreg*, vend*, emplac*, matrícul*, unidades",
        "jobs": "emprego*, postos de trabalho, trabalhador*, funcionário*, vagas, demit*, contratar",
        "users": "usuário*, utilizador*, cliente*",
        "energy": "armazenamento",
        "range_km": "autonomia",
        "percent_change": "aument*, cresc*, alta, sub*, queda, cai, caiu, recu*, baix*, avanço",
    },
    forecast="prevê, previst*, espera, meta, projeta, deverá, estima, será",
    status={
        "announced": "anunci*?, investirá, vai investir, confirma*, assin*, aprov*, destinará, decid*, comprome*",
        "planned": (
            "planeja, planeia, pretende, quer, estuda, poderá, pode, prevê, negocia, avalia, projeta, adia*, meta"
        ),
        "reported": "registrou, registou, atingiu, somou",
        "rumoured": "segundo fontes, fontes, segundo a imprensa, teria, rumor*",
        "denied": (
            "desmente, desmentiu, nega, negou, falso, sem fundamento, infundad*, desprovid*, não há negociações"
        ),
        "completed": "investiu, já investiu, concluiu, inaugur*, captou, levantou, comprou, adquiriu",
        "cancelled": "cancela*, abandona*, desist*, suspende*, desiste",
    },
    postponed="adia, adia*, suspende, suspende*, congela, congela*",
    conditional="sujeito a, sujeita a, pendente de",
    committed="aprovou, assinou, aprovado, decidiu",
    parts={
        "initial": "inicial, iniciais, primeira fase, primeira etapa",
        "additional": "adicional, adicionais, mais, outros, extra",
        "total": "total, no total, totais, ao todo",
        "annual": "por ano, anual, anuais, ao ano",
        "remaining": "restante*, resto",
    },
    silent="mais de, não mais de, menos de",
    component="dos quais, sendo, incluindo",
    back_reference=(
        "já anunciad*, anteriormente, havia, haviam, tinha, anunciado em, no ano passado anunciou, originalmente"
    ),
    comparison="contra, ante, em vez de, em comparação com, após",
    spent="até agora, no ano passado, até o momento, até à data, já investiu, desde, nos últimos",
    raise_="aument*, eleva*, ampli*, dobra*, duplica*, sobe",
    cut="reduz*, corta*, diminu*, cai",
    correct="correção, errata, corrige, retificação, erroneamente",
    from_="de, dos, antes orçado em, antes estimado em, antes avaliado em, antes previsto em",
    to="para, até",
    delta="em",
    up_from="ante, ante os, contra, em vez de, acima dos",
    government=(
        "governo*, estado, ministério, ministro, comissão europeia, união europeia, ue, bndes, prefeitura, bruxelas"
    ),
    investors="investidor*, fundo*, banco*, acionista*",
    receiver="em, no, na, para",
    source="da parte de",
    giver="de, do, da, pelo, pela",
    gives="empresta, concede, aporta",
    target="em, no, na, para, para construir",
    relative="que",
    pronouns="a empresa, a companhia, o grupo, a montadora, a fabricante, o fabricante, a marca",
    announces="anuncia, anunciou, investirá, vai, investe, planeja, quer, confirma, capta, é, pretende",
    name_endings="s.a, grupo, group, motors, energy, holding, technologies",
    name_starts=(
        "o, a, os, as, grupo, montadora, fabricante, empresa, chinesa, alemã, startup, também, além disso"
    ),
    not_names=(
        "o, a, os, as, um, uma, em, de, por, para, com, seu, sua, este, esta, segundo, além, brasil, portugal, china, "
        "europa, brasília, lisboa, governo, mais, total, primeira, nova, janeiro, fevereiro, março, abril, maio, "
        "junho, julho, agosto, setembro, outubro, novembro, dezembro"
    ),
    descriptors=(
        "fabricante, empresa, grupo, companhia, montadora, startup, start-up, operadora, fornecedora, subsidiária, "
        "marca, gigante, consórcio, sociedade, fundo, construtora"
    ),
    adjectives_follow=True,
    titles=(
        "presidente, ceo, diretor, diretor-geral, diretor financeiro, fundador, ministro, prefeito, governador, "
        "porta-voz, analista"
    ),
    denies="não",
    placing="em, no, na",
    also="também",
    acts=(
        "investe, investirá, vai investir, compra, adquire, capta, levanta, destina, prevê, anuncia, anunciou, "
        "investiu, comprou, eleva, corta, quer"
    ),
    news_services="reuters, bloomberg, lusa, agência brasil, valor",
    scope=(
        "carro*, veículo*, elétric*, bateria*, automóve*, automotiv*, montadora, recarga, carregamento, híbrid*, "
        "caminh*, lítio, células, ônibus, autocarro*, moto elétrica, motos elétricas, carregador*, gigafábrica*, "
        "célula*, cátodo*, ânodo*, autopeças, montadoras, eletroposto*, picape*, camionete*, furgão, "
        "mobilidade elétrica, eletromobilidade"
    ),
    this_year="este ano, neste ano",
    next_year="próximo ano, ano que vem",
    durations=(
        r"(?:em|nos|durante os) (?:próximos )?{n} anos",
        r"próximos {n} anos",
    ),
    untils=(
        r"(?:até) (?:o fim de |ao fim de |final de |fim de )?{y}",
    ),
    spans=(
        r"(?:entre|de) {a} (?:e|a|até) {b}",
        r"{a} ?[–— ] ?{b}",
    ),
    years=(
        r"(?:em|para) {y}",
    ),
    counts={"dois": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10},
)
