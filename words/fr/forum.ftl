## Listes
home-description = { $series } : éditions, programme, documents, inscription.
home-empty = Aucun événement n'est encore publié.
see-programme = Voir le programme
open-now = Ouvert en ce moment
registration-of = Inscription : { $event }
registration-word = Inscription
events = Événements
events-coming = À venir
events-past = Passés
events-none = Aucun événement pour l'instant.
events-description = Tous les événements, leurs dates, et un calendrier auquel s'abonner.
all-events = Tous les événements
all-events-ics = Tous les événements (.ics)
editions = Éditions
editions-none = Aucune édition n'est encore publiée.
about-series = À propos de la série
edition-nth = { $n ->
    [1] Première édition
    [2] Deuxième édition
    [3] Troisième édition
    [4] Quatrième édition
    [5] Cinquième édition
    [6] Sixième édition
    [7] Septième édition
    [8] Huitième édition
   *[other] { $n }e édition
}
kind-edition = Édition
kind-round-table = Table ronde
kind-side-event = Événement parallèle
kind-meeting = Réunion
kind-exhibition = Exposition
kind-other = Événement
status-draft = Brouillon
status-published = Publié
status-postponed = Reporté
status-cancelled = Annulé
one-day-of = Un jour de la période { $range } ; le jour exact n'est pas connu.

## L'événement
dates = Date
place = Lieu
format = Modalités
format-in-person = En présentiel
format-online = En ligne
format-hybrid = En présentiel et en ligne
interpretation = Interprétation
theme = Thème
conveners = Organisateurs
add-to-calendar = Ajouter au calendrier
calendar-subscribe = S'abonner (toujours à jour)
calendar-file = Fichier de calendrier (.ics)
calendar-google = Google Agenda
calendar-outlook = Calendrier Outlook
registration-closes = Clôture des inscriptions le { $date } à { $time }, heure de { $place } ({ $offset })
registration-closed = Inscriptions closes le { $date }
registration-closes-label = Clôture des inscriptions
on-this-page = Sur cette page
about = Présentation
objectives = Objectifs
key-dates = Dates importantes
programme = Programme de la journée
programme-full = Le programme sur une page à part
programme-none = Le programme n'est pas encore publié.
programme-days = Jours
documents = Documentation
documents-none = Aucun document pour l'instant.
all-documents = Tous les documents
venue = Lieu de réunion
venue-place = { $venue } ({ $city })
contact = Nous joindre
contact-secretariat = Secrétariat du Forum
associated = Événements associés
tie-within = Se tient dans le cadre de
tie-around = Se tient dans son cadre
tie-prepared-by = Préparé par
tie-prepares = Prépare
cancelled-note = Cet événement est annulé.
postponed-note = Cet événement est reporté. La nouvelle date n'est pas fixée.
draft-note = Ceci est un brouillon. Seul le secrétariat voit cette page.
sample-data = Données d'exemple
sample-note = Ce qui porte la mention « Données d'exemple » a été inventé pour cette démonstration.
sample-times = Les heures de la journée et la date limite sont des données d'exemple.
original-only = Ce texte est en { $language } ; il n'est pas encore traduit.
event-description = { $title } ({ $dates }).

## Heures
show-times-in = Afficher les heures
event-time = Heure de l'événement ({ $place })
my-time = Mon heure
times-shown = Heures affichées :
times-are = Les heures sont celles de { $place } ({ $offset }).
other-zone = Afficher un autre fuseau horaire
other-zone-label = Fuseau horaire
other-zone-show = Afficher
zone-unknown = Ce fuseau horaire est inconnu.

## Programme
session-plenary = Plénière
session-panel = Débat
session-round-table = Table ronde
session-working-group = Groupe de travail
session-arrival = Accueil
session-social = Réception
session-closed = Séance privée
session-pause = Pause (sans séance)
role-chair = Présidence : { $name }
role-moderator = Modération : { $name }
role-keynote = Discours principal : { $name }
role-speaker = Intervention : { $name }
role-panellist = Intervenant : { $name }
role-rapporteur = Rapporteur : { $name }
role-host = Hôte : { $name }

## Documents
read-document = Lire sur cette page
for-participants = Réservé aux participants inscrits
sign-in-to-read = Se connecter pour le lire
not-issued = Pas encore paru
download = Télécharger

