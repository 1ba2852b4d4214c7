"""Portuguese."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        publicidade | anúncio | patrocinado | conteúdo patrocinado | continua após a publicidade |
        continua depois da publicidade | compartilhar | compartilhe | compartilhe esta notícia | partilhar |
        partilhe | imprimir | enviar | enviar por e-mail | salvar | guardar | comentar | comentários | comentário |
        ver comentários | deixe um comentário | deixe seu comentário | leia mais | ler mais | ver mais | veja mais |
        mostrar mais | carregar mais | mais | próximo | próxima | anterior | voltar ao topo | início | ouvir |
        ouça | ouvir artigo | assine | assinar | entrar | cadastre-se | seguir | siga-nos | copiar link |
        link copiado | tags | tempo de leitura | minutos de leitura | min de leitura | continue lendo | baixar
    """),
    leads=phrases("""
        leia também | leia mais | leia ainda | veja também | veja mais | ler também | ver também | saiba mais |
        confira também | relacionado | relacionadas | notícias relacionadas | notícia relacionada |
        artigo relacionado | não perca | vídeo | assista | assista também | recomendado | você pode gostar |
        entrevista
    """),
    heads=phrases("""
        leia também | ler também | veja também | ver também | você pode gostar | você pode gostar de |
        você também pode gostar | você também vai gostar | você pode se interessar | você pode se interessar por |
        talvez você goste | pode gostar também | também pode gostar | pode interessar | relacionado | relacionados |
        relacionadas | notícias relacionadas | artigos relacionados | matérias relacionadas | posts relacionados |
        conteúdo relacionado | conteúdos relacionados | assuntos relacionados | temas relacionados | mais lidas |
        mais lidos | as mais lidas | mais vistas | mais vistos | mais populares | populares | mais comentadas |
        mais notícias | mais artigos | mais recentes | últimas notícias | últimas | últimos artigos |
        posts recentes | artigos recentes | notícias recentes | recentes | recomendados | recomendadas |
        recomendado para você | recomendados para você | recomendações | recomendamos | em destaque | destaques |
        em alta | tendências | não perca | outras notícias | outros artigos | do mesmo autor | mais do autor |
        mais sobre este assunto | sugestões de leitura | sugestões para você | artigo aleatório |
        conteúdo patrocinado | conteúdo de parceiros | links patrocinados | nossos parceiros | newsletters |
        arquivo | arquivos | vídeos | confira também | próxima leitura
    """),
    head_starts=phrases("""
        mais de | mais sobre | mais em | mais notícias de | últimas notícias de | tudo sobre | mais lidas em |
        veja mais sobre
    """),
    credits=phrases("""
        por | foto | fotos | crédito | créditos | imagem | imagens | fonte | fontes | via | com informações de |
        com informações da | com informações do | autor | autora | redação | da redação | escrito por |
        publicado por | publicado em | publicado | atualizado em | atualizado | última atualização | tags |
        tópicos | assuntos | categoria | categorias | copyright | © | todos os direitos reservados | este artigo |
        esta matéria | esta reportagem | edição | reportagem | sobre o autor | tel | e-mail
    """),
    prompts=phrases("""
        assine nossa | assine a | assine o | inscreva-se | cadastre-se | siga-nos | siga o | siga a |
        entre no nosso canal | canal do whatsapp | canal no whatsapp | canal no telegram |
        todos os direitos reservados | política de privacidade | política de cookies | cookies | termos de uso |
        links de afiliados | baixe o app | baixe o aplicativo | google notícias | google news |
        deixe seu comentário | o seu endereço de e-mail não será publicado | exclusivo para assinantes |
        já é assinante
    """),
    closings=phrases("""
        siga-nos | siga | escreva para | para mais informações | este artigo | esta reportagem | colaborou |
        o que você acha | não constitui
    """),
    replies=phrases("""
        comentários | comentário | deixe um comentário | deixe uma resposta | deixe seu comentário |
        comentários dos leitores | últimos comentários
    """),
    endings=phrases("""
        contato para imprensa | contato de imprensa | contatos de imprensa | assessoria de imprensa |
        informações à imprensa | contato | contatos | contacto | relações com investidores | sobre o autor | autor |
        comentários | deixe uma resposta | deixe um comentário | tags
    """),
    about=phrases("sobre a | sobre o | sobre"),
    notices=phrases("""
        aviso legal | isenção de responsabilidade | declarações prospectivas | declarações sobre o futuro
    """),
    legal=phrases("""
        contém declarações prospectivas | contém declarações prospetivas | contém declarações sobre o futuro |
        não constitui uma oferta | não constitui oferta | não constitui recomendação | rentabilidade passada |
        não assume qualquer obrigação de atualizar
    """),
    common=phrases("""
        de | que | a | o | se | um | com | por | os | do | da | em | uma | não | dos | das | ao | mais | foi | na |
        no | são | pela | pelo | também | às | seu | sua | e
    """),
)
