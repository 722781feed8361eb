## La lista de miembros
members = Miembros
members-count = { $count ->
    [one] { $count } miembro o miembro asociado
   *[other] { $count } miembros y miembros asociados
}
members-about = Miembros y miembros asociados del órgano convocante, en una sola lista por orden alfabético inglés.
members-none = Aún no se ha incorporado ningún miembro.
associate-member = Miembro asociado
member = Miembro
member-non-regional = Miembro de fuera de la región
associate-note = Los miembros asociados están señalados.

## Un miembro
subregion = Subregión
subregion-enea = Asia Oriental y Nororiental
subregion-nca = Asia Septentrional y Central
subregion-pac = Pacífico
subregion-sswa = Asia Meridional y Sudoccidental
subregion-sea = Asia Sudoriental
subregion-nonreg = Fuera de la región
membership = Condición
member-organizations = Organizaciones de cooperación para el desarrollo
member-organizations-none = El miembro aún no ha confirmado ninguna organización.
all-members = Todos los miembros
member-description = { $name }: sus organizaciones de cooperación para el desarrollo.

## Una organización
kind = Tipo
kind-agency = Agencia
kind-ministry = Ministerio
kind-ministry-unit = Dependencia de un ministerio
kind-programme = Programa
kind-fund = Fondo
kind-council = Consejo
kind-dfi = Institución de financiación del desarrollo
kind-un-entity = Entidad de las Naciones Unidas
kind-igo = Organización intergubernamental
kind-ngo = Organización no gubernamental
kind-university = Universidad
kind-other = Organización
organization-member = Miembro
acronym = Sigla
parent-body = Depende de
since = Desde
website = Sitio web
