"""French."""

from __future__ import annotations

from parsers.cues import Cues

CUES = Cues(
    joins="et, et son, ainsi que",
    equals="soit, soit environ, ou, environ",
    verb_endings="e, t, ra",
    abbreviations=(
        "m, mm, mme, st, ste, env, etc, cf, mds, md, n, art, jan, janv, févr, avr, juil, sept, oct, nov, déc, inc, co"
    ),
    metrics={
        "investment": (
            "invest*, investissement*, l'investissement, d'investissement*, dépens*, mettre, consacr*, injecte, "
            "injecter, débours*, budget, plan d'investissement, met sur la table, allou*, engag*, mobilise, usine*?, "
            "l'usine*?, d'usine*?, gigafactory?, projet*?, site*?, construction?, construire?, développe*?, "
            "électrification?, programme*?, extension?, plan?, coût*?, a coûté?, coûté?, coûtera?, enveloppe?, "
            "injecté, mettra, mise?, miser?, débloque?, investi, investir, investissant, investira, investiront, "
            "investissement total, enveloppe d'investissement, plan d'investissements, programme d'investissement, "
            "mobiliser, mobilisera, mobilisés, mettre sur la table, mettra sur la table, met la main à la poche, "
            "débloquer, dépenser, dépensera, dépensé, dépenses d'investissement, budget d'investissement, capex, "
            "représente un investissement, chiffré?, chiffrée?, estimé?, estimée?, montant du projet?, coût total?, "
            "coût du projet?, coûter?, financer?, injection, injectera, placer?, allouer, allouera, affecter, "
            "affectera, réserver, réserve?, réservera, engager, engagera, usine de batteries?, méga-usine?, "
            "gigafactories?, site de production?, ligne de production?, centre de recherche?, centre r&d?, siège?, "
            "chaîne?, implantation?, s'implanter?, modernisation?, transformation?, conversion?, agrandissement?, "
            "agrandir?, recevra?, iront?, ira à?, fléché*, seront consacrés, sera consacré, seront investis"
        ),
        "funding_raised": (
            "levée de fonds, lève, lever, levé, levée*, tour de table, augmentation de capital, "
            "introduction en bourse, emprunt*, obligation*, prêt, prêts, boucle, réuni, réunir, réunit, "
            "financement*, crédit, banque européenne d'investissement, bei, placement, émission, souscri*, "
            "entre au capital, prise de participation, capital?, obtient?, investisseurs?, levée, tour, série a, "
            "série b, série c, série d, série e, ligne de crédit, lignes de crédit, prêt garanti, prêt relais, "
            "plan de sauvetage, bouée, obtient un prêt, placement privé, émission obligataire, actions nouvelles, "
            "refinanc*, crédit syndiqué, empoché, empoche, auprès d'investisseurs, nouveau tour, a levé, lèvent, "
            "lèvera, ont levé, levée de, tour de financement, prêt bancaire, prêt vert, emprunt obligataire, "
            "dette bancaire, dette, fonds propres, fonds levés, capital-risque, souscription, "
            "augmentation de son capital, recapitalisation, recapitalis*, apport en capital, apport de?, "
            "apporteront?, entrée en bourse, cotation, ipo, obligations convertibles, obligations vertes, "
            "facilité de crédit, sécurise, sécurisé, décroche, décroché, pool bancaire, banques prêteuses, "
            "financement bancaire, financement de, tour de table de, série f, nouvelle injection, "
            "injection de ses actionnaires, discute avec ses actionnaires?, actionnaires?, recapitaliser, "
            "remettre au pot, au pot, a mobilisé, mobilisé, mobilise, a réuni, soutien de"
        ),
        "acquisition": (
            "acquisition*, acquér*, acquiert, acquis, rachat*, rachèt*, rachet*, achète, acheté, reprise, reprend, "
            "opa, prix d'achat, prend pour, s'offre?, met la main sur, prix de cession, montant du rachat, "
            "rachat de, cède?, cession?, rachète, racheter, a racheté, vont racheter, offre de rachat, "
            "offre publique, offre d'achat, surenchère?, acquisition de, mise sur le marché?, s'empare de, s'empare, "
            "prise de contrôle, reprendre, monte au capital, monter au capital, montée au capital, "
            "participation de?, actions existantes"
        ),
        "subsidy": (
            "subvention*, aide, aides, d'aides, bonus écologique, bonus, crédit d'impôt, crédits d'impôt, "
            "soutien public, argent public, l'état, d'état, fonds publics, prime*, collectivités?, région?, "
            "la région?, agglomération?, l'agglomération?, france 2030, ademe, garantie de l'état, coup de pouce, "
            "prime à la conversion, leasing social, aides à l'achat, l'enveloppe fond, aide publique, "
            "aides publiques, dotation, aides d'état, subventionn*, ménages modestes, ménages, superbonus, "
            "soutien de l'état, soutien financier, soutiens publics, financement public, financements publics, "
            "fonds européens, subventions publiques, crédits publics, prime, enveloppe de l'état, piiec, ipcei, "
            "aide de l'état, aides de l'état, aides régionales, exonération*, avantage fiscal, avantages fiscaux, "
            "garantie publique, prêt garanti par l'état, pge, appui de l'état, enveloppe, verdissement"
        ),
        "loss": (
            "perte*, déficit, dépréciation*, charge exceptionnelle, charges, moins-value, dans le rouge, perdu, "
            "perd, charge de, coût comptable, changement de traitement comptable, moins values, dépréci*, "
            "restructuration, coûts de restructuration, provision*, charge de restructuration, brûlé, brûle, "
            "englouti, trou, pertes, perte nette, perte opérationnelle, perte sèche, charge exceptionnelle de, "
            "dépréciations, provisionner, provisionné, coûts exceptionnels, charges exceptionnelles, ardoise, "
            "sorties de trésorerie"
        ),
        "revenue": "chiffre d'affaires, ventes annuelles, recettes, revenu*, ca, ventes?, de ventes?",
        "profit": (
            "bénéfice*, résultat net, résultat opérationnel, ebitda, marge opérationnelle, profit*, excédent, gagné"
        ),
        "cash": "trésorerie, liquidités, cash, en caisse",
        "valuation": "valoris*, capitalisation boursière, évalué*, valorisation",
        "price": (
            "prix, tarif*, à partir de, coûte, l'action, par action, par mois, loyer, remise, facturé*, vendu, "
            "vendue, catalogue, euros par mois, démarre à, débute à, affiché*, est proposé*, vendu à partir de, "
            "facture, prix de base, prix d'appel, prix catalogue, à moins de, vendu à, vendue à, commercialisé*, "
            "proposé à, proposée à, bonus déduit, prix de vente, prix public"
        ),
        "other": (
            "commande*, contrat*, amende*, dommages, procès, droits de douane, dividende*, dette*, économies, "
            "rachat d'actions, salaire*, rémunération, marché de, exportations, indemnité*, accord?, "
            "réduire la voilure, économie de, plan d'économies, frais, coûts fixes, réduction des coûts, "
            "réduire les coûts, commande de, contrat de, marché estimé, taille du marché, amende de, "
            "dommages et intérêts, surtaxe, taxe, taxes, salaire, prime aux salariés, indemnités, créances, passif, "
            "économies de, économiser, dividende, rachats d'actions, contentieux, litige, impayés, plan social, "
            "indemnités de départ"
        ),
        "production_capacity": "capacité*, production, produire, par an, produit*, équiper, annuel*, assembler",
        "deliveries": "livraison*, livré*, vendu*, vendre, immatriculation*, ventes, écoulé*",
        "jobs": (
            "emploi*, d'emplois, salarié*, postes, effectif*, embauch*, suppressions, licenciement*, recrut*, directs, "
            "indirects"
        ),
        "users": "utilisateur*, client*, abonné*",
        "energy": "stockage, batterie stationnaire",
        "range_km": "autonomie",
        "percent_change": (
            "hausse, augmentation, progress*, croissance, bond, recul, baisse, chute, repli, grimp*, augmenté, reculé, "
            "gagné"
        ),
    },
    forecast=(
        "attend, attendu, prévoit, prévision*, objectif, vise, table sur, perspective*, devrait, d'ici, sera, projette"
    ),
    status={
        "announced": (
            "annonc*?, va, investira, dévoil*?, confirm*, signé, signe, s'engage, décid*, lance, officialis*, "
            "ajoute, accord*, choisit, a annoncé, annonce, ont annoncé, a confirmé, a décidé, a signé, ont signé, "
            "investit, construira, ouvrira, va investir, va construire, vont investir, va injecter, va mettre, "
            "s'engage à, feu vert, donne son feu vert, approuve, retenu, a choisi, première pierre, "
            "pose de la première pierre, recevra, recevront, passera"
        ),
        "planned": (
            "prévoit, prévu*, compte, veut, souhaite, projet, envisage*, devrait, pourrait, projette, vise, entend, "
            "ambition*, objectif, soumis*, sous réserve, d'ici, en cours de discussion, reporte*, prévoit de, "
            "envisage de, projette de, pourraient, veut bâtir, veut construire, compte investir, souhaite investir, "
            "à l'étude, étudie, négocie, négociations, en discussions, discussions, en pourparlers, reporté, report, "
            "repousse, repoussé, décalé, décale, suspendu, met en pause, pause, gèle?, lettre d'intention, "
            "protocole d'accord, devraient, estimé, estime, table, gelé, gelée, pourra, pourront"
        ),
        "reported": "publié, a réalisé, enregistr*",
        "rumoured": (
            "selon deux sources, selon des sources, sources, selon une source, source proche, selon la presse, "
            "aurait, auraient, rumeur*, selon nos informations, par la presse, selon plusieurs médias, serait, "
            "seraient, selon une source proche, selon des sources proches, selon bloomberg, selon reuters, "
            "d'après bloomberg, croit savoir, indiscrétions, selon le journal, de sources concordantes, "
            "source proche du dossier, sources proches du dossier, une source proche, rumeurs, bruits de couloir, "
            "évoquerait, réfléchirait, envisagerait, négocierait, discuterait, s'apprêterait, s'apprêteraient, "
            "informations de presse, selon des informations, aurait prévu, pourrait bientôt, prêt à, remettraient, "
            "recapitaliseraient, investirait, investiraient, chercherait, chercheraient, lèverait, rachèterait"
        ),
        "denied": (
            "dément*, démenti*, faux, réfute*, dément, a démenti, démentent, infondé*, sans fondement, inexact*, "
            "fausse, fausses, nie, a nié, catégoriquement"
        ),
        "completed": (
            "a coûté, coûté, inaugur*, achevé*, bouclé*, boucle, levé, réuni, a investi, ont investi, acquis, "
            "racheté, déjà investi, finalis*, payés, obtenu, a levé, ont levé, lève, avoir bouclé, a bouclé, "
            "bouclée, clôturé, a clôturé, finalisé, a finalisé, a racheté, a acquis, inauguré, a inauguré, "
            "a dépensé, ont dépensé, dépensé, déjà dépensé, a versé, versés, a obtenu, a reçu, reçu, a réuni, "
            "avait réuni"
        ),
        "cancelled": (
            "annul*, abandon*, renonc*, suspend*, met fin, jette l'éponge, retire, stoppe, abandonne, "
            "abandonné, abandonnée, renonce, a renoncé, annulé, annulée, enterré, enterre, ne verra pas le jour, "
            "ne sera pas construite, tire un trait, stoppé, stoppée, retrait, se retire, s'est retiré, met un terme"
        ),
    },
    postponed="met en pause, mis en pause, mise en pause, suspend, suspendu*, reporte, reporté*, gèle, gelé*",
    conditional="sous réserve, encore soumis*, doit encore, reste à valider",
    committed="signé, a signé, approuvé, validé, a décidé",
    parts={
        "initial": (
            "première tranche, première phase, initial*, d'abord, dans un premier temps, au départ, immédiatement, "
            "de départ, la première phase, première étape, en premier lieu, mise de départ, investissement initial, "
            "dès maintenant"
        ),
        "additional": (
            "supplémentaire*, de plus, auxquels, en plus, additionnel*, encore, nouvelle tranche, ajoute, "
            "s'ajoutent, autres, supplémentaires, complémentaire*, rallonge, en sus, s'y ajoutent, vient s'ajouter"
        ),
        "total": (
            "au total, total*, en tout, global*, somme, cumul*, ensemble, boucle, investissement total, "
            "montant total, coût total, enveloppe totale, globalement, cumulé*, à terme"
        ),
        "annual": "par an, annuel*, chaque année",
        "remaining": "restant*, le reste, solde",
    },
    component="dont, y compris, parmi, une partie",
    silent="de plus de, de moins de, à plus de",
    back_reference=(
        "déjà annoncé*, précédemment, auparavant, avait, avaient, initialement, avait été, à l'époque, dévoilé en, "
        "annoncé en, l'an dernier, il y a un an, jusqu'ici, jadis, la veille, l'an passé, en son temps, "
        "l'année précédente, il y a deux ans, le mois dernier, la semaine dernière, avait promis, avaient promis, "
        "déjà réuni, avait déjà, déjà investi, déjà dépensé, précédente levée, premier tour, tour précédent, "
        "il y a trois ans, il y a cinq ans, en 2021 déjà, annoncé l'an dernier, annoncée l'an dernier, "
        "annoncé il y a, promis, promise, promis en, initialement prévu*, prévu initialement, anniversaire, "
        "rétrospectivement, à l'origine, autrefois, "
        "présentée en, présenté en"
    ),
    as_said="comme ",
    instead="au lieu, plutôt que",
    comparison=(
        "contre, au lieu de, comparé à, par rapport à, face à, après, ancienne, l'ancienne, ancien, l'ancien"
    ),
    year_ago="un an plus tôt, un an auparavant, l'année précédente, sur un an, au même trimestre, l'an dernier",
    spent=(
        "déjà, depuis, à ce jour, jusqu'ici, l'an dernier, l'année dernière, au cours des dernières, déjà dépensé, "
        "a déjà, ont déjà, depuis dix ans, depuis cinq ans, depuis sa création, depuis 2018, depuis 2019, "
        "depuis 2020, depuis 2021, au total depuis, ces dernières années, en dix ans, a dépensé, ont dépensé, "
        "avait dépensé, a consacré, dépensés, au cours du trimestre"
    ),
    grows="plus cher, plus chère, plus grande, voit plus grand, relève, augmente, double, gonfle, rallonge",
    shrinks="réduit, revoit à la baisse, rabote, divise, moins ambitieux, plus petite, réduit la voilure",
    multiple="deux fois plus que, le double de, soit le double, deux fois plus",
    raise_=(
        "relève*, relev*, porte, porté*, augment*, accroît, accroi*, double*, passe, passera, hausse, rehauss*, triple*"
    ),
    cut="réduit*, réduir*, baisse, abaiss*, diminu*, rabot*, ramen*, coupe, divis*",
    correct="rectificatif, correction, erratum, corrig*, erreur, erroné*, par erreur",
    from_="de, d'",
    to="à, jusqu'à, à plus de",
    more_than="de plus que, de plus qu'annoncé, de plus qu'en",
    less_than="de moins que, de moins qu'annoncé, de moins qu'en",
    delta="de",
    up_from="contre, au lieu de, au lieu des, contre seulement, plutôt que",
    government=(
        "l'état, état, gouvernement, ministère, région, collectivités, commission européenne, union européenne, "
        "bruxelles, ue, agglomération, l'agglomération, la région, élysée, bercy, président, la france, "
        "le gouvernement, matignon, madrid, berlin, rome, les pouvoirs publics, exécutif, l'exécutif, département, "
        "le département, métropole, la métropole, communauté urbaine, conseil régional, la ville, mairie, "
        "gouvernement marocain, gouvernement français, gouvernement espagnol, hauts-de-france, québec, ottawa, "
        "le fédéral, gouvernement fédéral"
    ),
    others="fournisseurs, sous-traitants, concurrents, syndicats, riverains",
    investors="investisseur*, fonds, banque, banques, actionnaire*, bei, bpifrance, banque européenne d'investissement",
    receiver="dans, à, au, pour, chez",
    gives=(
        "prête, accorde, accordent, apporte, apportent, verse, versent, entre au capital, octroie, fournit, "
        "va verser, versera, verser, prêtera, prêter"
    ),
    source="de la part de, auprès de",
    giver="de, par, du, d', aux côtés de, dont, avec, emmené par, emmenée par, mené par, menée par",
    target="dans, pour, à, pour construire, pour développer",
    no_target=(
        "trimestre, semestre, an, ans, année, années, mois, semaine, semaines, janvier, février, mars, avril, mai, "
        "juin, juillet, août, septembre, octobre, novembre, décembre, total, numéraire, tranches, moitié"
    ),
    relative="qui",
    pronouns=(
        "le groupe, l'entreprise, la société, le constructeur, elle, il, la jeune pousse, la start-up, le fabricant, "
        "l'industriel, le groupe taïwanais, ils, elles, le chinois, l'équipementier, l'opérateur, la marque, "
        "le losange"
    ),
    announces=(
        "annonce, va, a, veut, lance, boucle, choisit, s'allie, investit, prévoit, signe, confirme, lève, ouvre, "
        "obtient, est, rachète"
    ),
    name_endings=(
        "sa, sas, groupe, group, motors, automobiles, énergies, energies, holding, batteries, technologies, "
        "technology, industries"
    ),
    name_starts=(
        "le, la, les, l', un, une, constructeur, groupe, fabricant, équipementier, français, chinois, allemand, "
        "jeune, pousse, start up, aussi, également, par ailleurs, de même"
    ),
    not_names=(
        "le, la, les, un, une, des, du, de, à, au, aux, en, dans, pour, par, sur, avec, ce, cette, ces, il, elle, "
        "ils, elles, selon, dont, plus, première, premier, usine, batteries, l, d, à terme, d'ici, début, france, "
        "chine, europe, janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, "
        "décembre, paris, bruxelles, état, région, président, douai, dunkerque, et, mais, si, l'état, "
        "l'investissement, l'usine, bornes, recharge, voitures, usines, marché, ventes, prix, bonus, clients, "
        "banques, investisseurs, gouvernement, ministre, député, maire, salariés, syndicats, analystes, "
        "hauts-de-france, alsace, occitanie, bretagne, normandie, lyon, marseille, toulouse, lille, nantes, "
        "bordeaux, strasbourg, rennes, allemagne, espagne, italie, belgique, suisse, maroc, pologne, hongrie, suède, "
        "norvège, japon, corée, états-unis, canada, mexique, inde, turquie, royaume-uni, asie, amérique, afrique, "
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, cependant, pourtant, enfin, ainsi, après, avant, "
        "depuis, malgré, outre, face, fin, mi, quelque, environ, près, cet, son, sa, ses, leur, leurs, notre, nos, "
        "chaque, plusieurs, toute, tous, aucun, autre, ailleurs"
    ),
    descriptors=(
        "constructeur, fabricant, groupe, entreprise, société, start-up, startup, jeune pousse, équipementier, "
        "opérateur, spécialiste, fournisseur, filiale, marque, géant, pépite, coentreprise, fonds, énergéticien, "
        "développeur, industriel, leader, rival, concurrent, recycleur"
    ),
    adjectives_follow=True,
    titles=(
        "directeur général, directrice générale, pdg, président, présidente, patron, patronne, fondateur, fondatrice, "
        "ministre, maire, directeur financier, porte-parole, analyste, m., mme, commissaire, premier ministre"
    ),
    denies="non",
    placing="à, en, dans, près de",
    says="a annoncé, a indiqué, a déclaré, a précisé, a confirmé, annonce, indique, précise, confirme",
    also="aussi, également",
    acts=(
        "investit, investira, lève, lèvera, rachète, acquiert, boucle, obtient, injecte, consacre, mise, va "
        "investir, va construire, a levé, a annoncé, a investi, a racheté, a bouclé, prévoit, compte, veut, "
        "lance, double, réduit, abandonne"
    ),
    news_services="afp, reuters, les echos, le monde, le figaro, la tribune, bfm",
    scope=(
        "voiture*, véhicule*, électrique*, batterie*, automobile*, auto, recharge, borne*, gigafactory, "
        "constructeur*, lithium, hybride*, camion*, cellule*, bornes, borne, gigafactories, recharge*, cathode*, "
        "anode*, électrique, électriques, autobus*, bus, poids lourd*, e-mobilité, électromobilité, batterie, "
        "moteur* électrique*, berline*, suv, utilitaire*, chargeur*, pile*, deux-roues, scooter*, autocar*, "
        "trottinette*, sodium-ion, précurseur*"
    ),
    this_year="cette année, l'année en cours",
    next_year="l'an prochain, l'année prochaine",
    durations=(
        r"(?:sur|en|dans|pendant|d'ici|au cours de)s? (?:les |des )?(?:prochaine?s "
        r")?{n} (?:prochaines )?(?:ans|années)",
        r"{n} prochaines années",
    ),
    untils=(
        r"(?:d'ici|jusqu'en|avant|d'ici à|d'ici fin|à l'horizon|à horizon)(?: la fin| fin| à)? ?{y}",
    ),
    spans=(
        r"(?:de|entre) {a} (?:à|et) {b}",
        r"{a} ?[–—/ ] ?{b}",
    ),
    years=(
        r"(?:en|pour|pour l'année) {y}",
    ),
    counts={
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "quinze": 15,
    },
    peers="rival, concurrent, son rival, son concurrent",
)
