## Signing in
sign-in = Se connecter
sign-in-lede = Après le mot de passe, nous envoyons un lien à votre adresse électronique. Il montre que l’adresse est bien la vôtre.
sign-in-description = Connectez-vous avec votre adresse électronique et votre mot de passe, puis avec le lien que nous vous envoyons.
email = Adresse électronique
password = Mot de passe
sign-in-wrong = L’adresse électronique ou le mot de passe est inexact.
sign-in-too-often = Il y a eu trop de tentatives, depuis ce réseau ou pour cette adresse. Réessayez dans { $span } ; ce que vous avez saisi est conservé, sauf le mot de passe.
no-account-yet = Pas encore de compte ?
no-account-lede = Il suffit d’un nom, d’une adresse électronique et d’un mot de passe.
create-account = Créer un compte
help = Aide
help-forgotten = Si vous avez oublié votre mot de passe,
reset = choisissez-en un nouveau
help-no-mailbox = Si vous n’avez plus accès à la boîte aux lettres, adressez-vous au secrétariat.
busy = Trop de personnes se connectent en ce moment. Réessayez dans { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
} ; ce que vous avez saisi est conservé, sauf le mot de passe.
email-missing = Indiquez votre adresse électronique
email-bad = Indiquez une adresse électronique telle que nom@ministere.example
password-missing = Indiquez votre mot de passe
problem = Il y a un problème
error-mark = Erreur :

## Creating an account
sign-up-lede = Un seul compte sert pour toutes les réunions et pour tout ce que vous inscrivez ou répondez.
sign-up-description = Créez un compte avec votre nom, votre adresse électronique et un mot de passe.
name = Nom
name-hint = Tel qu’il doit être lu, par exemple Mele Taufa
name-missing = Indiquez votre nom
new-password = Mot de passe
show-password = Afficher le mot de passe
rule-length = De 8 à 128 caractères ; une courte phrase est ce qui se retient le mieux
rule-own = Plus que votre nom, votre adresse ou le nom de ce site ou d’une réunion
rule-common = Aucun des mots de passe les plus employés ; nous le vérifions à l’envoi
password-common = Choisissez un autre mot de passe : celui-ci est l’un des plus employés, ou l’un d’eux avec quelques chiffres de plus, et ce sont eux que l’on essaie d’abord
password-own = Choisissez un autre mot de passe : sans votre nom, votre adresse et les noms de ce site et de ses réunions, il doit rester 8 caractères au moins, car ces noms se devinent aisément
password-short = Choisissez un mot de passe de 8 caractères au moins
password-long = Choisissez un mot de passe de 128 caractères au plus
password-odd = Choisissez un mot de passe sans caractères de commande
have-account = Vous avez déjà un compte ?