## Participants
participants = Liste des participants
participants-later = La liste des participants n'est pas encore publiée. Elle paraîtra ici après l'accréditation, avec les délégations dans l'ordre de la liste des membres.

## Secrétariat : événements
desk-events = Événements
desk-events-hint = Tous les événements et leur page. Un brouillon n'est visible que du secrétariat.
new-event = Nouvel événement
edit-event = Modifier l'événement
desk-event-count = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
col-title = Titre
col-dates = Date
col-status = État
col-kind = Nature
view-page = Voir sa page
save = Enregistrer
create-event = Créer l'événement
saved = Enregistré. Les calendriers abonnés suivront.
field-slug = Adresse
field-slug-hint = Lettres minuscules, chiffres et traits d'union ; la page est /e/ suivi de ce mot.
field-kind = Nature
field-status = État
field-series = Série
field-series-none = Aucune
field-edition = Numéro de l'édition
field-edition-hint = Seulement pour une édition d'une série.
field-language = Langue de ces textes
field-language-hint = Les textes dans les autres langues ne changent pas.
field-title = Titre
field-theme = Thème
field-lede = En une phrase
field-about = Présentation
field-about-hint = Laissez une ligne vide entre les paragraphes.
field-objectives = Objectifs
field-objectives-hint = Un par ligne.
field-venue = Lieu de réunion
field-city = Ville
field-zone = Fuseau horaire
field-zone-hint = Comme dans la liste IANA, par exemple Asia/Bangkok.
field-starts = Début
field-starts-hint = Heure locale de l'événement.
field-ends = Fin
field-known = Ce qui est connu
known-time = Les jours et les heures
known-day = Les jours seulement
known-within = Un de ces jours, non consigné
field-format = Modalités
field-format-none = Inconnues
field-host = Hôte
field-host-none = Aucun
field-interpretation = Langues d'interprétation
field-interpretation-hint = Ne cochez rien si ce n'est pas connu : rien ne s'affiche.
field-contact = Adresse électronique du secrétariat
field-closes = Clôture des inscriptions
field-closes-hint = Heure locale de l'événement. À laisser vide s'il n'y a pas d'inscription.
texts-heading = Textes
when-heading = Date et lieu
registration-heading = Inscription et contact

## Secrétariat : programme
session-add = Ajouter une séance
session-edit = Modifier la séance
session-remove = Supprimer la séance
session-remove-question = Supprimer cette séance du programme ?
session-day = Jour
session-from = De
session-to = À
session-title = Titre
session-about = Descriptif
session-room = Salle
session-kind = Nature
session-saved = Le programme a été modifié.
session-removed = La séance a été supprimée.
back-to-event = Retour à l'événement

## Ce qui ne va pas dans une saisie
wrong-slug = Utilisez des lettres minuscules, des chiffres et des traits d'union, au moins deux.
wrong-slug-taken = Un autre événement a cette adresse.
wrong-choice = Choisissez dans la liste.
wrong-required = Indiquez { $what }.
wrong-long = Utilisez au plus { $n } caractères.
wrong-zone = Ce fuseau horaire est inconnu. Écrivez-le comme Asia/Bangkok.
wrong-datetime = Cette date et cette heure n'existent pas. Utilisez la forme 2022-09-13T09:00.
wrong-date = Cette date n'existe pas.
wrong-time = Indiquez une heure, par exemple 09:30.
wrong-order = La fin précède le début.
wrong-skipped = Ce jour-là, les horloges de { $zone } sautent cette heure ; elle n'existe pas.
wrong-edition = Donnez un numéro à partir de 1 et choisissez la série.
wrong-edition-only = Seule une édition a une série et un numéro.
wrong-edition-taken = La série a déjà cette édition.
wrong-email = Indiquez une adresse électronique, par exemple nom@example.org.
wrong-outside = Ce n'est pas un jour de l'événement.
stale-note = Quelqu'un d'autre a modifié cet événement entre-temps. Vos saisies sont ci-dessous ; vérifiez-les et enregistrez de nouveau.
what-title = un titre
what-starts = le début
what-ends = la fin
what-day = un jour
error-heading = Il y a un problème
wrong-encoding = Certaines lettres n'ont pas pu être lues. Vérifiez-les et envoyez de nouveau.
wrong-signs = Certains signes ne peuvent pas être conservés et ont été retirés. Vérifiez le texte et envoyez de nouveau.
scope-events-write = Modifier des événements et leur programme
