## Le formulaire
register = S'inscrire
registration = Inscription
not-yet = Vous avez un compte. Votre inscription n'est pas encore faite.
step-of = Étape { $n } sur { $total }
saved-at = enregistré à { $time }
steps = Étapes
done = Fait
now = En cours
to-do = À faire
last = En dernier
step-you = Vous
step-delegation = Votre délégation
step-papers = Photo et pièces
step-access = Besoins d'accessibilité
step-check = Vérifier et envoyer
save-continue = Enregistrer et continuer
save-later = Enregistrer et revenir plus tard
saved-note = C'est enregistré. Revenez quand vous voulez : vos réponses vous attendent ici jusqu'à la clôture des inscriptions.
kept-note = Votre session avait expiré. Ce que vous aviez saisi est repris ci-dessous : vérifiez et enregistrez.
closes-note = Clôture des inscriptions le { $date } à { $time }, heure de { $place } ({ $offset }).
free-note = L'inscription est gratuite.

honorific = Civilité ou titre
honorific-hint = S'il y a lieu, par exemple S. E., Dr ou Mme
badge-name = Nom sur le badge
badge-name-hint = Tel qu'il doit être imprimé
position = Fonction
position-hint = Telle qu'elle doit être imprimée, par exemple « Directrice générale, Département de la coopération internationale »

representation = Vous participez en qualité de
rep-member = Membre ou membre associé
rep-observer-state = État observateur
rep-un-entity = Entité des Nations Unies
rep-igo = Organisation intergouvernementale
rep-ngo = Organisation non gouvernementale
rep-university = Université ou institut de recherche
rep-media = Médias
rep-other = Autre, sur invitation
associate-member = Membre associé
member-choice = Membre que vous représentez
member-choice-hint = Pour les membres et membres associés, dans l'ordre anglais de la liste
member-none = Choisissez dans la liste
organization = Organisation que vous représentez
organization-hint = Dans tous les autres cas : son nom complet, ou le nom de l'État observateur
role = Rôle dans la délégation
role-head = Chef de délégation
role-alternate = Suppléant(e)
role-delegate = Délégué(e)
role-adviser = Conseiller ou conseillère

photo = Photo pour le badge
photo-hint = JPEG ou PNG, 8 Mo au plus. Tête et épaules sur fond uni, personne d'autre. Elle est réduite ici.
letter = Note verbale ou lettre de désignation
letter-hint = PDF, 10 Mo au plus. Les gouvernements envoient une note verbale ; les organisations, une lettre datée et signée.
papers-later = Vous pouvez enregistrer cette étape sans ces pièces et envoyer votre inscription. Le secrétariat se prononce quand il a les deux.
paper-received = Reçu
paper-remove = Retirer
paper-replace = Pour remplacer un fichier, choisissez-en un autre ci-dessous.
photo-alt = Photo de { $name }
papers-save = Enregistrer les fichiers
papers-saved = Les fichiers sont au secrétariat.

access-lede = Laissez vide ce dont vous n'avez pas besoin. Seules les personnes qui préparent les lieux voient ces réponses.
access-needs = Sur place, il me faut
need-wheelchair = Une place pour fauteuil roulant, des accès sans marches
need-support-person = Une place pour la personne qui m'assiste
need-assistance-dog = L'entrée avec mon chien d'assistance
need-captioning = Le sous-titrage des interventions
need-sign-language = L'interprétation en langue des signes
diet = Repas
diet-hint = Par exemple végétarien, halal, une allergie
other-needs = Autre chose
other-needs-hint = Par exemple une salle de prière ou d'allaitement, une place réservée
none = Rien

check-lede = Vérifiez vos réponses. Après l'envoi, le secrétariat se prononce ; la photo et la lettre peuvent encore être ajoutées.
change = Modifier
not-given = Non renseigné
missing-photo = Il n'y a pas encore de photo. Vous pouvez envoyer sans elle et l'ajouter plus tard.
missing-letter = Il n'y a pas encore de lettre. Vous pouvez envoyer sans elle et l'ajouter plus tard.
missing-step = Avant l'envoi, complétez cette étape : { $step }
send = Envoyer mon inscription
sent-note = Votre inscription est envoyée. Une lettre de confirmation part à l'adresse { $email }.

## Inscriptions closes
closed-title = Les inscriptions sont closes
closed-since = Les inscriptions à cet événement ont été closes le { $date } à { $time }, heure de { $place } ({ $offset }).
closed-never = Cet événement n'a pas d'inscription.
closed-ask = Si vous devez malgré tout y assister, écrivez au secrétariat.
back-to-event = Retour à l'événement