## The page that waits for the link
check-email = Consultez votre messagerie
waiting-sent = Nous avons envoyé un lien à
waiting-to-be-sent = Nous envoyons un lien à
waiting-no-link = Un lien vient d’être envoyé à cette adresse pour une connexion dans un autre navigateur. Vous pourrez en demander un pour celui-ci à partir de { $time }. L’adresse est
waiting-open-here = Ouvrez-le dans ce navigateur et vous êtes connecté.
waiting-valid = Il est valable jusqu’à { $time } et ne sert qu’une fois.
waiting-number = Vous l’ouvrez sur un autre appareil ? La page y demande ce nombre :
state-waiting = Nous attendons que vous ouvriez le lien
state-approved = Le nombre a été saisi sur l’autre appareil. Connexion en cours
state-done = Vous êtes connecté
state-denied = Cette connexion a été refusée depuis la boîte aux lettres.
state-locked = Trop de codes inexacts. Recommencez ; votre compte n’est pas bloqué.
state-expired = Le délai de cette connexion est dépassé. Recommencez.
state-ended = Cette connexion a pris fin. Recommencez.
state-undeliverable = La boîte aux lettres { $address } a refusé notre message : elle est pleine ou inconnue.
start-again = Recommencer
code-label = Ou saisissez le code du message
code-only-label = Code du message
code-hint = Huit lettres et chiffres ; les espaces et les tirets ne comptent pas
code-wrong = Ce n’est pas le code des derniers messages. { $count ->
    [one] Encore un essai.
   *[other] Encore { $count } essais.
}
code-closed = Trop de codes inexacts ont été saisis aujourd’hui ; dans ce navigateur, aucun n’est accepté avant demain. Ouvrez plutôt ici le lien du message.
code-missing = Saisissez le code du message
code-title = Saisir le code du message
code-lede = Le message contient un code à côté du lien. Il ne fonctionne que dans le navigateur où vous avez donné votre mot de passe.
back-to-waiting = Retour à la page qui attend le lien
other-ways = Autres façons de se connecter
second-too-often = Trop de codes inexacts ont été saisis. Réessayez dans { $span }, ou ouvrez le lien de la lettre.
recovery-use = Utiliser un code de secours
recovery-title = Se connecter avec un code de secours
recovery-lede = Saisissez l’un des dix codes que vous avez conservés. Il ne pourra plus servir. Une lettre vous le confirmera.
recovery-label = Code de secours
recovery-hint = Un chiffre puis dix lettres ou chiffres ; les espaces et les tirets ne comptent pas
recovery-missing = Saisissez l’un de vos codes de secours
recovery-wrong = Ce n’est pas l’un de vos codes de secours encore utilisables
passkey-sign-in = Se connecter avec une clé d’accès
passkey-use = Utiliser votre clé d’accès
passkey-title = Se connecter avec votre clé d’accès
passkey-lede = Votre appareil demande votre empreinte, votre visage ou son code. Vous êtes ensuite connecté, sans lettre.
passkey-no = Aucune clé d’accès n’a été utilisée. Réessayez, ou connectez-vous autrement.
passkey-not-here = Ce navigateur ne connaît pas les clés d’accès, ou les scripts sont désactivés. Utilisez un autre moyen.
passkey-unknown = Cette clé d’accès n’est pas connue ici. Connectez-vous autrement.
passkey-unverified = Votre appareil n’a pas vérifié que c’est bien vous. Déverrouillez-le avec votre empreinte, votre visage ou son code.
passkey-late = Cela a pris trop de temps, ou a été envoyé deux fois. Réessayez.
passkey-too-often = Trop de clés d’accès n’ont pas été acceptées. Réessayez dans { $span }, ou connectez-vous autrement.
totp-use = Utiliser votre application d’authentification
totp-title = Se connecter avec l’application d’authentification
totp-lede = Saisissez les six chiffres que votre application affiche en ce moment.
totp-label = Chiffres de l’application
totp-hint = Six chiffres ; ils changent toutes les 30 secondes et ne servent qu’une fois
totp-missing = Saisissez les six chiffres
totp-wrong = Ce ne sont pas les chiffres de ce moment, ou ils ont déjà servi. Attendez les suivants.
reloads = Cette page se recharge toutes les dix secondes.
stop-reloading = Ne plus recharger
reloads-stopped = Cette page ne se recharge plus. Quand vous aurez ouvert le lien,
look-again = actualisez-la
nothing-yet = Toujours rien ?
mail-handed-over = Notre serveur a transmis le message à { $time }. Actualisez la boîte de réception et cherchez { $sender } parmi les indésirables. Certains services publics retiennent le courrier jusqu’à dix minutes.
mail-waiting = Le message est sur le point de partir. Actualisez la boîte de réception et regardez parmi les indésirables dans une minute ou deux.
mail-slow = Le message attend depuis { $time } ; il partira dès que possible et ses 20 minutes ne commencent qu’alors.
mail-refused = La boîte aux lettres a refusé le dernier message. Un lien antérieur reste valable jusqu’à son terme.
mail-none = Aucun message n’a encore été envoyé pour ce navigateur.
late = Notre courrier est lent en ce moment.
late-last = Notre courrier est lent en ce moment. Le dernier message est parti { $ago }.
late-then = Un lien part dès que possible et ses minutes ne commencent qu’alors.
late-ways = Pour entrer sans message :
late-way-second = Un authentificateur ou un code de secours, si vous en avez un : après le mot de passe, choisissez-le sur la page qui attend le message.
late-way-console = Les responsables de ce site peuvent créer sur le serveur un lien qui fonctionne avec votre mot de passe : adressez-vous au secrétariat.
late-way-console-of = Les responsables de ce site peuvent créer sur le serveur un lien qui fonctionne avec votre mot de passe : écrivez à { $contact }.
new-link = Envoyer un nouveau lien
new-link-from = Possible à partir de { $time }. Le lien que vous avez reste valable.
too-early = Un lien a été envoyé il y a { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}.
too-early-wait = Vous pourrez en demander un autre dans { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}.
ask-help = Demander de l’aide au secrétariat
cancel = Abandonner cette connexion
unknown-browser-title = Connexion introuvable
unknown-browser = Votre navigateur ne connaît plus cette connexion. Recommencez, ou saisissez le code sur l’écran où vous avez commencé.

## The mailed link
link-title = Connexion en cours
link-go = Poursuivez pour vous connecter avec { $address }.
link-button = Se connecter ici
link-as-other = Vous êtes connecté en tant que { $name }. Poursuivre avec { $address } ?
link-continue = Poursuivre
link-stay = Rester connecté en tant que { $name }
other-title = Est-ce vous qui vous connectez ?
other-lede = Vous avez ouvert le lien dans un autre navigateur que celui où vous avez donné votre mot de passe. Il ne s’est encore rien passé.
other-account = Compte
other-where = Connexion sur
other-where-what = { $agent }, à { $time }
other-ip = Depuis l’adresse { $ip }
number-label = Nombre affiché sur cet écran-là
number-hint = Trois chiffres. Vous avez deux essais.
number-button = Se connecter là-bas
number-wrong-once = Ce n’est pas ce nombre. Encore un essai.
number-wrong = Ce n’est pas ce nombre. Saisissez le code du message sur l’écran où vous avez commencé.
number-off = La connexion par le nombre n’est plus possible ici. Saisissez le code du message sur l’écran où vous avez commencé.
number-bad = Saisissez les trois chiffres affichés sur l’écran où vous avez commencé
here-instead = Se connecter plutôt sur cet appareil
or-code-there = Ou saisissez le code du message sur cet écran-là.
not-me = Ce n’était pas moi
approved-title = C’est fait
approved-lede = L’écran où vous avez commencé vous connecte dans quelques secondes. Vous pouvez fermer cette page.
deny-title = Vous n’avez pas demandé ce lien ?
deny-lede = Alors quelqu’un d’autre a saisi votre mot de passe. Vous pouvez mettre fin ici à sa connexion ; personne n’entre sans le lien, le code ou le nombre.
deny-word = PAS MOI
deny-label = Pour mettre fin à cette connexion, tapez { $word }
deny-wrong = Tapez { $word } pour mettre fin à la connexion, ou fermez cette page
deny-button = Mettre fin à cette connexion
denied-title = Il a été mis fin à cette connexion
denied-lede = Personne n’a été connecté. Mais quelqu’un connaît votre mot de passe : choisissez-en un nouveau dès maintenant, ici et partout où vous l’employez.
used-title = Ce lien a déjà servi
used-when = Il a servi { $ago }, dans { $agent }.
used-not-you = Si ce n’était pas vous, connectez-vous et prévenez le secrétariat : quelqu’un lit peut-être votre courrier.
expired-title = Ce lien n’est plus valable
expired-when = Il était valable jusqu’à { $time }.
expired-elsewhere = Revenez à l’écran où vous avez commencé et demandez-y un nouveau lien.
ended-title = Cette connexion a pris fin
ended-lede = Le lien appartient à une connexion abandonnée, refusée ou remplacée. Recommencez pour en recevoir un nouveau.
incomplete-title = Le lien semble incomplet
incomplete-lede = Copiez-le en entier, jusqu’à la dernière lettre, ou saisissez le code du message sur l’écran où vous avez commencé.
unknown-link-title = Nous ne connaissons pas ce lien
unknown-link-lede = Il date peut-être de plus d’un jour, ou n’est pas complet. Connectez-vous pour en recevoir un nouveau.

