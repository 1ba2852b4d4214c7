"""Turkish."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        reklam | reklamlar | sponsorlu | paylaş | haberi paylaş | yazdır | kaydet | yorum | yorumlar | yorum yap |
        yorum yaz | devamını oku | devamı | daha fazla | daha fazla göster | sonraki | önceki | sonraki haber |
        önceki haber | başa dön | yukarı çık | ana sayfa | anasayfa | dinle | haberi dinle | abone ol | giriş yap |
        kayıt ol | takip et | bağlantıyı kopyala | linki kopyala | etiketler | haberin devamı
    """),
    leads=phrases("""
        ayrıca okuyun | bunu da okuyun | okuyun | ilgili haber | ilgili haberler | ayrıca bkz | bkz |
        haberin devamı | tıklayın | video | izleyin
    """),
    heads=phrases("""
        ilgili haberler | ilgili haber | ilgili yazılar | ilgili içerikler | ilgili konular | benzer haberler |
        benzer yazılar | diğer haberler | son haberler | son dakika | son dakika haberleri | son yazılar |
        en çok okunanlar | en çok okunan haberler | çok okunanlar | çok okunan haberler | en popüler | popüler |
        popüler haberler | popüler yazılar | öne çıkanlar | öne çıkan haberler | önerilen haberler | önerilen |
        önerilenler | sizin için seçtiklerimiz | sizin için önerilenler | bunlar da ilginizi çekebilir |
        ilginizi çekebilir | bunları da beğenebilirsiniz | editörün seçtikleri | gündem | günün haberleri |
        rastgele yazı | arşiv | yazarın diğer yazıları
    """),
    head_starts=phrases("daha fazla | tüm haberler"),
    credits=phrases("""
        kaynak | fotoğraf | foto | görsel | yazar | editör | muhabir | haber | yayınlanma | yayınlanma tarihi |
        güncelleme | son güncelleme | oluşturulma | etiketler | kategori | kategoriler | copyright | © |
        tüm hakları saklıdır
    """),
    prompts=phrases("""
        abone olun | bizi takip edin | takip edin | tüm hakları saklıdır | gizlilik politikası | çerez | çerezler |
        kullanım koşulları | uygulamayı indir | google news | yorum yapın
    """),
    closings=phrases("ne düşünüyorsunuz | yorumlarda | daha fazla bilgi için | yatırım tavsiyesi değildir"),
    replies=phrases("""
        yorumlar | yorum | okuyucu yorumları | yorum yap | yorum yaz | bir yorum yazın | son yorumlar
    """),
    endings=phrases("""
        iletişim | basın iletişim | basın için iletişim | yazar hakkında | yorumlar | yorum yap | etiketler
    """),
    about=phrases("hakkında"),
    notices=phrases("yasal uyarı | sorumluluk reddi"),
    common=phrases("""
        da | de | ve | bir | bu | için | ile | olarak | daha | olan | çok | gibi | sonra | kadar | ise | en | yeni |
        oldu | göre
    """),
)