## Ce qui ne va pas dans une saisie
error-heading = Il y a un problème
error-word = Erreur :
wrong-long = Utilisez au plus { $n } caractères.
wrong-signs = Ce texte contenait des signes qui ne s'impriment pas. Ils ont été retirés : vérifiez-le et enregistrez de nouveau.
wrong-name = Indiquez le nom tel qu'il doit figurer sur le badge.
wrong-position = Indiquez votre fonction.
wrong-representation = Indiquez en quelle qualité vous participez.
wrong-member = Choisissez dans la liste le membre que vous représentez.
wrong-organization = Indiquez le nom de l'organisation que vous représentez.
wrong-role = Indiquez votre rôle dans la délégation.
wrong-photo = Ce fichier n'est pas une image JPEG ou PNG. Choisissez-en un autre.
wrong-photo-large = Cette image dépasse 8 Mo. Choisissez-en une plus petite.
wrong-photo-small = Cette image est trop petite pour qu'on reconnaisse un visage. Choisissez-en une plus grande, d'au moins 100 pixels de côté.
wrong-photo-broken = Cette image est illisible. Enregistrez-la de nouveau en JPEG ou PNG et choisissez-la encore une fois.
wrong-letter = Ce fichier n'est pas un PDF. Choisissez-en un autre.
wrong-letter-large = Ce fichier dépasse 10 Mo. Choisissez-en un plus petit.
wrong-letter-broken = Ce PDF n'est pas complet. Enregistrez-le de nouveau et choisissez-le encore une fois.
wrong-already-sent = Votre inscription est déjà envoyée ; cette réponse ne peut plus être modifiée ici. Écrivez au secrétariat.

## Mon inscription
my-title = Mon inscription
my-number = Numéro { $number }
my-none = Vous n'avez pas d'inscription à cet événement.
my-continue = Continuer mon inscription
my-start = S'inscrire
my-again = S'inscrire de nouveau
my-answers = Mes réponses
my-papers-add = Ajouter ou remplacer la photo et la lettre
status = État d'avancement
state-draft = Brouillon
state-pending = Au secrétariat
state-accredited = Accréditée
state-declined = Refusée
state-withdrawn = Retirée
track-received = Reçue
track-secretariat = Au secrétariat
track-secretariat-since = depuis le { $when } ; d'ordinaire trois jours ouvrables
track-secretariat-done = jusqu'au { $when }
track-next = C'est au secrétariat d'agir. Vous n'avez rien à faire.
track-next-papers = C'est au secrétariat d'agir. Merci d'ajouter ce qui manque : { $what }.
track-decided = Décision
track-decided-later = vous parviendra par courriel
track-accredited = Accréditation accordée
track-declined = Inscription refusée
track-withdrawn = Retirée par vous
track-badge = Badge d'accès
track-badge-later = viendra plus tard, après l'accréditation
decline-heading = Motif
decline-ask = Si vous pensez qu'il s'agit d'une erreur, écrivez au secrétariat :
calendar-add = Ajouter au calendrier
withdraw = Retirer
withdraw-title = Retirer votre inscription ?
withdraw-what = Le secrétariat en est informé et ne vous attendra pas. Vous pourrez vous inscrire de nouveau tant que les inscriptions sont ouvertes.
withdraw-yes = Oui, retirer
withdraw-no = Non, la garder
times-of = Les heures sont celles de { $place } ({ $offset }).
withdrawn-note = Votre inscription est retirée.
withdraw-nothing = Il n'y a rien à retirer : votre inscription a fait l'objet d'une décision ou a été retirée entre-temps.
withdraw-over = L'événement est terminé ; rien ne peut plus être retiré.
panel-state = Votre inscription : { $state }
panel-see = Voir mon inscription
panel-continue = Continuer l'inscription