## The link from the server's console
console-title = Se connecter avec le lien du serveur
console-lede = Ce lien a été créé sur le serveur pour { $address }. Il sert une fois, jusqu’à { $time }, avec le mot de passe du compte.
console-ended = Trop de mots de passe incorrects ont été saisis, ou le compte a changé depuis la création du lien.
console-ask-again = Demandez un autre lien à la personne qui administre le serveur.

## The account
account = Compte
account-description = Votre nom, votre adresse et la déconnexion.
sessions-hint = Les navigateurs, et comment vous y déconnecter.
tokens-hint = Pour les programmes qui lisent et écrivent en votre nom.
sign-out = Se déconnecter
session-over = Vous avez été déconnecté parce que rien n’a été envoyé pendant un moment. Reconnectez-vous : ce que vous avez saisi est conservé pendant une heure.

## A browser and a system, as one can name them
agent-on = { $browser } sous { $system }
agent-unknown-browser = un navigateur inconnu
agent-unknown-system = un système inconnu

## Letters
letter-hello = Bonjour { $name },
letter-sign-in-subject = Votre lien de connexion
letter-sign-in-fact = Ouvrez ce lien pour vous connecter à { $site } :
letter-sign-in-button = Se connecter
letter-sign-up-subject = Confirmez votre adresse et connectez-vous
letter-sign-up-fact = Bienvenue. Ouvrez ce lien pour confirmer votre adresse et vous connecter à { $site } :
letter-sign-up-button = Confirmer et se connecter
letter-valid = Le lien sert une fois, jusqu’à { $time }.
letter-where = Il est destiné au navigateur où le mot de passe a été saisi. Sur un autre appareil, la page demande le nombre qui y est affiché.
letter-code = Ou saisissez ce code sur la page qui attend :
letter-account = Compte : { $address }
letter-when = Demandé : { $time }
letter-agent = Navigateur : { $agent }
letter-ip = Adresse Internet : { $ip }
letter-never = Nous ne demandons jamais ce code ni le nombre par téléphone ou par messagerie instantanée.
letter-wasnt-you = Ce n’était pas vous ? Alors quelqu’un connaît votre mot de passe. N’ouvrez pas le lien ; connectez-vous vous-même sur { $url } et demandez au secrétariat de changer le mot de passe.
letter-wasnt-you-sign-up = Ce n’était pas vous ? Alors ne faites rien : sans le lien, il n’y a pas de compte.
letter-known-subject = Vous avez déjà un compte
letter-known-fact = Quelqu’un, sans doute vous, a demandé un nouveau compte à { $site } avec cette adresse. Elle en a déjà un ; rien n’a été modifié.
letter-known-do = Pour vous connecter, ouvrez cette page et donnez votre mot de passe :
letter-known-button = Aller à la page de connexion
letter-known-forgotten = Si vous avez oublié le mot de passe, choisissez-en là un nouveau.
letter-known-wasnt-you = Si ce n’était pas vous, vous n’avez rien à faire.
letter-console-subject = Un lien de connexion a été créé sur le serveur
letter-console-fact = Sur le serveur de { $site }, un lien a été créé avec lequel { $name } peut se connecter sans message. Il sert une fois, pendant dix minutes, avec le mot de passe du compte.
letter-console-do = Vous recevez ce message parce que vous êtes administrateur. La liste des personnes montre qui a quel rôle :
letter-console-button = Ouvrir la liste des personnes
letter-console-when = Créé : { $time }
letter-console-reason = Raison donnée : { $reason }
letter-console-last = Si vous êtes au courant, vous n’avez rien à faire. Sinon, interrogez sans attendre la personne qui administre le serveur.

# Les jetons pour les programmes.
scope-read = Lire ce que vous pouvez lire, sauf les inscriptions du bureau
scope-account-write = Mettre fin à des jetons
tokens = Jetons pour les programmes
tokens-lede = Avec un jeton, un programme lit et écrit en votre nom ce que vous lui permettez, jusqu’à la fin du jeton. Un nouveau mot de passe met fin à tous.
tokens-reference = Ce qu’un programme peut faire
tokens-count = { $count ->
    [one] { $count } jeton
    [many] { $count } jetons
   *[other] { $count } jetons
}
token-made = Le jeton est créé. Copiez-le maintenant : il n’est montré qu’une fois.
token-made-label = Votre nouveau jeton
token-name = À quoi il sert
token-name-hint = Par exemple le nom du programme qui le reçoit.
token-name-wrong = Dites à quoi il sert, en 100 caractères au plus.
token-for = Permet : { $scopes }
token-scopes = Peut servir à
token-scopes-hint = Il ne permet jamais plus que vos propres attributions au même moment.
token-scopes-missing = Choisissez au moins une ligne.
token-used = Dernier usage le { $when }
token-never-used = Jamais utilisé
token-ends = Prend fin le { $when }
token-ended = Terminé le { $when }
token-lasts = Prend fin après
token-days = { $count ->
    [one] { $count } jour
    [many] { $count } jours
   *[other] { $count } jours
}
token-days-missing = Choisissez combien de temps il dure.
token-too-many = { $count ->
    [one] Vous avez { $count } jeton encore valable ; mettez-y d’abord fin.
    [many] Vous avez { $count } jetons encore valables ; mettez d’abord fin à l’un d’eux.
   *[other] Vous avez { $count } jetons encore valables ; mettez d’abord fin à l’un d’eux.
}
token-new = Un nouveau jeton
token-make = Créer le jeton
token-revoke = Mettre fin

