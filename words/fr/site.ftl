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
