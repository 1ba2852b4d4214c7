"""Spanish."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="y, e, y su",
    equals="o, unos, equivalente a",
    verb_endings="a, e, rá, n",
    abbreviations=(
        "mill, mm, sr, sra, av, núm, art, aprox, ee, uu, s.a, cía, inc, co, ene, feb, mar, abr, jun, jul, ago, sep, "
        "oct, nov, dic"
    ),
    metrics={
        "investment": (
            "inver*, invirt*, destinar*, destina, destinó, desembols*, inyect*, gast*, presupuesto, capex, "
            "gasto de capital, aport*?, construir?, construcción?, planta?, fábrica?, proyecto?, gigafactoría?, "
            "ampliación?, ampliar?, complejo?, plan?, programa?, costará?, coste de?, electrificación?, "
            "corresponderán?, corresponden?, elevan?, eleva?, movilizar*, moviliza, movilizarán, gastar, gastará, "
            "gastarán, proyecto valorado en, inversión valorada"
        ),
        "funding_raised": (
            "ronda de financiación, financiación, capta, captar, captado, captó, recauda, recaudar, recaudado, "
            "recaudó, ampliación de capital, salida a bolsa, emisión, bonos, préstamo*, crédito, línea de crédito, "
            "levanta, levantó, colocación, inversores?, consigue?, obtiene?, recibe?, cierra?"
        ),
        "acquisition": "adquir*, adquisición, compra, comprar, compró, opa, toma de control, absorción",
        "subsidy": (
            "subvención, subvenciones, ayuda, ayudas, perte, incentivo*, fondos públicos, fondos europeos, "
            "crédito fiscal, plan moves, aval, avales, bonificación, concede, ha concedido, ha asignado, asigna, "
            "adjudica, a fondo perdido, otorga"
        ),
        "loss": "pérdida*, pierde, perdió, números rojos, deterioro, saneamiento, cargo extraordinario",
        "revenue": "ingresos, facturación, factura, facturó, ventas de?, cifra de negocio*",
        "profit": "beneficio*, ganancia*, ganó, gana, ebitda, ebit, resultado neto, utilidad*",
        "cash": "caja, liquidez, tesorería, efectivo",
        "valuation": "valorada en, valorado en, valoración, capitalización, valora",
        "price": "precio*, cuesta, desde, por acción, tarifa*, al mes, descuento, vende por, pvp",
        "other": (
            "pedido*, contrato*, multa*, indemnización, demanda, arancel*, dividendo*, deuda, ahorro*, sueldo, "
            "recompra de acciones, sanción, exportaciones"
        ),
        "production_capacity": "capacidad, producción, producir, al año, anuales, fabricar",
        "deliveries": "entreg*, vendi*, ventas, matricul*, unidades",
        "jobs": "empleo*, puesto*, trabajador*, empleado*, plantilla, despid*, contratar",
        "users": "usuario*, cliente*",
        "energy": "almacenamiento, baterías estacionarias",
        "range_km": "autonomía",
        "percent_change": "aument*, crec*, subi*, sube, caída, cae, baja, bajó, descen*, más que, alza, incremento",
    },
    forecast="prevé, espera, prevista*, objetivo, estima, estimado, será, tendrá, previsión, aspira",
    status={
        "announced": (
            "anunci*?, invertirá, destinará, confirm*, firm*, aprob*, desembolsará, acord*, comprometid*, decid*, "
            "movilizar*, ha asignado, concede"
        ),
        "planned": (
            "prevé, planea, plane*, quiere, pretende, estudia, podría, podrían, espera, proyecta, tiene previsto, "
            "objetivo, negocia, valora invertir, aplaz*"
        ),
        "reported": "registró, registra, alcanzó, sumó",
        "rumoured": "según fuentes, fuentes, según medios, según la prensa, habría, rumor*, filtra*",
        "denied": (
            "desmiente, desmentido, niega, negó, falso, carece de fundamento, carecen de fundamento, infundad*, "
            "sin fundamento, no hay negociaciones"
        ),
        "completed": (
            "invirtió, ha invertido, han invertido, cerró, completó, inaugur*, captó, recaudó, compró, adquirió, "
            "ya invertido*"
        ),
        "cancelled": (
            "cancela*, abandona*, renuncia*, suspende, paraliza*, retira, descarta construir, descarta invertir, "
            "descarta la planta, descarta la fábrica, descarta el proyecto, descarta la inversión, "
            "descarta su proyecto, descarta el plan, descarta su plan, descarta levantar, descarta la gigafactoría, "
            "desiste*, no seguirá adelante, descartó construir"
        ),
    },
    postponed="aplaza, aplaza*, pospone, pospone*, paraliza temporalmente, congela, congela*, pausa",
    conditional="sujeto a, sujeta a, pendiente de",
    committed="aprobado, firmado, ha firmado, acordado",
    parts={
        "initial": "inicial, iniciales, primera fase, en un primer momento, para empezar",
        "additional": "adicional*, más, otros, extra, además",
        "total": "total, en total, totales, conjunto, global",
        "annual": "al año, anual*, cada año",
        "remaining": "restante*, resto",
    },
    silent="más de, no más de, menos de",
    component="de los cuales, de los que, entre ellos",
    back_reference=(
        "ya anunciad*, anteriormente, previamente, había, habían, anunciado en, anunciada en, hace un año, "
        "el año pasado anunció, originalmente, en su día"
    ),
    comparison=(
        "frente a, comparado con, en lugar de, respecto a, tras, contra, antigua, antiguo, la antigua, exfábrica de"
    ),
    year_ago="un año antes, el año anterior, interanual",
    spent=(
        "hasta ahora, el año pasado, el pasado año, hasta la fecha, ha invertido, han invertido, desde, en los últimos"
    ),
    multiple="el doble de, el doble que",
    raise_="eleva*, aument*, ampl*, sube, subir, duplic*, incrementa*",
    cut="reduc*, recorta*, rebaja*, baja, disminuy*",
    correct="corrección, rectificación, fe de errores, corrige, erróneamente",
    from_="de, desde",
    to="a, hasta, a más de",
    delta="en",
    up_from="frente a, frente a los, desde, en lugar de, frente a las, frente al",
    government=(
        "gobierno*, estado, ministerio*, ministro, comisión europea, unión europea, ue, generalitat, "
        "comunidad autónoma, junta, ayuntamiento, bruselas, administración, industria concede, industria asigna, "
        "industria adjudica, industria otorga, industria da, ministerio de industria"
    ),
    investors="inversor*, fondo*, banco*, accionista*",
    receiver="en, para, a",
    source="de parte de, por parte de",
    giver="de, por, del",
    gives="presta, concede, otorga, aporta, dará",
    target="en, para, a construir",
    relative="que",
    pronouns=(
        "la compañía, la empresa, el grupo, el fabricante, la firma, la automovilística, la marca, "
        "las dos compañías, ambas compañías, las dos empresas, ambas empresas"
    ),
    announces=(
        "anuncia, invertirá, invierte, prevé, construirá, quiere, ha, planea, destinará, confirma, levanta, capta, es, "
        "va"
    ),
    name_endings="s.a, grupo, group, motors, motor, energy, holding, automoción, technologies",
    name_starts=(
        "el, la, los, las, grupo, fabricante, empresa, compañía, automovilística, china, alemana, española, startup, "
        "también, tambien, además, asimismo"
    ),
    not_names=(
        "el, la, los, las, un, una, en, de, por, para, con, su, sus, este, esta, según, además, también, españa, "
        "china, europa, madrid, barcelona, bruselas, gobierno, más, enero, febrero, marzo, abril, mayo, junio, julio, "
        "agosto, septiembre, octubre, noviembre, diciembre, total, primera, nueva"
    ),
    descriptors=(
        "fabricante, empresa, grupo, compañía, firma, startup, start-up, operador, operadora, proveedor, filial, "
        "marca, gigante, consorcio, automotriz, armadora, sociedad, fondo, constructor, emergente"
    ),
    adjectives_follow=True,
    titles=(
        "presidente, presidenta, consejero delegado, director general, director, fundador, ministro, ministra, "
        "alcalde, gobernador, portavoz, analista, director financiero, ceo"
    ),
    denies="no",
    placing="en, cerca de",
    also="también, asimismo",
    acts=(
        "invierte, invertirá, invirtió, compra, comprará, adquiere, capta, cierra, destina, destinará, prevé, "
        "planea, anuncia, anunció, ha invertido, ha comprado, eleva, recorta, levanta, recauda, quiere"
    ),
    news_services="efe, reuters, europa press, bloomberg, expansión, afp",
    scope=(
        "coche*, vehículo*, eléctric*, batería*, automóvil*, automoción, recarga, gigafactoría, híbrid*, camion*, "
        "celdas, litio, coches, autobús, autobuses, motocicleta*, moto eléctrica, cargador*, electrolinera*, "
        "gigafábrica*, celda*, cátodo*, ánodo*, automotriz, autopartes, furgoneta*, carga rápida, puntos de carga, "
        "ensambladora*"
    ),
    this_year="este año",
    next_year="el próximo año, el año que viene",
    durations=(
        r"(?:en|durante) (?:los )?(?:próximos )?{n} años",
        r"próximos {n} años",
    ),
    untils=(
        r"(?:hasta|antes de|para|en el horizonte de) (?:el |finales de |fin de )?{y}",
    ),
    spans=(
        r"(?:entre|de|desde) {a} (?:y|a|hasta) {b}",
        r"{a} ?[–— ] ?{b}",
    ),
    years=(
        r"(?:en|para) {y}",
    ),
    counts={"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10},
)