## A new password by letter
reset-title = Choisir un nouveau mot de passe
reset-lede = Indiquez l’adresse de votre compte. Nous y envoyons un lien vers une page où vous choisissez un nouveau mot de passe.
reset-send = Envoyer le lien
reset-sent = Si { $address } a un compte ici, un lien lui est envoyé. Il est valable 60 minutes et ne sert qu’une fois.
reset-sent-more = Rien après quelques minutes ? Regardez parmi les indésirables. Un lien par minute est envoyé, et dix par jour.
reset-again = Demander un nouveau lien
reset-page-lede = Toutes les connexions à ce compte seront fermées. Vous vous connecterez ensuite avec le nouveau mot de passe, puis une lettre, comme toujours.
reset-address = Adresse électronique du compte
reset-address-hint = Saisie une fois encore, pour que le lien seul ne serve à personne.
reset-address-wrong = Ce lien n’a pas été envoyé à cette adresse. Saisissez l’adresse du compte.
reset-ended = Une adresse inexacte a été saisie trop souvent, ou le compte a changé depuis l’envoi de la lettre.
reset-done = Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.
password-set = Enregistrer le nouveau mot de passe
letter-reset-subject = Votre lien vers un nouveau mot de passe
letter-reset-fact = Ouvrez ce lien pour choisir un nouveau mot de passe sur { $site } :
letter-reset-button = Choisir un nouveau mot de passe
letter-reset-asks = La page demande encore une fois votre adresse. L’ancien mot de passe reste valable tant que vous n’en avez pas choisi un autre.
letter-reset-wasnt-you = Ce n’était pas vous ? Alors ne faites rien : sans ce lien, rien ne change.

## Letters about the account
notice-act = Si c’était vous, vous n’avez rien à faire. Sinon, choisissez aussitôt un nouveau mot de passe sur cette page et prévenez le secrétariat :
notice-last = Cette lettre part chaque fois que change ce qui protège votre compte. Elle ne peut être désactivée.
notice-password-subject = Votre mot de passe a été changé
notice-password-reset = Un nouveau mot de passe a été choisi pour votre compte sur { $site }, avec un lien envoyé à cette adresse. Toutes les connexions ont été fermées.
notice-password-changed = Le mot de passe de votre compte sur { $site } a été changé. Tous les autres navigateurs ont été déconnectés.
notice-limit-subject = Vous avez été déconnecté d’un navigateur
notice-limit = Vous êtes connecté à { $site } dans plus de navigateurs qu’un compte ne le permet. Celui qui n’avait pas servi depuis le plus longtemps a été déconnecté.
notice-ended-subject = Vous avez été déconnecté partout
notice-ended = Un administrateur de { $site } a fermé toutes les connexions de votre compte.
notice-paused-subject = Quelqu’un cherche votre mot de passe
notice-paused = Un mot de passe inexact a été saisi cent fois aujourd’hui pour votre compte sur { $site }. Jusqu’à demain, le mot de passe n’est accepté que dans les navigateurs où vous vous êtes déjà connecté. Un nouveau mot de passe met aussitôt fin à cette attente.
notice-unfinished-subject = Votre mot de passe a été donné, personne ne s’est connecté
notice-unfinished = Quelqu’un a donné le bon mot de passe de votre compte sur { $site } dans un navigateur où vous ne vous étiez jamais connecté, puis n’est pas allé plus loin. Personne n’a été connecté : il y faut aussi cette boîte aux lettres.
notice-recovery-made-subject = Vous avez de nouveaux codes de secours
notice-recovery-made = Dix nouveaux codes de secours ont été créés pour votre compte sur { $site }. Les précédents ne servent plus à rien.
notice-recovery-used-subject = Un code de secours a été utilisé
notice-recovery-used = Quelqu’un s’est connecté à votre compte sur { $site } avec le mot de passe et l’un de vos codes de secours. Ce code ne peut plus servir.
notice-passkey-added-subject = Une clé d’accès a été ajoutée
notice-passkey-added = Une clé d’accès a été ajoutée à votre compte sur { $site }. Elle permet de se connecter sans mot de passe ni lettre.
notice-passkey-removed-subject = Une clé d’accès a été retirée
notice-passkey-removed = Une clé d’accès de votre compte sur { $site } a été retirée. Elle ne sert plus à rien.
notice-passkey-copied-subject = L’une de vos clés d’accès a peut-être été copiée
notice-passkey-copied = Une clé d’accès de votre compte sur { $site } a été utilisée, et son appareil compte moins d’utilisations qu’auparavant. Soit quelqu’un en a une copie, soit l’appareil a été réinitialisé. Si ce n’était pas vous, retirez cette clé sur la page de votre compte.
notice-totp-added-subject = Une application d’authentification a été ajoutée
notice-totp-added = Une application d’authentification a été ajoutée à votre compte sur { $site }. Après le mot de passe, ses chiffres permettent de se connecter sans lettre.
notice-totp-removed-subject = Votre application d’authentification a été retirée
notice-totp-removed = L’application d’authentification de votre compte sur { $site } a été retirée. Ses chiffres ne servent plus à rien.