## Secrétariat
desk-title = Bureau du secrétariat
desk-lede = Ce qui vous attend.
desk-waiting = { $count ->
    [0] Personne n'attend de décision.
    [one] { $count } personne attend une décision.
   *[other] { $count } personnes attendent une décision.
}
desk-decide = Se prononcer
desk-nothing = Aucun événement n'a encore d'inscription.
accreditation = Accréditation
registrations = Inscriptions
views = Vues enregistrées
view-pending = À décider
view-accredited = Accréditées
view-declined = Refusées
view-withdrawn = Retirées
event = Événement
filter-text = Nom, délégation, courriel ou numéro
filter-more = Autres filtres
filter-check = Contrôle
filter-any = Indifférent
filter = Filtrer
filter-clear = Tout afficher
table-pending = { $count ->
    [one] { $count } demande à décider, la plus ancienne en premier.
   *[other] { $count } demandes à décider, les plus anciennes en premier.
}
table-count = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
table-keys = Dans le tableau :
table-key-move = se déplacer,
table-key-select = cocher,
table-key-open = ouvrir.
col-name = Nom
col-delegation = Délégation
col-role = Rôle
col-representation = Qualité
col-check = Contrôle
col-waiting = Attente
col-received = Reçue
col-number = Numéro
check-complete = Complète
check-no-photo = Photo manquante
check-no-letter = Sans lettre
check-duplicate = Doublon possible
waiting-today = aujourd'hui
waiting-days = { $count } j
select-all = Tout cocher sur cette page
select-one = Cocher { $name }
selected = sélection
accredit = Accréditer
decline = Refuser
none-selected = Cochez au moins une personne.
queue-empty = Rien ici.
queue-empty-filter = Rien ne correspond à ce filtre.
page-of = Page { $n } sur { $total }
page-next = Page suivante
page-previous = Page précédente
report-done = { $count ->
    [one] { $count } personne accréditée.
   *[other] { $count } personnes accréditées.
}
report-skipped = { $count ->
    [one] { $count } laissée de côté :
   *[other] { $count } laissées de côté :
}
report-line = { $name } : { $why }
sample-data = Données d'exemple
detail-next = Suivante
detail-previous = Précédente
detail-back = Retour à la liste
detail-person = Personne
detail-email = Courriel du compte
detail-papers = Photo et lettre
detail-letter-open = Ouvrir la lettre
detail-same = Même nom à cet événement
detail-story = Historique
detail-decision = Décision
move-pending = Envoyée par { $name }
move-accredited = Accréditée par { $name }
move-declined = Refusée par { $name }
move-withdrawn = Retirée par { $name }
decline-title = Refuser cette demande
decline-reason = Motif
decline-reason-none = Choisissez un motif
decline-words = En clair, pour la personne
decline-words-hint = Elle lit ce texte dans sa lettre et sur sa page. Rédigez-le dans sa langue : { $language }.
reason-no-nomination = Le membre ou l'organisation n'a pas désigné cette personne
reason-papers = Photo ou lettre manquante ou illisible
reason-representation = L'événement n'est pas ouvert à cette qualité
reason-places = Toutes les places de la délégation sont prises
reason-duplicate = La personne est déjà inscrite
reason-other = Autre motif
wrong-reason = Choisissez un motif.
wrong-words = Écrivez à la personne pourquoi, en quelques mots au moins.
already-decided = Décision déjà prise par { $name } le { $when } : { $state }.
already-withdrawn = La personne s'est retirée le { $when }.
unknown-request = Cette demande n'existe pas pour cet événement.
decided-note = { $name } : { $state }. La lettre part.

## Lettres
mail-hello = Bonjour { $name },
mail-received-subject = Votre inscription a bien été reçue
mail-received-fact = Votre inscription à l'événement suivant a bien été reçue : { $event }. Elle porte le numéro { $number }.
mail-received-next = Le secrétariat va se prononcer, d'ordinaire dans les trois jours ouvrables. La décision vous parviendra par courriel.
mail-received-photo = Votre photo manque encore. Merci de l'ajouter sur votre page.
mail-received-letter = Votre note verbale ou lettre de désignation manque encore. Merci de l'ajouter sur votre page.
mail-see = Voir mon inscription
mail-accredited-subject = Votre accréditation est accordée
mail-accredited-fact = Votre accréditation à l'événement suivant est accordée : { $event }. Votre numéro est { $number }.
mail-accredited-when = { $dates } – { $place }
mail-accredited-calendar = L'invitation jointe à cette lettre place l'événement dans votre calendrier.
mail-accredited-badge = Votre badge viendra plus tard. Munissez-vous d'un document portant votre photo.
mail-declined-subject = Votre inscription n'a pas été acceptée
mail-declined-fact = Votre inscription ({ $number }) à l'événement suivant n'a pas été acceptée : { $event }.
mail-declined-reason = Motif : { $reason }.
mail-declined-ask = Si vous pensez qu'il s'agit d'une erreur, ou pour toute question, écrivez à { $email }.
mail-withdrawn-subject = Votre inscription est retirée
mail-withdrawn-fact = À votre demande, votre inscription ({ $number }) à l'événement suivant est retirée : { $event }.
mail-withdrawn-calendar = L'événement est retiré de votre calendrier.
mail-withdrawn-again = Vous pourrez vous inscrire de nouveau tant que les inscriptions sont ouvertes.
mail-foot = Vous recevez cette lettre parce qu'une inscription a été faite avec cette adresse. L'inscription est gratuite : ne payez personne pour l'obtenir.
scope-registrations-write = Vous inscrire à des événements et retirer l’inscription
scope-desk = Voir les demandes au bureau et en décider

## Two accounts of one person
merged-registration = Inscription : { $event } ({ $state })
