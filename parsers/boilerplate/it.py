"""Italian."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        pubblicità | annuncio | annuncio pubblicitario | sponsorizzato | contenuto sponsorizzato | condividi |
        condividi l'articolo | condividi questo articolo | condividi su | stampa | invia | invia per email | salva |
        salva articolo | commenta | commenti | commento | vedi i commenti | leggi i commenti | lascia un commento |
        scrivi un commento | leggi tutto | leggi di più | leggi altro | continua a leggere | continua la lettura |
        vedi tutti | mostra altro | carica altro | altro | successivo | precedente | articolo successivo |
        articolo precedente | torna su | torna all'inizio | home | ascolta | ascolta l'articolo | abbonati |
        accedi | registrati | segui | seguici | copia link | link copiato | tag | argomenti | tempo di lettura |
        minuti di lettura | min di lettura | scarica
    """),
    leads=phrases("""
        leggi anche | leggi pure | vedi anche | guarda anche | ascolta anche | per approfondire | approfondisci |
        approfondimento | potrebbe interessarti | potrebbe interessarti anche | ti potrebbe interessare |
        ti potrebbe interessare anche | da non perdere | correlati | articolo correlato | articoli correlati |
        scopri anche | leggi | leggi tutto | video | guarda il video | intervista
    """),
    heads=phrases("""
        leggi anche | vedi anche | guarda anche | potrebbe interessarti | potrebbe interessarti anche |
        ti potrebbe interessare | ti potrebbe interessare anche | ti potrebbero interessare |
        potrebbero interessarti | potrebbero interessarti anche | potrebbe piacerti | ti può interessare |
        ti consigliamo | vi consigliamo | consigliati | consigliati per te | consigliato per te |
        raccomandati per te | articoli correlati | articolo correlato | correlati | notizie correlate |
        contenuti correlati | post correlati | argomenti correlati | articoli simili | articoli recenti |
        articoli popolari | articoli più letti | più letti | più lette | i più letti | le più lette | più visti |
        più popolari | più condivisi | popolari | ultime notizie | ultimi articoli | ultime news |
        le ultime notizie | ultima ora | recenti | altre notizie | altri articoli | altre news | in evidenza |
        in primo piano | primo piano | da non perdere | di tendenza | tendenze | dello stesso autore |
        altro dall'autore | per approfondire | approfondimenti | sullo stesso argomento | nella stessa categoria |
        articolo casuale | contenuti sponsorizzati | dai nostri partner | newsletter | archivio | video |
        video correlati | continua a leggere
    """),
    head_starts=phrases("""
        altro da | altri articoli di | altri articoli su | altre notizie su | ultime notizie su |
        tutte le notizie su | leggi anche su | le ultime da
    """),
    credits=phrases("""
        di | a cura di | foto | foto di | immagine | immagini | credit | crediti | crediti foto | fonte | fonti |
        via | autore | redazione | a cura della redazione | scritto da | pubblicato da | pubblicato il |
        pubblicato | aggiornato | aggiornato il | ultimo aggiornamento | tag | argomenti | categoria | categorie |
        copyright | © | riproduzione riservata | tutti i diritti riservati | questo articolo | sull'autore | tel |
        email
    """),
    prompts=phrases("""
        iscriviti | seguici su | seguici anche su | segui il canale | canale whatsapp | canale telegram |
        tutti i diritti riservati | riproduzione riservata | informativa sulla privacy | privacy policy | cookie |
        termini e condizioni | link di affiliazione | scarica l'app | google news | lascia un commento |
        il tuo indirizzo email non sarà pubblicato | riservato agli abbonati | sei già abbonato
    """),
    closings=phrases("""
        seguici | scrivici | per maggiori informazioni | questo articolo | ha contribuito | cosa ne pensi |
        cosa ne pensate | non costituisce
    """),
    replies=phrases("""
        commenti | commento | lascia un commento | i commenti dei lettori | commenti dei lettori | ultimi commenti |
        lascia una risposta
    """),
    endings=phrases("""
        contatti stampa | contatto stampa | ufficio stampa | contatti | contatti per i media | contatti media |
        investor relations | relazioni con gli investitori | sull'autore | autore | commenti | lascia un commento |
        tag | allegati
    """),
    about=phrases("informazioni su | a proposito di | chi è | chi siamo | profilo di"),
    notices=phrases("""
        avvertenze | disclaimer | dichiarazioni previsionali | note legali |
        clausola di esclusione della responsabilità
    """),
    legal=phrases("""
        contiene dichiarazioni previsionali | dichiarazioni previsionali | non costituisce un'offerta |
        non costituisce offerta | non costituisce consulenza | non costituisce sollecitazione | rendimenti passati
    """),
    common=phrases("""
        e | la | le | i | in | un | a | da | l | il | di | che | della | gli | nel | per | è | dei | delle | dal |
        alla | sono | una | anche | con | più | ha | del | nella | si
    """),
)
