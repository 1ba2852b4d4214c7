"""Dutch."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        advertentie | gesponsord | delen | deel | deel dit artikel | deel dit | printen | e-mail | opslaan |
        bewaar | reageer | reacties | reactie | bekijk reacties | plaats een reactie | lees meer | lees verder |
        meer lezen | meer laden | toon meer | meer | volgende | vorige | terug naar boven | home | luister |
        beluister | abonneer | inloggen | aanmelden | registreren | volgen | link kopiëren | tags | onderwerpen |
        leestijd | minuten leestijd | tekst gaat verder onder de advertentie |
        artikel gaat verder onder de advertentie
    """),
    leads=phrases("""
        lees ook | lees hier | lees meer | lees verder | zie ook | bekijk ook | luister ook | gerelateerd |
        meer over | kijk ook | dit vind je misschien ook interessant | video | tip | interview
    """),
    heads=phrases("""
        lees ook | zie ook | bekijk ook | gerelateerd | gerelateerde artikelen | gerelateerde berichten |
        gerelateerd nieuws | gerelateerde onderwerpen | meer nieuws | meer artikelen | meer over dit onderwerp |
        meest gelezen | best gelezen | meest bekeken | populair | populaire artikelen | trending | laatste nieuws |
        het laatste nieuws | net binnen | recente berichten | recente artikelen | nieuwste artikelen | aanbevolen |
        aanbevolen voor jou | aanbevolen artikelen | aanraders | tips van de redactie |
        dit vind je misschien ook interessant | misschien ook interessant | misschien vind je dit ook leuk |
        ook interessant | anderen lazen ook | anderen lezen ook | mis niets | uitgelicht | willekeurig artikel |
        van onze partners | partnerbijdrage | nieuwsbrieven | archief | vergelijkbare artikelen
    """),
    head_starts=phrases("""
        meer van | meer over | meer uit | meer in | het laatste nieuws over | alles over | populair in
    """),
    credits=phrases("""
        door | foto | foto's | fotografie | beeld | bron | bronnen | auteur | redactie | tekst | geschreven door |
        geplaatst door | geplaatst op | gepubliceerd op | gepubliceerd | bijgewerkt op | bijgewerkt |
        laatst bijgewerkt | tags | categorie | categorieën | onderwerpen | copyright | © |
        alle rechten voorbehouden | dit artikel | over de auteur | tel
    """),
    prompts=phrases("""
        nieuwsbrief | meld je aan | schrijf je in | abonneer je | volg ons | volg ons op |
        alle rechten voorbehouden | privacyverklaring | privacybeleid | cookies | algemene voorwaarden |
        download de app | whatsapp-kanaal | google nieuws | plaats een reactie | alleen voor abonnees | affiliate
    """),
    closings=phrases("""
        volg ons | mail naar | meer informatie op | dit artikel | mede mogelijk gemaakt | wat vind jij | wat vindt u
    """),
    replies=phrases("""
        reacties | reactie | geef een reactie | plaats een reactie | alle reacties | laat een reactie achter |
        laatste reacties
    """),
    endings=phrases("""
        perscontact | contact | contactgegevens | voor meer informatie | noot voor de redactie |
        niet voor publicatie | over de auteur | auteur | reacties | geef een reactie | plaats een reactie | tags |
        bijlagen
    """),
    about=phrases("over"),
    notices=phrases("disclaimer | toekomstgerichte verklaringen | toekomstgerichte uitspraken"),
    legal=phrases("""
        toekomstgerichte verklaringen | toekomstgerichte uitspraken | vormt geen aanbod | geen beleggingsadvies |
        resultaten uit het verleden
    """),
    common=phrases("""
        de | en | in | is | het | een | van | op | te | zijn | voor | dat | met | niet | aan | ook | als | bij |
        naar | wordt | heeft | worden | om
    """),
)
