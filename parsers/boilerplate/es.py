"""Spanish."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        apúntate |
        publicidad | anuncio | patrocinado | contenido patrocinado | compartir | compartir artículo | comparte |
        comparte esta noticia | compartir en | imprimir | enviar | enviar por email | guardar | comentar |
        comentarios | comentario | ver comentarios | deja un comentario | deja tu comentario |
        escribe un comentario | leer más | seguir leyendo | sigue leyendo | ver más | mostrar más | cargar más |
        más | siguiente | anterior | artículo siguiente | artículo anterior | volver arriba | ir arriba | inicio |
        escuchar | escuchar artículo | escuchar noticia | suscríbete | suscribirse | iniciar sesión | registrarse |
        regístrate | seguir | síguenos | copiar enlace | enlace copiado | temas | etiquetas | tiempo de lectura |
        minutos de lectura | min de lectura | continúa leyendo | la noticia continúa debajo de esta publicidad |
        facebook | descargar | más información
    """),
    leads=phrases("""
        lee también | leer también | lea también | lea además | te puede interesar | te puede interesar también |
        le puede interesar | puede interesarte | también te puede interesar | ver también | vea también |
        mira también | además | más información | leer más | lee más | relacionado | relacionada |
        noticia relacionada | noticias relacionadas | artículo relacionado | no te pierdas | no se pierda | vídeo |
        video | en video | sigue leyendo | recomendado | recomendamos | te recomendamos | en fotos | entrevista |
        para leer más
    """),
    heads=phrases("""
        te puede interesar | te podría interesar | te puede interesar también | también te puede interesar |
        también te puede gustar | te puede gustar | le puede interesar | puede interesarte | quizás te interese |
        quizá te interese | lee también | leer también | lea también | lea además | ver también | vea también |
        mira también | relacionado | relacionados | relacionadas | noticias relacionadas | noticia relacionada |
        artículos relacionados | artículo relacionado | contenido relacionado | contenidos relacionados |
        entradas relacionadas | posts relacionados | temas relacionados | publicaciones relacionadas |
        notas relacionadas | más noticias | más artículos | más leídas | más leídos | lo más leído |
        las más leídas | las noticias más leídas | lo más visto | lo más popular | más populares | más vistos |
        más visto | populares | lo más comentado | lo más compartido | tendencias | tendencia | destacados |
        destacadas | lo último | últimas noticias | últimos artículos | últimas entradas | últimas publicaciones |
        entradas recientes | artículos recientes | noticias recientes | recientes | recomendados | recomendadas |
        recomendado para ti | recomendados para ti | recomendado por | recomendaciones | te recomendamos |
        le recomendamos | no te pierdas | no te lo pierdas | no se pierda | selección del editor | otras noticias |
        otros artículos | en portada | además en | del mismo autor | más del autor | más sobre este tema |
        más sobre el tema | artículos populares | artículos similares | noticias similares | artículo aleatorio |
        contenido patrocinado | de nuestros socios | nuestros socios | newsletters | boletines | archivo |
        hemeroteca | archivado en | vídeos | vídeos relacionados | videos relacionados | otros comunicados |
        comunicados relacionados
    """),
    head_starts=phrases("""
        más de | más sobre | más en | más noticias de | más noticias sobre | últimas noticias de | lo más leído en |
        otras noticias de | todas las noticias de
    """),
    credits=phrases("""
        por | foto | fotos | fotografía | crédito | créditos | imagen | imágenes | fuente | fuentes | vía |
        con información de | autor | autora | redacción | escrito por | publicado por | publicado el | publicado |
        actualizado | actualizado el | última actualización | etiquetas | temas | categoría | categorías |
        archivado en | copyright | © | todos los derechos reservados | este artículo | esta noticia |
        traducido por | sobre el autor | tel | correo electrónico | aviso
    """),
    prompts=phrases("""
        recibe el boletín | recibe nuestro boletín | tu suscripción se está usando |
        añadir otro usuario a tu suscripción |
        continúas leyendo en este dispositivo | no se podrá leer en el otro |
        suscríbete a | suscríbase | regístrate | síguenos en | síguenos | únete al canal |
        todos los derechos reservados | política de privacidad | política de cookies | cookies |
        términos y condiciones | enlaces de afiliados | descarga la app | descarga nuestra app | canal de whatsapp |
        canal de telegram | google news | google noticias | deja tu comentario | déjanos tu comentario |
        tu dirección de correo electrónico no será publicada | exclusivo para suscriptores | ya eres suscriptor
    """),
    closings=phrases("""
        síguenos | sigue a | escríbenos | más información en | este artículo | esta nota | esta información |
        contribuyó a este | con información de | qué opinas | no constituye
    """),
    replies=phrases("""
        comentarios | comentario | los comentarios | deja un comentario | deja una respuesta | deja tu comentario |
        escribe un comentario | últimos comentarios | opiniones de los lectores
    """),
    endings=phrases("""
        sobre la firma |
        contacto de prensa | contactos de prensa | contacto para medios | contacto para prensa | contacto |
        contactos | relaciones con inversores | sobre el autor | acerca del autor | autor | comentarios |
        deja una respuesta | deja un comentario | etiquetas | archivado en | normas de comentarios
    """),
    about=phrases("acerca de | sobre"),
    notices=phrases("""
        aviso legal | descargo de responsabilidad | declaraciones prospectivas | declaraciones a futuro |
        declaraciones de futuro | información prospectiva
    """),
    legal=phrases("""
        contiene declaraciones prospectivas | contiene declaraciones a futuro | contiene previsiones |
        contiene manifestaciones de futuro | no constituye una oferta | no constituye asesoramiento |
        rentabilidades pasadas | no asume ninguna obligación de actualizar | no asume la obligación de actualizar
    """),
    common=phrases("""
        de | la | en | que | se | no | a | un | le | el | los | las | del | y | una | por | con | su | más | pero |
        como | este | ha | fue | también | sus | según | al | lo
    """),
)
