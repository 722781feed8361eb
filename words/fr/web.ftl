# Le cadre de chaque page, les erreurs, les pages des développeurs.
error-prefix = Erreur :
skip = Aller au contenu principal
language = Langue
language-now = Langue : français
public-site = Site public
desk = Bureau du secrétariat
desk-mark = Secrétariat du Forum
sign-in = Se connecter
session-ends = Vous serez déconnecté dans moins de cinq minutes. Ce que vous envoyez ensuite est conservé une heure, jusqu’à ce que vous vous soyez reconnecté.
session-stay = Rester connecté
passkey-offer = La prochaine fois, connectez-vous avec votre empreinte, votre visage ou un code, sans attendre de lettre.
passkey-offer-add = Créer une clé d’accès
passkey-offer-decline = Pas maintenant
main-menu = Menu principal
menu = Sommaire
all-events = Tous les événements
all-events-ics = Calendrier de tous les événements (.ics)
members = Membres et membres associés
help = Écrire au secrétariat
disclaimer = Les noms et la présentation employés sur ce site n’expriment aucune opinion sur le statut juridique d’un pays, d’un territoire, d’une ville ou d’une zone, de ses autorités, ni sur ses frontières ou limites.
problem-id = Si vous nous écrivez, indiquez ce numéro :
problem-home = Aller à la page d’accueil
not-found = Cette page n’existe pas
not-found-words = L’adresse est peut-être incomplète, ou la page n’est pas ouverte à tous. Si vous venez d’un lien reçu par courriel, copiez-le en entier.
forbidden = Vous ne pouvez pas faire cela
forbidden-words = Votre compte n’a pas cette attribution, ou le formulaire n’a pas été envoyé depuis une page de ce site. Revenez en arrière, rechargez la page et recommencez, ou écrivez au secrétariat.
stale = Quelqu’un l’a modifié entre-temps
stale-words = Revenez en arrière, rechargez la page et voyez ce qu’elle dit à présent.
too-large = C’est trop volumineux
too-large-words = Un formulaire et ses fichiers peuvent peser 24 Mo. Revenez en arrière, choisissez un fichier plus petit et renvoyez le formulaire.
wrong-method = Cette adresse ne s’emploie pas ainsi
wrong-method-words = Elle reçoit un formulaire envoyé depuis sa page. Ouvrez la page et envoyez le formulaire de là.
wrong-host = Ce nom n’est pas le nôtre
wrong-host-words = Le site ne répond que sous son propre nom.
too-often = Trop de tentatives
unavailable = Le site est très sollicité
unavailable-words = Il ne peut pas répondre maintenant et le pourra dans un instant. Rien de ce que vous avez saisi n’a changé : réessayez dans quelques secondes.
fault = Une erreur s’est produite de notre côté
fault-words = Elle est notée. Réessayez ; si cela se reproduit, écrivez-nous.
bad-request = Nous n’avons pas pu lire ce qui a été envoyé
bad-request-words = L’envoi a peut-être été interrompu. Revenez en arrière et renvoyez-le.
trouble-too-long = Ce texte est trop long : la fin a été coupée. Raccourcissez-le.
trouble-encoding = Ce texte est dans un codage que nous ne pouvons pas lire. Saisissez-le de nouveau.
trouble-odd-signs = Ce texte contient des signes invisibles, tels que des caractères de commande ou des marques qui inversent le sens de l’écriture. Saisissez-le de nouveau.
letters = Lettres envoyées
letters-hint = Toute lettre remise par cette démonstration se lit ici.
letters-none = Aucune lettre n’a encore été envoyée.
letter-raw = Telle qu’elle a voyagé
gallery = Les lettres dans toutes les langues
gallery-hint = Chaque lettre avec des données d’exemple.
styleguide = Éléments des pages
styleguide-hint = Chaque élément dans chaque état, tel que les pages l’emploient.
sg-buttons = Boutons
sg-main = Action principale
sg-other = Autre action
sg-quiet = Action discrète
sg-states = États
sg-now = En cours
sg-done = Fait
sg-waiting = En attente
sg-refused = Refusé
sg-sample = Données d’exemple
sg-form = Formulaire
sg-problem = Il y a un problème
sg-missing = Saisissez le nom
sg-field = Nom
sg-field-bad = Nom avec une erreur
sg-hint = L’indication se trouve au-dessus du champ.
sg-choice = Un choix
sg-parts = Autres éléments
sg-note = Une note à ne pas manquer.
sg-card = Fiche
sg-places = 2 places sur 3 occupées
too-often-words = Attendez { $count ->
    [one] { $count } seconde
    [many] { $count } secondes
   *[other] { $count } secondes
} et réessayez.