## Where one is signed in
sessions-title = Où vous êtes connecté
sessions-lede = Chaque ligne est un navigateur. Vous n’en reconnaissez pas un ? Déconnectez-le, puis choisissez un nouveau mot de passe. Au-delà de { $count } navigateurs, celui qui n’a pas servi depuis le plus longtemps est déconnecté.
sessions-count = { $count ->
    [one] { $count } navigateur
    [many] { $count } navigateurs
   *[other] { $count } navigateurs
}
session-this = Celui-ci
session-seen = Vu pour la dernière fois le { $when }
session-place = Depuis l’adresse { $ip }
session-by-link = Connecté par lien, le { $when }
session-by-code = Connecté par le code d’une lettre, le { $when }
session-by-number = Connecté par un nombre depuis un autre appareil, le { $when }
session-by-recovery = Connecté par un code de secours, le { $when }
session-by-passkey = Connecté par clé d’accès, le { $when }
session-by-totp = Connecté par application d’authentification, le { $when }
session-by-console = Connecté par un lien du serveur, le { $when }
session-end = Déconnecter
sessions-end-others = Déconnecter partout ailleurs
sessions-end-others-hint = Les jetons de vos programmes et les liens envoyés mais non utilisés prennent fin aussi.
sessions-ended = C’est fait. Ce que vous avez fermé est déconnecté.

## Asking again
again-title = Est-ce toujours vous ?
again-lede = Ce que vous allez faire demande plus qu’un navigateur ouvert. Saisissez votre mot de passe ; nous envoyons ensuite un code à votre adresse. Après cela, rien ne vous est demandé pendant dix minutes.
again-send-code = M’envoyer un code
again-code-lede = Nous avons envoyé un code à { $address }. Il est valable jusqu’à { $time }.
again-new-code = Envoyer un autre code
again-go-on = Continuer
again-leave = Renoncer
again-password-wrong = Ce n’est pas votre mot de passe. { $count ->
    [one] Encore un essai, puis vous serez déconnecté.
    [many] Encore { $count } essais.
   *[other] Encore { $count } essais.
}
again-passkey-lede = Ce que vous allez faire demande plus qu’un navigateur ouvert. Utilisez votre clé d’accès. Ensuite, rien ne vous sera demandé pendant dix minutes.
again-totp-lede = Ce que vous allez faire demande plus qu’un navigateur ouvert. Saisissez les six chiffres de votre application d’authentification. Ensuite, rien ne vous sera demandé pendant dix minutes.
again-totp-wrong = Ce ne sont pas les chiffres de ce moment, ou ils ont déjà servi. { $count ->
    [one] Encore un essai, puis vous serez déconnecté.
   *[other] Encore { $count } essais.
}
again-by-letter = Utiliser le mot de passe et une lettre
again-done = Merci
again-done-lede = Vous pouvez poursuivre ce que vous aviez commencé.
letter-sure-subject = Votre code
letter-sure-fact = Une personne connectée à votre compte sur { $site } va changer quelque chose d’important. Si c’est vous, saisissez ce code sur la page qui le demande :
letter-sure-button = Ouvrir la page
letter-sure-valid = Le code sert une fois, jusqu’au { $time }, dans le navigateur qui l’a demandé.
letter-sure-code = Code à saisir
letter-sure-wasnt-you = Ce n’était pas vous ? Alors quelqu’un connaît votre mot de passe et est connecté : choisissez aussitôt un nouveau mot de passe.

