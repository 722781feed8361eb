## Listas
home-description = { $series }: ediciones, programa, documentos, inscripción.
home-empty = Aún no se ha publicado ningún evento.
see-programme = Ver el programa
open-now = Abierto ahora
registration-of = Inscripción: { $event }
registration-word = Inscripción
events = Eventos
events-coming = Próximos
events-past = Anteriores
events-none = Aún no hay eventos.
events-description = Todos los eventos con sus fechas, y un calendario al que suscribirse.
all-events = Todos los eventos
all-events-ics = Todos los eventos (.ics)
editions = Ediciones
editions-none = Aún no se ha publicado ninguna edición.
about-series = Acerca de la serie
edition-nth = { $n ->
    [1] Primera edición
    [2] Segunda edición
    [3] Tercera edición
    [4] Cuarta edición
    [5] Quinta edición
    [6] Sexta edición
    [7] Séptima edición
    [8] Octava edición
   *[other] Edición { $n }
}
kind-edition = Edición
kind-round-table = Mesa redonda
kind-side-event = Evento paralelo
kind-meeting = Reunión
kind-exhibition = Exposición
kind-other = Evento
status-draft = Borrador
status-published = Publicado
status-postponed = Aplazado
status-cancelled = Cancelado
one-day-of = Un día del período { $range }; no consta cuál.

## El evento
dates = Fechas
place = Lugar
format = Formato
format-in-person = Presencial
format-online = En línea
format-hybrid = Presencial y en línea
interpretation = Interpretación
theme = Tema
conveners = Entidades convocantes
add-to-calendar = Añadir al calendario
calendar-subscribe = Suscribirse (siempre al día)
calendar-file = Archivo de calendario (.ics)
calendar-google = Calendario de Google
calendar-outlook = Calendario de Outlook
registration-closes = La inscripción se cierra el { $date } a las { $time }, hora de { $place } ({ $offset })
registration-closed = La inscripción se cerró el { $date }
registration-closes-label = Cierre de la inscripción
on-this-page = En esta página
about = Presentación
objectives = Objetivos
key-dates = Fechas clave
programme = Programa
programme-full = El programa en una página aparte
programme-none = El programa aún no se ha publicado.
programme-days = Días
documents = Documentos
documents-none = Aún no hay documentos.
all-documents = Todos los documentos
venue = Sede
venue-place = { $venue }, { $city }
contact = Contacto
contact-secretariat = Secretaría del Foro
associated = Eventos asociados
tie-within = Se celebra en el marco de
tie-around = Se celebra en su marco
tie-prepared-by = Preparado por
tie-prepares = Prepara
cancelled-note = Este evento se ha cancelado.
postponed-note = Este evento se ha aplazado. No se ha fijado una nueva fecha.
draft-note = Esto es un borrador. Solo la secretaría ve esta página.
sample-data = Datos de ejemplo
sample-note = Lo que lleva la mención “Datos de ejemplo” se inventó para esta demostración.
sample-times = Las horas del día y la fecha límite son datos de ejemplo.
original-only = Este texto está en { $language }; aún no se ha traducido.
event-description = { $title }, { $dates }.

## Horas
show-times-in = Mostrar las horas en
event-time = Hora del evento ({ $place })
my-time = Mi hora
times-shown = Horas mostradas:
times-are = Las horas son las de { $place } ({ $offset }).
other-zone = Mostrar otra zona horaria
other-zone-label = Zona horaria
other-zone-show = Mostrar
zone-unknown = No se conoce esta zona horaria.

## Programa
session-plenary = Plenaria
session-panel = Mesa de debate
session-round-table = Mesa redonda
session-working-group = Grupo de trabajo
session-arrival = Llegada
session-social = Acto social
session-closed = Sesión privada
session-pause = Pausa
role-chair = Presidencia: { $name }
role-moderator = Moderación: { $name }
role-keynote = Discurso principal: { $name }
role-speaker = Intervención: { $name }
role-panellist = Mesa de debate: { $name }
role-rapporteur = Relatoría: { $name }
role-host = Anfitrión: { $name }

## Documentos
read-document = Leer en esta página
for-participants = Reservado a participantes inscritos
sign-in-to-read = Iniciar sesión para leerlo
not-issued = Aún no publicado
download = Descargar

