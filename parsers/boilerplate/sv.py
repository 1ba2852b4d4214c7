"""Swedish."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        annons | sponsrat | dela | dela artikeln | dela på | skriv ut | spara | kommentera | kommentarer |
        visa kommentarer | läs mer | läs vidare | visa mer | visa fler | ladda fler | mer | nästa | föregående |
        till toppen | startsida | lyssna | prenumerera | logga in | registrera | följ | kopiera länk | taggar |
        ämnen | artikeln fortsätter under annonsen | lästid
    """),
    leads=phrases("""
        läs också | läs även | läs mer | läs även om | se även | se också | relaterat | relaterade artiklar |
        mer om | missa inte | lyssna på | video
    """),
    heads=phrases("""
        läs också | läs även | se även | relaterat | relaterade artiklar | relaterade nyheter | relaterade inlägg |
        liknande artiklar | mer om ämnet | mer nyheter | fler nyheter | fler artiklar | mest läst | mest lästa |
        mest läst just nu | populärt | populära artiklar | senaste nytt | senaste nyheterna | senaste nyheter |
        senaste inläggen | senaste artiklarna | senaste pressmeddelanden | just nu | rekommenderas | rekommenderat |
        rekommenderade artiklar | rekommenderat för dig | vi rekommenderar | missa inte | du kanske också gillar |
        du kanske gillar | det här läser andra | andra läser | toppnyheter | nyhetsbrev | arkiv |
        fler pressmeddelanden
    """),
    head_starts=phrases("mer om | mer från | fler nyheter från | senaste från | alla artiklar om"),
    credits=phrases("""
        av | foto | foton | bild | bilder | källa | källor | text | redaktör | redaktionen | skribent | författare |
        publicerad | publicerat | uppdaterad | uppdaterat | senast uppdaterad | taggar | kategori | kategorier |
        ämnen | copyright | © | alla rättigheter förbehållna | om författaren | tel
    """),
    prompts=phrases("""
        prenumerera på | anmäl dig | följ oss | alla rättigheter förbehållna | integritetspolicy | cookies | kakor |
        ladda ner appen | endast för prenumeranter
    """),
    closings=phrases("följ oss | mejla | mer information finns | vad tycker du"),
    replies=phrases("kommentarer | kommentar | lämna en kommentar | läsarkommentarer | senaste kommentarer"),
    endings=phrases("""
        presskontakt | presskontakter | kontakt | kontakter | kontaktpersoner | för mer information |
        för ytterligare information | om författaren | kommentarer | lämna en kommentar | taggar | bifogade filer
    """),
    about=phrases("om"),
    notices=phrases("framåtblickande uttalanden | framåtriktade uttalanden | ansvarsfriskrivning"),
    common=phrases("""
        i | en | på | är | och | att | för | inte | som | med | den | av | till | har | ett | från | under |
        kommer | vi | sig | också
    """),
)