## Changing what one signs in with
change-password = Changer le mot de passe
change-password-hint = Tous les autres navigateurs sont alors déconnectés.
change-password-lede = Avec le nouveau mot de passe, tous les autres navigateurs sont déconnectés et les jetons de vos programmes prennent fin.
password-changed = Votre mot de passe est changé. Tous les autres navigateurs ont été déconnectés.
change-email = Changer l’adresse électronique
change-email-hint = Le changement est confirmé depuis l’ancienne boîte et la nouvelle.
change-email-lede = Nous envoyons un lien à chacune des deux adresses. Quand les deux ont été ouverts, vous vous connectez avec la nouvelle ; jusque-là rien ne change.
email-now = Actuellement :
email-new = Nouvelle adresse électronique
email-send = Envoyer les deux liens
email-same = C’est déjà votre adresse
email-waiting = Nous avons envoyé des liens à votre adresse et à { $address }. Ouvrez les deux.
email-waiting-until = Ils sont valables jusqu’au { $time }.
email-changed = Votre adresse électronique est changée. Tous les autres navigateurs ont été déconnectés.
email-confirm = Changement d’adresse électronique
email-confirm-old = Votre compte doit recevoir l’adresse { $new } à la place de { $old }. Confirmez que vous le voulez.
email-confirm-new = Votre compte doit recevoir cette adresse, { $new }, à la place de { $old }. Confirmez qu’elle est à vous.
email-confirm-button = Confirmer
email-half = La moitié est faite
email-half-lede = Ouvrez maintenant le lien de la lettre envoyée à l’autre adresse. L’adresse change quand les deux sont confirmées.
email-over = Ce changement est achevé, remplacé ou annulé, ou son délai est dépassé. Votre compte indique votre adresse.
email-undo = Garder l’ancienne adresse
email-undo-lede = Votre compte retrouve son ancienne adresse et toutes les connexions sont fermées. Choisissez ensuite un nouveau mot de passe.
email-undo-word = ANNULER
email-undo-label = Pour retrouver l’ancienne adresse, écrivez { $word }
email-undo-wrong = Écrivez { $word } pour retrouver l’ancienne adresse, ou fermez cette page
email-undo-button = Rendre l’ancienne adresse
email-undone = Votre ancienne adresse est rétablie
email-undone-lede = Toutes les connexions ont été fermées. Choisissez maintenant un nouveau mot de passe : quelqu’un connaît l’ancien.
letter-email-subject = Confirmez le changement de votre adresse
letter-email-old = Votre compte sur { $site } doit recevoir l’adresse { $new } à la place de celle-ci.
letter-email-new = Un compte sur { $site } doit recevoir cette adresse à la place de { $old }.
letter-email-act = Pour confirmer, ouvrez ce lien dans un navigateur connecté au compte :
letter-email-button = Confirmer le changement
letter-email-valid = Le lien est valable jusqu’au { $time }.
letter-email-wasnt-you = Ce n’était pas vous ? Alors ne l’ouvrez pas : sans la confirmation des deux adresses, rien ne change. Si le compte est à vous, choisissez un nouveau mot de passe.
letter-email-done-subject = Votre adresse électronique a été changée
letter-email-done = Votre compte sur { $site } a désormais l’adresse { $new }, et non plus celle-ci.
letter-email-undo-act = Ce n’était pas vous ? Ouvrez ce lien et écrivez un mot ; votre compte retrouve aussitôt cette adresse :
letter-email-undo-button = Retrouver l’ancienne adresse
letter-email-taken = Quelqu’un, peut-être vous, a demandé de donner cette adresse à un compte sur { $site }. Elle a déjà son propre compte ; rien n’a été changé.

## One's own log
log-title = Ce qui est arrivé à votre compte
log-hint = Quand et d’où, avec ce qui a été refusé.
log-lede = Le plus récent d’abord. Une ligne que vous ne vous expliquez pas ? Choisissez un nouveau mot de passe et prévenez le secrétariat.
log-empty = Rien encore.
log-older = Plus ancien
event-password-ok = Le mot de passe saisi était exact
event-link-asked = Un lien a été demandé
event-link-sent = Un lien a été envoyé
event-link-refused = La boîte aux lettres a refusé la lettre avec le lien
event-approved = Le nombre a été saisi sur un autre appareil
event-denied = Une connexion a été refusée depuis la boîte aux lettres
event-code-failed = Un code inexact a été saisi
event-number-failed = Un nombre inexact a été saisi
event-recovery-failed = Un code de secours inexact a été saisi
event-passkey-failed = Une clé d’accès n’a pas été acceptée
event-totp-failed = Des chiffres d’authentification inexacts ont été saisis
event-completed = Connexion
event-signed-out = Déconnexion
event-session-ended = Un navigateur a été déconnecté depuis un autre
event-others-ended = Tous les autres navigateurs ont été déconnectés
event-ended-by-administrator = Un administrateur a fermé toutes les connexions
event-session-limit = Un navigateur de trop : celui qui n’avait pas servi depuis le plus longtemps a été déconnecté
event-proved = Identité montrée de nouveau
event-proof-failed = Question posée de nouveau : mot de passe ou code inexact
event-verified = L’adresse a été confirmée
event-password-changed = Le mot de passe a été changé
event-password-reset = Un nouveau mot de passe a été choisi par lettre
event-email-asked = Un changement d’adresse a été demandé
event-email-changed = L’adresse a été changée
event-email-undone = Le changement d’adresse a été annulé
event-recovery-made = De nouveaux codes de secours ont été créés
event-passkey-added = Une clé d’accès a été ajoutée : { $name }
event-passkey-removed = Une clé d’accès a été retirée : { $name }
event-passkey-copied = Une clé d’accès a peut-être été copiée : { $name }
event-totp-added = Une application d’authentification a été ajoutée
event-totp-removed = L’application d’authentification a été retirée
event-data-read = Toutes les données ont été téléchargées
event-closed = Le compte a été fermé
event-disabled = La connexion n’est plus permise
event-enabled = La connexion est de nouveau permise
event-kept-for = Le journal est conservé autrement : { $rule }
event-token-made = Un jeton a été créé : { $prefix }
event-token-ended = Un jeton a pris fin : { $prefix }
event-role-given = Un rôle a été donné : { $role }
event-letter-only = Désormais, seul un message convient après le mot de passe
event-letter-or-other = Désormais, d’autres secondes étapes conviennent aussi après le mot de passe
event-role-taken = Un rôle a été retiré : { $role }
event-console-made = Un lien de connexion a été créé sur le serveur : { $reason }
event-console-used = Connexion par un lien du serveur
event-console-wrong = Un mot de passe inexact a été saisi avec un lien du serveur