# L’interface pour les programmes : ses refus et sa page de référence.
api-unauthorized = Il faut un jeton
api-unauthorized-words = Envoyez un jeton encore valable dans l’en-tête Authorization. Les jetons se créent sur la page de votre compte.
api-scope-words = Le jeton n’a pas été créé pour cela : il lui faut « { $scope } ».
api-forbidden-words = Le compte de ce jeton n’a pas cette attribution.
api-not-found-words = L’adresse est peut-être incomplète, ou ce qui s’y trouve n’est pas ouvert à tous.
api-wrong-method-words = L’adresse s’emploie avec d’autres méthodes : l’en-tête Allow les nomme.
api-too-large-words = Un envoi peut peser un mégaoctet, un fichier douze.
api-bad-request-words = L’adresse ou le contenu ne peuvent pas être lus tels qu’ils ont été envoyés.
api-wrong-kind = Ce type n’est pas accepté ici
api-wrong-kind-words = Envoyez le contenu comme { $kinds }.
api-fields = Il y a quelque chose à corriger
api-fields-words = Chaque champ qui ne convient pas est nommé, avec ce qui ne va pas.
api-conflict = C’est impossible à présent
api-match-needed = Rien ne dit ce qui a été lu
api-match-needed-words = Envoyez dans l’en-tête If-Match l’ETag de ce qui a été lu, afin que le changement d’autrui ne se perde pas.
api-stale-words = Relisez-le et voyez ce qu’il dit à présent.
api-key-reused = Cette clé a servi à autre chose
api-key-reused-words = Une Idempotency-Key appartient à une seule requête pendant un jour. Envoyez une nouvelle clé avec une nouvelle requête.
api-bad-key = Employez de 1 à 255 caractères ASCII visibles.
api-unknown-field = Aucun champ ne porte ce nom ici.
api-missing-field = Ceci manque.
api-twice = Ceci figure deux fois.
api-bad-cursor = Ceci ne mène à aucune page. Recommencez sans lui.
api-not-a-list = Ceci doit être une liste.
api-not-an-object = Ceci doit être un objet avec des champs.
api-not-a-bool = Ceci doit être true ou false.
api-not-a-number = Ceci doit être un nombre entier de { $least } à { $most }.
api-not-a-text = Ceci doit être un texte.
api-not-a-code = Ceci doit être l’un de : { $codes }.
api-not-an-id = Ceci doit être un identifiant de 26 lettres.
api-not-a-slug = Ceci doit être fait de minuscules, de chiffres et de tirets isolés.
api-not-a-member = Ceci doit être un code de trois majuscules.
api-not-an-email = Ceci doit être une adresse électronique.
api-not-an-instant = Ceci doit être un instant, tel que 2022-09-13T02:00:00Z.
api-not-a-local-time = Ceci doit être une heure locale, telle que 2022-09-13T09:00.
api-not-a-day = Ceci doit être un jour, tel que 2022-09-13.
api-too-long = { $count ->
    [one] Employez au plus { $count } caractère.
    [many] Employez au plus { $count } caractères.
   *[other] Employez au plus { $count } caractères.
}
api-too-many-items = { $count ->
    [one] Envoyez au plus { $count } élément.
    [many] Envoyez au plus { $count } éléments.
   *[other] Envoyez au plus { $count } éléments.
}
api-title = Pour les programmes
api-description = Chaque opération de l’interface, ce qu’elle prend et ce qu’elle répond.
api-lede = Ce que les pages lisent et écrivent, un programme peut le lire et l’écrire, selon les mêmes règles et avec les mêmes droits.
api-address = Chaque adresse ci-dessous commence par
api-document = La même chose en document OpenAPI 3.1
api-tokens = Créer un jeton
api-english = Les noms et les descriptions des opérations sont en anglais.
api-scopes = À quoi un jeton peut servir
api-access = Qui peut demander
api-public = Tout le monde
api-body = Prend
api-answer = Répond
api-paged = par pages
api-refusals = Peut aussi répondre
api-shapes = Les objets
api-optional = peut manquer
api-problems = Refus
api-problems-words = Un refus est un document de problème (RFC 9457). Son code est l’un de ceux-ci, ou celui que nomme l’opération :