## Participantes
participants = Participantes
participants-later = La lista de participantes aún no se ha publicado. Aparecerá aquí después de la acreditación, con los nombres de las delegaciones en el orden de la lista de miembros.

## Secretaría: eventos
desk-events = Eventos
desk-events-hint = Todos los eventos con su página. Un borrador solo lo ve la secretaría.
new-event = Nuevo evento
edit-event = Modificar el evento
desk-event-count = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
col-title = Título
col-dates = Fechas
col-status = Estado
col-kind = Tipo
view-page = Ver su página
save = Guardar
create-event = Crear el evento
saved = Guardado. Los calendarios suscritos se actualizarán.
field-slug = Dirección
field-slug-hint = Letras minúsculas, dígitos y guiones; la página es /e/ seguido de esta palabra.
field-kind = Tipo
field-status = Estado
field-series = Serie
field-series-none = Ninguna
field-edition = Número de la edición
field-edition-hint = Solo para una edición de una serie.
field-language = Idioma de estos textos
field-language-hint = Los textos en otros idiomas no cambian.
field-title = Título
field-theme = Tema
field-lede = En una frase
field-about = Presentación
field-about-hint = Deje una línea vacía entre los párrafos.
field-objectives = Objetivos
field-objectives-hint = Uno por línea.
field-venue = Sede
field-city = Ciudad
field-zone = Zona horaria
field-zone-hint = Como en la lista de la IANA, por ejemplo Asia/Bangkok.
field-starts = Comienzo
field-starts-hint = Hora local del evento.
field-ends = Final
field-known = Lo que se sabe
known-time = Los días y las horas
known-day = Solo los días
known-within = Uno de estos días, no consta cuál
field-format = Formato
field-format-none = No se sabe
field-host = Anfitrión
field-host-none = Ninguno
field-interpretation = Idiomas de interpretación
field-interpretation-hint = No marque nada si no se sabe: no se imprime nada.
field-contact = Correo electrónico de la secretaría
field-closes = Cierre de la inscripción
field-closes-hint = Hora local del evento. Déjelo vacío si no hay inscripción.
texts-heading = Textos
when-heading = Fecha y lugar
registration-heading = Inscripción y contacto

## Secretaría: programa
session-add = Añadir una sesión
session-edit = Modificar la sesión
session-remove = Eliminar la sesión
session-remove-question = ¿Eliminar esta sesión del programa?
session-day = Día
session-from = Desde
session-to = Hasta
session-title = Título
session-about = Descripción
session-room = Sala
session-kind = Tipo
session-saved = El programa se ha modificado.
session-removed = La sesión se ha eliminado.
back-to-event = Volver al evento

## Lo que no está bien en un dato
wrong-slug = Use letras minúsculas, dígitos y guiones, al menos dos.
wrong-slug-taken = Otro evento tiene esta dirección.
wrong-choice = Elija una opción de la lista.
wrong-required = Indique { $what }.
wrong-long = Use como máximo { $n } caracteres.
wrong-zone = No se conoce esta zona horaria. Escríbala como Asia/Bangkok.
wrong-datetime = Esta fecha y esta hora no existen. Use la forma 2022-09-13T09:00.
wrong-date = Esta fecha no existe.
wrong-time = Indique una hora, por ejemplo 09:30.
wrong-order = El final es anterior al comienzo.
wrong-skipped = Ese día, los relojes de { $zone } se saltan esta hora; no existe.
wrong-edition = Indique un número a partir de 1 y elija la serie.
wrong-edition-only = Solo una edición tiene serie y número.
wrong-edition-taken = La serie ya tiene esta edición.
wrong-email = Indique una dirección de correo electrónico, por ejemplo nombre@example.org.
wrong-outside = Este no es un día del evento.
stale-note = Otra persona modificó este evento mientras tanto. Lo que usted escribió está abajo; compruébelo y guarde de nuevo.
what-title = un título
what-starts = el comienzo
what-ends = el final
what-day = un día
error-heading = Hay un problema
wrong-encoding = No se pudieron leer algunas letras. Compruébelas y envíe de nuevo.
wrong-signs = Algunos signos no se pueden conservar y se han quitado. Compruebe el texto y envíe de nuevo.
scope-events-write = Modificar eventos y su programa
