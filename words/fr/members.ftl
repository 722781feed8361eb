## La liste des membres
members = Membres
members-count = { $count ->
    [one] { $count } membre ou membre associé
   *[other] { $count } membres et membres associés
}
members-about = Membres et membres associés de l'organe organisateur, en une seule liste, dans l'ordre alphabétique anglais.
members-none = Aucun membre n'a encore été saisi.
associate-member = Membre associé
member = Membre
member-non-regional = Membre extérieur à la région
associate-note = Les membres associés sont signalés.

## Un membre
subregion = Sous-région
subregion-enea = Asie de l'Est et du Nord-Est
subregion-nca = Asie du Nord et Asie centrale
subregion-pac = Pacifique
subregion-sswa = Asie du Sud et du Sud-Ouest
subregion-sea = Asie du Sud-Est
subregion-nonreg = Hors de la région
membership = Statut
member-organizations = Organismes de coopération pour le développement
member-organizations-none = Le membre n'a pas encore confirmé d'organisme.
all-members = Tous les membres
member-description = { $name } : ses organismes de coopération pour le développement.

## Une organisation
kind = Nature
kind-agency = Organisme
kind-ministry = Ministère
kind-ministry-unit = Service d'un ministère
kind-programme = Programme de coopération
kind-fund = Fonds
kind-council = Conseil
kind-dfi = Institution de financement du développement
kind-un-entity = Entité des Nations Unies
kind-igo = Organisation intergouvernementale
kind-ngo = Organisation non gouvernementale
kind-university = Université
kind-other = Organisation
organization-member = Membre
acronym = Sigle
parent-body = Relève de
since = Depuis
website = Site web
