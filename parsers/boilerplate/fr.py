"""French."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        publicité | pub | annonce | sponsorisé | contenu sponsorisé | partager | partager l'article |
        partager cet article | partagez | imprimer | envoyer | envoyer par mail | envoyer par e-mail | enregistrer |
        sauvegarder | commenter | commentaires | commentaire | réagir | réagissez | voir les commentaires |
        lire les commentaires | ajouter un commentaire | laisser un commentaire | lire la suite | lire plus |
        lire l'article | en savoir plus | voir plus | afficher plus | plus | suivant | précédent | article suivant |
        article précédent | retour en haut | haut de page | accueil | écouter | écouter l'article |
        écouter cet article | s'abonner | abonnez-vous | je m'abonne | se connecter | connexion | s'inscrire |
        suivre | copier le lien | lien copié | thèmes | sujets | mots-clés | temps de lecture | minutes de lecture |
        min de lecture | offrir l'article | offrir cet article | la suite après cette publicité |
        la suite après la publicité | passer la publicité | ajouter à mes favoris | télécharger |
        sur le même sujet | à lire aussi
    """),
    leads=phrases("""
        à lire aussi | lire aussi | à lire | à lire également | lire également | lire | à voir aussi | voir aussi |
        à voir | à écouter | écouter aussi | à ne pas manquer | sur le même sujet | notre dossier | dossier |
        notre sélection | retrouvez | vidéo | en vidéo | en images | à découvrir | découvrez aussi |
        pour aller plus loin | article lié | articles liés | lire la suite | pour en savoir plus | relire |
        reportage | entretien | décryptage
    """),
    heads=phrases("""
        à lire aussi | lire aussi | à lire également | à lire ensuite | à lire | lire également | à voir aussi |
        à voir | sur le même sujet | sur le même thème | dans la même rubrique | dans la même catégorie |
        articles liés | articles similaires | articles connexes | articles associés | articles recommandés |
        articles populaires | articles récents | derniers articles | dernières actualités | dernières actus |
        dernières infos | dernières nouvelles | dernières publications | derniers communiqués | autres communiqués |
        communiqués liés | les plus lus | les plus lues | le plus lu | les plus consultés | les plus partagés |
        les plus commentés | plus lus | populaires | les plus populaires | tendances | en ce moment | à la une |
        l'actualité | actualités | toute l'actualité | nos recommandations | recommandé pour vous |
        recommandés pour vous | recommandations | nous vous recommandons | vous aimerez aussi |
        vous pourriez aimer | vous pourriez aussi aimer | vous pourriez être intéressé par |
        cela pourrait vous intéresser | ça peut vous intéresser | ces articles peuvent vous intéresser |
        ces articles pourraient vous intéresser | vous aimerez peut-être | vous allez aimer | plus d'articles |
        plus d'actualités | plus d'infos | plus sur le sujet | pour aller plus loin | pour approfondir |
        aller plus loin | à ne pas manquer | ne manquez pas | la sélection de la rédaction |
        le choix de la rédaction | les choix de la rédaction | la rédaction vous conseille | voir également |
        du même auteur | autres articles | autres actualités | article au hasard | articles au hasard |
        contenus sponsorisés | contenus de nos partenaires | nos partenaires | chez nos partenaires | services |
        archives | nos dossiers | nos vidéos | vidéos | newsletters | nos newsletters | sujets associés |
        thèmes associés | dans l'actualité | aussi dans l'actualité | l'essentiel de l'actualité
    """),
    head_starts=phrases("""
        plus d'articles sur | plus d'actualités sur | plus d'infos sur | tous les articles de |
        tous les articles sur | toute l'actualité | les autres articles de | plus de | les plus lus de |
        autres articles de
    """),
    credits=phrases("""
        par | photo | photos | crédit | crédits | crédit photo | crédits photo | © | copyright | source | sources |
        avec afp | avec reuters | avec l'afp | auteur | rédigé par | écrit par | propos recueillis par | publié le |
        publié | paru le | mis à jour | mis à jour le | mise à jour | modifié le | tags | mots-clés | catégorie |
        catégories | thèmes | sujets | rubrique | image | illustration | tous droits réservés | cet article a été |
        cet article est paru | cet article est | traduit de | à propos de l'auteur | la rédaction |
        reproduction interdite | dépêche | tél | e-mail
    """),
    prompts=phrases("""
        inscrivez-vous | abonnez-vous | recevez chaque | recevez gratuitement | suivez-nous | rejoignez-nous |
        tous droits réservés | reproduction interdite | politique de confidentialité | politique de cookies |
        cookies | conditions générales | liens affiliés | lien affilié | téléchargez l'application |
        notre chaîne whatsapp | google actualités | google news | désinscrire | désabonner |
        laissez un commentaire | réservé aux abonnés | déjà abonné
    """),
    closings=phrases("""
        suivez-nous | suivez | écrivez-nous | pour en savoir plus | cet article | cet entretien |
        a contribué à cet article | ont contribué à cet article | retrouvez | ne constitue pas un conseil |
        qu'en pensez-vous
    """),
    replies=phrases("""
        commentaires | commentaire | les commentaires | vos commentaires | vos réactions | réactions |
        réagir à cet article | laisser un commentaire | ajouter un commentaire | voir les commentaires |
        les réactions des lecteurs
    """),
    endings=phrases("""
        contact presse | contacts presse | contacts médias | contact | contacts | contactez-nous |
        relations presse | relations investisseurs | contacts investisseurs | à propos de l'auteur | auteur |
        commentaires | laisser un commentaire | réagir à cet article | mots-clés | pièce jointe | pièces jointes
    """),
    about=phrases("à propos de | à propos du | à propos d' | a propos de"),
    notices=phrases("""
        avertissement | mentions légales | informations prospectives | déclarations prospectives |
        énoncés prospectifs | avertissement sur les déclarations prospectives | clause de non-responsabilité
    """),
    legal=phrases("""
        contient des déclarations prospectives | déclarations prospectives au sens |
        contient des informations prospectives |
        contient des énoncés prospectifs | ne constitue pas une offre | ne constitue pas un conseil |
        ne constituent pas un conseil | performances passées ne | ne s'engage pas à mettre à jour |
        aucune obligation de mettre à jour | aucune obligation de mise à jour
    """),
    common=phrases("""
        de | la | le | l | d | en | que | à | un | a | les | des | est | dans | une | du | et | pour | qui | au |
        sur | par | avec | aux | ses | cette | ont | été | sont | ce
    """),
)
