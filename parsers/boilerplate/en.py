"""English."""

from parsers.boilerplate import Words, phrases

WORDS = Words(
    labels=phrases("""
        after newsletter promotion | skip past newsletter promotion |
        thank you | this article has been sent to | order reprints | story timeline | no items found |
        prefer to watch | subscribe to | advertisement | advertisements | ad | ads | advertising | sponsored |
        sponsored content | promoted | paid content | share | share this | share this article | share this story |
        share this post | share via | share on | share it | share article | share with | tweet | tweet this |
        pin it | print | print this | print this page | print article | email | email this | email this article |
        e-mail | save | bookmark | copy link | copy link to clipboard | link copied | facebook | twitter |
        linkedin | whatsapp | reddit | pinterest | telegram | flipboard | click to share | comment | comments |
        no comments | leave a comment | leave a reply | post a comment | add a comment | add comment |
        write a comment | view comments | show comments | see comments | join the conversation |
        join the discussion | loading | loading comments | back to top | scroll to top | top | read more |
        read full article | read the full story | continue reading | continue reading below |
        article continues below | article continues after ad | article continues after advertisement |
        story continues below | story continues below advertisement | story continues |
        continue reading the main story | skip advertisement | skip to content | load more | show more | view more |
        see more | more | next | previous | next article | previous article | next post | previous post |
        next story | prev | home | menu | search | subscribe | subscribe now | sign up | sign in | log in | login |
        register | follow | follow us | listen | listen to this article | listen to article | play audio |
        play video | watch video | view gallery | view photos | open gallery | view original content |
        enlarge image | click to enlarge | image caption | image credit | image source | image copyright |
        media caption | close | expand | collapse | topics | tags | filed under | report a typo | report an error |
        republish this article | reprints | get the app | download | rate this article | like this | like | likes |
        was this article helpful | thank you for reading | thanks for reading | updated | published | min read |
        minute read | mins read | text size | font size | trending | recommended | you are here |
        this article was originally published on
    """),
    leads=phrases("""
        also read | read also | also see | see also | read more | read more on | read more about | read next |
        more on this | related | related story | related stories | related article | related articles |
        related post | related posts | related news | related coverage | related reading | related content |
        related link | related links | related video | read | don't miss | must read | must-read | most read |
        recommended | recommended for you | recommended reading | you may like | you may also like |
        you might like | you might also like | you might also be interested in |
        you may also be interested in | watch | watch now | watch video | watch also | watch more |
        also watch | listen | listen to | in pictures | in case you missed it | icymi | from the archive |
        from the archives | from the vault | trending | trending now | editor's pick | editors' pick |
        editor's picks | explained | further reading | more | more here | more news | more stories |
        more headlines | other news | other stories | latest news | top stories | top news | in other news |
        previously | next read | up next | random post | click here | also on | opinion | interactive | quiz |
        follow live | sponsored | promoted | latest
    """),
    heads=phrases("""
        random post | random posts | random article | random articles | related | related post | related posts |
        related article | related articles | related story | related stories | related news | related content |
        related coverage | related topics | related reading | related links | related links and topics |
        related videos | related video | related press releases | related releases | related searches |
        related items | related to this story | related quotes | you may like | you may also like | you might like |
        you might also like | you may also enjoy | you might also enjoy | you'll also like | you may have missed |
        you might have missed | you may be interested in | you may also be interested in |
        you might be interested in | you might also be interested in | also interesting | also read |
        also on the web | read also | see also | also of interest | read next | what to read next | read this next |
        up next | next up | next read | read more stories | read these next | most read | most popular |
        most viewed | most shared | most commented | most recent | most watched | most discussed |
        most read stories | popular | popular now | popular posts | popular stories | popular articles |
        popular this week | popular news | popular on the web | popular videos | trending | trending now |
        trending stories | trending news | trending topics | trending posts | trending articles | trending today |
        hot topics | what's hot | what's trending | top stories | top news | top posts | top articles |
        top headlines | top videos | top picks | editor's picks | editors' picks | editor's pick | editor's choice |
        our picks | staff picks | recommended | recommended for you | recommended stories | recommended articles |
        recommended posts | recommended reading | recommended news | recommended videos | recommended by |
        recommendations | we recommend | suggested | suggested for you | suggested reading | suggested articles |
        from the web | from around the web | around the web | elsewhere on the web | from our partners |
        from our sponsors | our partners | sponsored content | sponsored links | sponsored stories | promoted |
        promoted content | promoted stories | promoted links | paid content | partner content | from the archive |
        from the archives | from our archive | from the vault | from the blog | in case you missed it | icymi |
        don't miss | don't miss these | don't miss it | must read | must-read | must reads | must read stories |
        latest | latest news | latest posts | latest articles | latest stories | latest headlines | latest videos |
        latest updates | latest press releases | latest releases | breaking news | recent | recent posts |
        recent articles | recent news | recent stories | recent press releases | recent releases | recently viewed |
        newest | more news | more stories | more articles | more posts | more videos | more headlines |
        more top stories | more coverage | more to read | more to explore | more reading | more for you |
        more like this | more on this | more on this story | more on this topic | more on the topic |
        more by this author | more from this author | more from author | more from the author |
        more from this section | more from this series | more from the web | more press releases | more releases |
        more great content | more great stories | other stories | other news | other articles | other posts |
        other press releases | others also read | people also read | readers also liked | readers also like |
        what others are reading | people are reading | stories for you | stories you may like |
        stories you might like | stories you may have missed | articles you may like | articles you might like |
        posts you may like | just for you | picked for you | similar articles | similar posts | similar stories |
        similar news | further reading | next in news | next story | previous story | new on the site |
        new this week | this week's top stories | on this topic | in this section | also in the news |
        also in this section | also in news | in other news | explore more | discover more | dive deeper |
        learn more about | blog archive | tag cloud | navigation | post navigation | site map | quick links |
        useful links | helpful links | other links | follow us on |
        shop now | best deals | today's best deals | today's top stories | top deals |
        featured stories | featured articles | featured posts | featured news | featured videos | newsletters |
        newsletter | our newsletters | watch next | videos you may like | company profile | related companies |
        related stocks | upcoming events | trending on | in focus
    """),
    head_starts=phrases("""
        more from | more on | more in | more about | more stories from | more stories in | more news from |
        more articles from | more articles by | more posts by | more press releases from | more releases from |
        more great stories | latest from | latest in | latest news from | also from | also in | also on |
        popular on | popular in | trending on | trending in | most read in | most popular in | top stories from |
        recommended from | recommended by | related to | other stories from | other news from | explore more on |
        you may also like from | read more about | read more on | read more from | recent posts by |
        view more articles by | see all posts by | news from | posts by | all posts by | stories from around
    """),
    credits=phrases("""
        our standards | editor's note | updated at | contact staff writer | reporting by | additional reporting by |
        reporting and writing by | writing by | written by | editing by | edited by | compiled by |
        with inputs from | with input from | with agency inputs | with files from | contributed to this report |
        photo | photo by | photo credit | photos by | photograph by | photography by | image | image by |
        image credit | image source | image courtesy | images | featured image | cover image | cover photo |
        header image | lead image | credit | source | sources | via | hat tip | posted by | posted in | posted on |
        posted under | published by | published on | published | first published | originally published |
        last updated | last modified | updated on | updated | filed under | filed in | tagged | tagged with | tags |
        tag | categories | category | topics | keywords | labels | author | by | about the author |
        contact the author | contact the reporter | copyright | © | (c) | all rights reserved | disclaimer |
        disclosure | topics in this article | read the original article | view original content |
        view source version | this story was | this article was | this post was | this story first appeared |
        this article first appeared | this story has been | this article has been | story by | words by | text by |
        illustration by | video by | reach the | write to | follow | contact | email | tel | phone |
        twitter | dateline | share this | view comments
    """),
    prompts=phrases("""
        free delivery on | free shipping on | free delivery with | free shipping with | sign up and get |
        money-back guarantee | off your first order | promo code |
        like what you are reading | like what you're reading | unlimited access | subscribe today | cancel anytime |
        unsubscribe at any time | sign up for | sign up to | sign-up for | subscribe to our | subscribe to the |
        subscribe now | subscribe for | subscribe here | subscribe on youtube | our newsletter |
        our daily newsletter | free newsletter | email newsletter | newsletter in your inbox |
        straight to your inbox | to your inbox | in your inbox | follow us on | follow me on | follow him on |
        follow her on | like us on | join us on | join our telegram | join our whatsapp | join our channel |
        find us on | connect with us | download our app | download the app | get the app | all rights reserved |
        terms of use | terms of service | privacy policy | cookie policy | we use cookies | uses cookies |
        accept cookies | accept all cookies | cookie settings | cookie preferences | affiliate commission |
        affiliate links | earn a commission | may be reproduced | may not be reproduced |
        not be published, broadcast, rewritten | your email address will not be published |
        required fields are marked | please enable javascript | have a tip | got a tip | send us a tip |
        got a story | leave a comment | let us know in the comments | comments below | tell us in the comments |
        support our journalism | support independent journalism | already a subscriber | create a free account |
        this site uses akismet | this site is protected by recaptcha | add us as a preferred source |
        preferred source on google | on google news | enable notifications | share this: | like this: |
        email protected | with permission from | advertise with us
    """),
    closings=phrases("""
        listen to | listen live | watch the full | subscribe on | find out more | for more information |
        contributed reporting | contributed to this report | contributed to this story |
        contributed to this article | contributed research | follow us | follow me | follow him | follow her |
        follow them | like this story | share it with a friend | tell us what you think | what do you think |
        let us know what you think | let us know in the comments | write to us | write to | email us at |
        contact us at | contact staff writer | can be reached at | can be contacted at | reach him at |
        reach her at | reach us at | order reprints | for your personal, non-commercial use |
        an error has occurred | may receive a commission | we may earn | associate we earn | qualifying purchases |
        learn more about | sign up | sign up now | click here | get in touch | book a demo | free demo |
        free trial | request a demo | request a quote | get started today | join the conversation |
        join in the conversation | visit our | check out our | check out these | stay tuned | thanks for reading |
        thank you for reading | happy reading | on facebook, twitter | on instagram, facebook | on twitter and |
        on facebook and | on instagram | and instagram | on youtube | on linkedin | delivered through your |
        delivered to your | views expressed | opinions expressed | the views and opinions |
        do not necessarily reflect | is a freelance | is a contributor | is a staff writer | is a reporter |
        is the author of | lives in | based in part on | this article is for informational purposes |
        for informational purposes only | not investment advice | not financial advice | does not constitute |
        has no position in | owns shares of | has a disclosure policy | prices were accurate |
        prices and availability | is published by | sister site | was originally published | originally appeared |
        first appeared on | appeared first on | this story was produced | in partnership with | editorial policy |
        editorial process | correct errors | this article has been updated | this story has been updated
    """),
    replies=phrases("""
        comments | comment | reader comments | readers' comments | user comments | all comments | latest comments |
        recent comments | top comments | comments section | leave a reply | leave a comment |
        leave a comment below | leave your comment | post a comment | post your comment | add a comment |
        add comment | write a comment | join the conversation | join the discussion | discussion | responses |
        replies | what readers say | have your say | what others say
    """),
    endings=phrases("""
        media contact | media contacts | press contact | press contacts | contact | contacts | contact us |
        for media inquiries | for further information | for more information | media inquiries | media enquiries |
        investor contact | investor contacts | investor relations | investor inquiries |
        investor relations contact | contact information | company contact | contact details | source |
        about the author | about the authors | about author | author | author bio | leave a reply |
        leave a comment | comments | post a comment | join the conversation | join the discussion |
        notes to editors | note to editors | editor's notes | share this article | tags | filed under |
        attachments | multimedia files | disclaimer | media gallery
    """),
    about=phrases("about"),
    notices=phrases("""
        about the company | about the group | about us | about our company | forward-looking statements |
        forward looking statements | forward-looking statement | safe harbor statement | safe harbor |
        safe harbour statement | cautionary statement | cautionary note |
        cautionary note regarding forward-looking statements |
        cautionary statement regarding forward-looking statements | note regarding forward-looking statements |
        special note regarding forward-looking statements |
        cautionary language concerning forward-looking statements | disclaimer | legal notice | legal disclaimer |
        important information | no offer or solicitation | non-gaap financial measures
    """),
    legal=phrases("""
        contains forward-looking statements | contain forward-looking statements |
        forward-looking statements within the | such forward-looking statements | these forward-looking statements |
        any forward-looking statement | contains forward looking statements | contain forward looking statements |
        private securities litigation reform act | actual results may differ materially |
        actual results to differ materially | results could differ materially | does not constitute an offer |
        not an offer to sell | shall not constitute an offer | do not constitute investment advice |
        does not constitute investment advice | not constitute financial advice | not constitute an investment |
        not be construed as investment advice | legal, tax, accounting or investment advice |
        tax, legal or accounting advice | past performance is no | past performance does not |
        undertakes no obligation to | undertake no obligation to | undertakes no duty to update |
        disclaims any obligation to update | general informational purposes only
    """),
    common=phrases("""
        in | a | is | for | on | as | the | of | and | to | with | that | it | was | by | from | are | this | has |
        said | will | its | at | be
    """),
)