## Codes de secours
recovery-codes = Codes de secours
recovery-codes-hint = Pour le jour où aucune lettre ne vous parvient.
recovery-codes-lede = Dix codes à imprimer ou à noter et à mettre de côté. Après le mot de passe, chacun vous connecte une fois, sans lettre.
recovery-left = { $count ->
    [0] Vous n’en avez pas.
    [one] { $count } peut encore servir.
   *[other] { $count } peuvent encore servir.
}
recovery-make = Créer dix nouveaux codes
recovery-make-hint = Ceux que vous avez ne serviront plus à rien ensuite.
recovery-made = Vos dix nouveaux codes
recovery-made-lede = Ils ne sont affichés que cette fois. Gardez-les là où personne d’autre ne les trouvera, à l’écart de votre mot de passe.
## L’application d’authentification
totp = Application d’authentification
totp-account-hint = Six chiffres de votre téléphone à la place de la lettre.
totp-account-lede = Une application d’authentification, sur votre téléphone ou votre ordinateur, affiche six chiffres qui changent toutes les 30 secondes. Après le mot de passe, ils vous connectent sans lettre.
totp-is-set-up = Il y en a une.
totp-is-not = Il n’y en a pas.
totp-set-up = En ajouter une
totp-another = La remplacer par une autre
totp-remove = La retirer
totp-scan = Faites lire cette image par votre application, puis saisissez les chiffres qu’elle affiche.
totp-picture = Image pour l’application d’authentification
totp-open = L’ajouter à une application de cet appareil
totp-by-hand = Sans appareil photo, saisissez-y ce secret. Il n’est affiché que cette fois :
totp-confirm = Confirmer
totp-added = Votre application d’authentification est en place.
totp-removed = Votre application d’authentification est retirée.
others-too = Vous êtes aussi connecté dans d’autres navigateurs. Si vous n’en reconnaissez pas un, déconnectez-le.

## Les clés d’accès
passkeys = Clés d’accès
passkeys-hint = Votre empreinte, votre visage ou un code à la place du mot de passe et de la lettre.
passkeys-lede = Une clé d’accès est conservée par votre téléphone, votre ordinateur ou une clé de sécurité. Vous vous connectez avec l’empreinte, le visage ou le code qui le déverrouille. Aucune page contrefaite ne peut s’en servir, et aucune lettre n’est nécessaire.
passkeys-count = { $count ->
    [0] Vous n’avez pas de clé d’accès
    [one] { $count } clé d’accès
    [many] { $count } clés d’accès
   *[other] { $count } clés d’accès
}
passkey-new = Une nouvelle clé d’accès
passkey-make = Créer une clé d’accès
passkey-name = Nom
passkey-name-hint = Pour la distinguer des autres
passkey-made = Créée le { $when }.
passkey-used = Utilisée le { $when }
passkey-never-used = Pas encore utilisée
passkey-synced = Synchronisée entre vos appareils.
passkey-rename = Renommer
passkey-rename-save = Enregistrer le nom
passkey-remove = Retirer
passkey-added = Votre clé d’accès est prête. Utilisez-la la prochaine fois.
passkey-removed = La clé d’accès est retirée. Vous pouvez aussi la supprimer sur votre appareil.
passkey-renamed = Le nom est enregistré.
passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
passkey-not-made = Aucune clé d’accès n’a été créée. Réessayez.
passkey-too-many = Vous avez { $most ->
    [one] { $most } clé d’accès
    [many] { $most } clés d’accès
   *[other] { $most } clés d’accès
}, autant qu’un compte peut en avoir. Retirez-en une d’abord.
passkey-last = Qui travaille au secrétariat garde une clé d’accès ou une application d’authentification. Créez d’abord une autre clé ou ajoutez une application d’authentification.
passkey-never = Ce site se trouve sous un numéro et non sous un nom ; aucun navigateur ne crée de clé d’accès pour lui.
email-instead = Vous ne pouvez pas ouvrir l’ancienne boîte aux lettres ? Votre clé d’accès confirme à sa place.

## One's data, and closing the account
data-title = Télécharger mes données
data-hint = Tout ce qui est conservé à votre sujet, en un fichier.
data-lede = Un fichier (JSON) avec votre compte, vos rôles, navigateurs, jetons, journal, inscriptions et ce que vous avez saisi sans l’envoyer. Les mots de passe et les codes de secours n’y sont pas : nous ne les connaissons pas.
data-button = Télécharger
close-title = Fermer mon compte
close-hint = Vous ne vous connectez plus ; certaines données restent.
close-lede = Vous ne pourrez plus vous connecter, et personne ne peut rouvrir le compte.
close-ends = Ce qui prend fin
close-ends-what = Tous les navigateurs sont déconnectés, tous les jetons et liens prennent fin, vos rôles sont retirés. Après 30 jours, votre nom, votre adresse et votre mot de passe sont oubliés ; l’adresse peut alors servir à un nouveau compte.
close-stays = Ce qui reste
close-stays-what = Les inscriptions restent auprès des organisateurs de chaque réunion, qui doivent pouvoir dire qui y a pris part. Le journal reste aussi longtemps que ses règles le prévoient, sans votre nom.
close-word = FERMER
close-label = Pour fermer le compte, écrivez { $word }
close-wrong = Écrivez { $word } pour fermer le compte, ou quittez cette page
close-button = Fermer mon compte
close-last-administrator = Vous êtes le dernier administrateur. Donnez d’abord ce rôle à quelqu’un d’autre.
closed-title = Votre compte est fermé
closed-lede = Vous êtes déconnecté partout. Merci d’avoir été des nôtres.

