people = Personnes et rôles
people-hint = Un rôle ouvre le bureau ou l’une de ses tâches. Il prend effet aussitôt.
name = Nom
email = Adresse électronique
password = Mot de passe
password-hint = 8 caractères ou plus
role = Rôle
give-role = Donner ce rôle
take-role = Retirer
problem = Il y a un problème
name-wrong = Saisissez le nom, en 200 caractères au plus
email-wrong = Saisissez une adresse électronique, par exemple nom@ministere.example
email-known = Cette adresse a déjà un compte. Employez-en une autre.
no-account = Aucun compte n’a cette adresse. La personne doit d’abord en créer un.
last-administrator = Le dernier administrateur reste : donnez d’abord ce rôle à quelqu’un d’autre.
begin = Créer le compte de l’administrateur
begin-words = Ce site n’a pas encore d’administrateur. Le lien que vous avez ouvert en crée un, une seule fois.
create-account = Créer le compte
role-administrator = Administrateur
role-officer = Fonctionnaire du secrétariat
role-registrar = Responsable des inscriptions
role-focal-point = Point focal
role-contributor = Contributeur
role-provider = Responsable d’un prestataire
role-chair = Présidence d’un groupe de travail
role-delegate = Délégué
people-count = { $count ->
    [one] { $count } rôle attribué
    [many] { $count } rôles attribués
   *[other] { $count } rôles attribués
}
scope-roles = Voir qui a quelle attribution, en donner et en retirer
scope-accounts = Voir tous les comptes et le journal, déconnecter des personnes et dire qui peut se connecter
accounts = Comptes
accounts-hint = Toutes les personnes qui peuvent se connecter. Cherchez quelqu’un par nom ou adresse.
accounts-search = Nom ou adresse
accounts-none = Personne n’a ce nom ni cette adresse.
accounts-first = { $count ->
    [one] { $count } compte
    [many] { $count } comptes, 100 au plus
   *[other] { $count } comptes, 100 au plus
}
account-state = État
account-active = Actif
account-disabled = Ne peut pas se connecter
account-unconfirmed = Adresse pas encore confirmée
account-browsers = { $count ->
    [0] Connecté nulle part
    [one] Connecté dans { $count } navigateur
    [many] Connecté dans { $count } navigateurs
   *[other] Connecté dans { $count } navigateurs
}
account-seen = Vu pour la dernière fois le { $when }
account-end-sessions = Déconnecter partout
account-log = Ce qui est arrivé à ce compte
account-disable = Ne plus laisser personne s’y connecter
account-disable-hint = Il est aussitôt déconnecté partout, ses jetons et liens prennent fin. Il peut être autorisé de nouveau.
account-enable = Autoriser de nouveau la connexion
account-enable-hint = La personne se connecte avec son mot de passe et une lettre, comme avant.
account-done = C’est fait.
audit = Journal
audit-hint = Ce qui est arrivé aux comptes : rien ne peut y être modifié, et il ne contient ni mot de passe, ni lien, ni code.
audit-kind = Genre
audit-any = Tous
audit-address = Adresse internet
audit-from = Du
audit-until = Au
audit-filter = Afficher
audit-clear = Tout afficher
audit-none = Il n’y a pas de telle ligne.
audit-newest = Le plus récent d’abord
audit-when = Quand
audit-what = Quoi
audit-whom = Sur qui
audit-who = Par qui
audit-whence = D’où
audit-older = Plus ancien
audit-kept = Durée de conservation
audit-kept-hint = Pour chaque genre : les jours où une ligne est conservée, et ceux où l’adresse et le navigateur d’où elle vient le sont.
audit-days = Jours
audit-address-days = Jours de l’adresse
audit-set = Fixer
audit-is-set = C’est fixé.
audit-days-wrong = Indiquez de 1 à 36 500 jours
assisted = La boîte aux lettres est perdue
assisted-hint = Pour une personne qui ne peut plus lire l’ancienne adresse et que vous connaissez. Un deuxième administrateur doit approuver ; l’ancienne adresse a ensuite un jour pour s’y opposer. Personne ne voit ni ne fixe de mot de passe.
assisted-email = Nouvelle adresse électronique
assisted-reason = Motif
assisted-reason-hint = Comment vous savez que c’est bien la personne. Le motif reste au journal.
assisted-reason-wrong = Dites pourquoi, en 500 caractères au plus
assisted-ask = Demander le changement
assisted-asked = { $name } a demandé de donner à ce compte l’adresse { $email }.
assisted-second = Un deuxième administrateur doit approuver.
assisted-agree = Approuver
assisted-due = Approuvé. L’adresse change le { $time }, sauf opposition depuis l’ancienne boîte aux lettres.
kind-sign-in = Connexions
kind-session = Navigateurs
kind-console-link = Liens du serveur
kind-token = Jetons
kind-account = Comptes
kind-role = Rôles
kind-other = Tout le reste
mail = Courrier
mail-hint = De quelle adresse partent les lettres, si elles partent et si on les croit.
mail-from = Les lettres partent de { $address }.
mail-foreign = Ce n’est pas une adresse de { $host } : les serveurs demanderont au propriétaire de son domaine si ce site peut s’en servir.
mail-waiting = { $count ->
    [0] Aucune lettre n’attend d’être remise.
    [one] { $count } lettre attend d’être remise.
   *[other] { $count } lettres attendent d’être remises.
}
mail-test = Lettre d’essai
mail-test-hint = Elle suit le chemin de toute lettre. La réponse du serveur de messagerie s’affiche ici ; la lettre elle-même dit si on l’a crue.
mail-test-send = Envoyer une lettre d’essai à { $address }
mail-test-waiting = La lettre d’essai demandée le { $time } attend d’être remise. Essais jusqu’ici : { $tries }.
mail-test-sent = Notre serveur a accepté la lettre d’essai le { $time }. Cherchez-la dans la boîte { $address }, indésirables compris.
mail-test-refused = La lettre d’essai a été refusée définitivement le { $time }.
mail-said = La réponse était :
mail-look-again = Regarder de nouveau
mail-test-subject = Lettre d’essai de { $site }
mail-test-fact = Cette lettre a été demandée au secrétariat de { $site }. Si vous la lisez, les lettres arrivent.
mail-test-source = Cherchez dans sa source la ligne « Authentication-Results » : spf, dkim et dmarc doivent chacun dire « pass ».
mail-test-spam = Si elle se trouvait parmi les indésirables, ou si l’un des trois ne dit pas « pass », la page du guide sur le courrier dit quoi régler.
merge = Réunir à un autre compte de la même personne
merge-hint = Pour quelqu’un qui a deux comptes. Celui-ci prend fin, ses inscriptions et ses rôles passent à l’autre. Cela peut être annulé pendant sept jours.
merge-into = Adresse du compte qui reste
merge-look = Montrer ce qui se passerait
merge-nobody = Aucun compte n’a cette adresse
merge-same = C’est le même compte. Saisissez l’adresse de l’autre.
merge-own = Personne ne réunit son propre compte : un autre administrateur le fait.
merge-not-now = Les deux doivent pouvoir se connecter, l’adresse du compte qui reste être confirmée, et aucun changement d’adresse n’être en cours
merge-ends = Ce compte prend fin :
merge-stays = Ce compte reste :
merge-goes = { $count ->
    [0] Rien ne passe au compte qui reste
    [one] { $count } élément passe au compte qui reste
    [many] { $count } éléments passent au compte qui reste
   *[other] { $count } éléments passent au compte qui reste
}
merge-both = { $count ->
    [one] Les deux comptes ont ceci
    [many] Les deux comptes ont ces { $count } éléments
   *[other] Les deux comptes ont ces { $count } éléments
}
merge-both-hint = Ce que possède le compte qui reste compte seul. L’autre demeure, inchangé, avec le compte qui prend fin ; une inscription faite deux fois peut être refusée comme doublon.
merge-then = Le compte qui prend fin est aussitôt déconnecté partout, ses liens et jetons prennent fin et son mot de passe n’ouvre plus rien. Les mots de passe et tout ce qui prouve une identité ne passent pas à l’autre. Les deux adresses reçoivent une lettre.
merge-reason-hint = Comment vous savez que les deux sont à la même personne. Cela reste dans le journal, et la personne le lit.
merge-reason-wrong = Dites pourquoi, en 500 caractères au plus
merge-do = Réunir les deux comptes
merge-leave = Laisser les deux tels quels
merge-done = Deux comptes réunis
merge-ended = { $name } a réuni ce compte à { $email } le { $time }.
merge-came = { $name } a réuni le compte { $email } à celui-ci le { $time }.
merge-undo-until = Cela peut être annulé jusqu’au { $time } : ce qui en est venu y retourne, et personne n’est connecté.
merge-undo = Annuler
merged-role = Rôle : { $role }
merged-role-at = Rôle pour un événement : { $role }
mail-trouble-letters = Les messages ne partent pas, ou tardent, depuis le { $time }.
mail-trouble-relay = Un serveur de courrier ne prend aucun message depuis le { $time } ; ils partent par un autre.
mail-relays = Par où partent les messages
mail-relay-well = prend les messages.
mail-relay-ails = n’a pas pris le dernier message.
mail-relay-down = n’en prend aucun ; toutes les 30 secondes on essaie s’il est revenu.
mail-test-code = Saisissez ce code sur la page « Seconde étape » du bureau, et l’on sait que les messages reviennent : { $code }
second-step = Seconde étape
second-step-hint = Ce qui connecte une personne après son mot de passe. Une seconde étape est toujours demandée.
second-step-any = Un message, un authentificateur ou un code de secours conviennent.
second-step-letter = Depuis le { $time }, seul le message convient. Une clé d’accès connecte sans mot de passe ni message.
second-step-on = N’accepter que le message
second-step-off = Accepter aussi d’autres secondes étapes
second-step-needs = Cela peut être activé quand un message d’essai est revenu depuis moins d’un jour et qu’un administrateur a une clé d’accès : ainsi personne ne reste dehors quand le courrier est en panne.
second-step-back = Un message d’essai est revenu le { $time }.
second-step-not-back = Aucun message d’essai n’est revenu depuis un jour. Envoyez-en un sur la page du courrier, lisez-le et saisissez son code ici.
second-step-passkeys = { $count ->
    [0] Aucun administrateur n’a de clé d’accès. Ajoutez-en une sur la page de votre compte.
    [one] { $count } administrateur a une clé d’accès.
   *[other] { $count } administrateurs ont une clé d’accès.
}
second-step-code = Code du message d’essai
second-step-came = Il est revenu
second-step-code-wrong = Ce n’est pas le code de votre dernier message d’essai.