## A lost mailbox
letter-assisted-subject = Votre compte va recevoir une autre adresse
letter-assisted = Deux administrateurs de { $site } ont approuvé de donner à votre compte l’adresse { $new }, cette boîte aux lettres ayant été déclarée perdue.
letter-assisted-act = Est-ce une erreur ? Ouvrez ce lien et écrivez un mot ; le changement est arrêté :
letter-assisted-button = Arrêter le changement
letter-assisted-due = Sinon, l’adresse change le { $time }.
notice-assisted = Votre compte sur { $site } a désormais cette adresse. Toutes les connexions ont été fermées ; choisissez un nouveau mot de passe pour vous connecter.
stop-title = Garder cette adresse ?
stop-lede = Votre compte va recevoir une autre adresse. Vous pouvez l’empêcher ici.
stop-word = ARRÊTER
stop-label = Pour arrêter le changement, écrivez { $word }
stop-wrong = Écrivez { $word } pour arrêter le changement, ou fermez cette page
stop-button = Arrêter le changement
stopped-title = Le changement est arrêté
stopped-lede = Votre compte garde cette adresse. Dites au secrétariat que vous la lisez toujours.
event-assisted-asked = Un administrateur a demandé une autre adresse : { $reason }
event-assisted-agreed = Un deuxième administrateur a approuvé une autre adresse : { $reason }
event-assisted-stopped = Le changement d’adresse a été arrêté depuis l’ancienne boîte aux lettres
event-assisted-done = L’adresse a été changée par deux administrateurs

## Two accounts of one person
letter-merged-subject = Vos deux comptes n’en font plus qu’un
letter-merged = Un administrateur de { $site } a réuni votre compte { $merged } à votre compte { $into }. Les inscriptions et les rôles ont suivi ; personne ne se connecte plus à { $merged }.
letter-merged-act = Connectez-vous désormais avec { $into } :
letter-merged-button = Se connecter
letter-merged-undo = Les deux ne sont pas à vous ? Prévenez le secrétariat avant le { $time }. Jusque-là, cela peut être annulé.
letter-unmerged-subject = Vos deux comptes sont de nouveau séparés
letter-unmerged = Un administrateur de { $site } a annulé la réunion de { $merged } à { $into }. Ce qui avait suivi est revenu.
letter-unmerged-act = Connectez-vous avec l’un ou l’autre, comme avant :
event-merged = Réuni à un autre compte : { $reason }
event-merged-here = Un autre compte a été réuni à celui-ci : { $reason }
event-unmerged = La réunion à un autre compte a été annulée
event-unmerged-here = La réunion d’un autre compte à celui-ci a été annulée

## An organization's account
sign-in-with = Se connecter avec { $organization }
organization-down = { $organization } ne répond pas en ce moment ; ses comptes ne permettent donc pas de se connecter. Votre mot de passe reste valable ; sinon, réessayez dans quelques minutes.
organization-not = Vous n’êtes pas connecté avec une organisation
organization-refused = { $organization } ne vous a pas connecté. Vous pouvez réessayer, ou vous connecter avec votre mot de passe.
organization-altered = Ce qui est revenu n’appartient pas à une connexion de ce navigateur : cela a déjà servi, a pris plus de dix minutes ou a été modifié en chemin. Rien n’est arrivé à votre compte.
organization-shut = Votre compte de { $organization } est connu ici, mais le compte auquel il appartient ne peut pas se connecter. Adressez-vous au secrétariat.
organization-taken = Ce compte de { $organization } appartient ici à un autre compte. Dissociez-le d’abord de celui-ci, ou adressez-vous au secrétariat.
organization-another = Vous vous êtes connecté à { $organization } avec un compte qui n’est pas associé au vôtre ici.
offer-title = Le compte de votre organisation est nouveau ici
offer-has = Selon { $organization }, { $address } est votre adresse, et un compte existe ici avec elle. Connectez-vous une fois à celui-ci, avec son mot de passe.
offer-has-not = Selon { $organization }, { $address } est votre adresse. Aucun compte n’existe encore ici avec elle : créez-en un, votre nom et votre adresse sont déjà remplis.
offer-unknown = Aucun compte ici n’est associé au vôtre à { $organization }. Connectez-vous ici une fois, avec votre mot de passe, ou créez un compte.
offer-then = Nous vous demanderons ensuite si les deux vont ensemble. Dès lors, vous pourrez vous connecter avec votre organisation.
offer-sign-in = Se connecter avec le mot de passe
join-title = Les deux vont-ils ensemble ?
join-lede = Quiconque peut se connecter avec ce compte de { $organization } pourra alors se connecter ici en votre nom.
join-here = Votre compte ici
join-do = Les associer
join-not = Pas maintenant
organizations = Le compte de votre organisation
organizations-hint = Se connecter ici avec le compte de votre organisation.
organizations-lede = Avec un compte associé de votre organisation, vous vous connectez ici sans le mot de passe. Si votre organisation demande elle-même deux étapes, aucune lettre n’est nécessaire non plus.
organizations-none = Aucun n’est associé.
organization-link = Associer un compte de { $organization }
organization-linked = Le compte est associé. Vous pouvez désormais vous connecter avec lui.
organization-unlinked = Le compte est dissocié. Personne ne peut plus se connecter ici avec lui.
organization-unlink = Dissocier
organization-since = Associé le { $when }
organization-used = Utilisé pour la dernière fois le { $when }
organization-unused = Pas encore utilisé
again-with = Le montrer avec { $organization }
session-by-organization = Connecté par le compte d’une organisation, le { $when }
event-organization-ok = Connexion à { $issuer }
event-ended-by-organization = Déconnexion à { $issuer }, et donc ici
event-organization-linked = Le compte d’une organisation a été associé : { $issuer }
event-organization-unlinked = Le compte d’une organisation a été dissocié : { $issuer }
notice-organization-subject = Le compte d’une organisation a été associé au vôtre
notice-organization-linked = Le compte d’une organisation a été associé à votre compte sur { $site }. Quiconque peut se connecter avec lui peut se connecter en votre nom.
notice-organization-off-subject = Le compte d’une organisation a été dissocié du vôtre
notice-organization-unlinked = Le compte d’une organisation a été dissocié de votre compte sur { $site }. Personne ne peut plus se connecter avec lui.
