## El formulario
register = Inscribirse
registration = Inscripción
not-yet = Tiene una cuenta. Aún no se ha inscrito.
step-of = Paso { $n } de { $total }
saved-at = guardado a las { $time }
steps = Pasos
done = Hecho
now = En curso
to-do = Pendiente
last = Al final
step-you = Usted
step-delegation = Su delegación
step-papers = Foto y documentos
step-access = Necesidades de accesibilidad
step-check = Comprobar y enviar
save-continue = Guardar y continuar
save-later = Guardar y volver más tarde
saved-note = Guardado. Vuelva cuando quiera: sus respuestas le esperan aquí hasta el cierre de la inscripción.
kept-note = Su sesión había terminado. Lo que había escrito está de nuevo abajo: compruébelo y guárdelo.
closes-note = La inscripción se cierra el { $date } a las { $time }, hora de { $place } ({ $offset }).
free-note = La inscripción es gratuita.

honorific = Tratamiento
honorific-hint = Si procede, por ejemplo Excma. Sra., Dr. o Sra.
badge-name = Nombre en la tarjeta de identificación
badge-name-hint = Tal como debe imprimirse
position = Cargo
position-hint = Tal como debe imprimirse, por ejemplo “Directora General, Departamento de Cooperación Internacional”

representation = Participa en calidad de
rep-member = Miembro o miembro asociado
rep-observer-state = Estado observador
rep-un-entity = Entidad de las Naciones Unidas
rep-igo = Organización intergubernamental
rep-ngo = Organización no gubernamental
rep-university = Universidad o instituto de investigación
rep-media = Medios de comunicación
rep-other = Otra, por invitación
associate-member = Miembro asociado
member-choice = Miembro al que representa
member-choice-hint = Para miembros y miembros asociados, en el orden inglés de la lista
member-none = Elija de la lista
organization = Organización a la que representa
organization-hint = En los demás casos: su nombre completo, o el nombre del Estado observador
role = Función en la delegación
role-head = Jefe o jefa de delegación
role-alternate = Suplente
role-delegate = Delegado o delegada
role-adviser = Asesor o asesora

photo = Foto para la tarjeta de identificación
photo-hint = JPEG o PNG, hasta 8 MB. Cabeza y hombros ante un fondo liso, sin nadie más. Aquí se reduce su tamaño.
letter = Nota verbal o carta de designación
letter-hint = PDF, hasta 10 MB. Los Gobiernos envían una nota verbal; las organizaciones, una carta fechada y firmada.
papers-later = Puede guardar este paso sin la foto ni la carta y enviar su inscripción. La secretaría decide cuando tiene ambas.
paper-received = Recibido
paper-remove = Quitar
paper-replace = Para reemplazar un archivo, elija otro abajo.
photo-alt = Foto de { $name }
papers-save = Guardar los archivos
papers-saved = La secretaría ya tiene los archivos.

access-lede = Deje vacío lo que no necesite. Solo ven estas respuestas quienes preparan la sede.
access-needs = En la sede necesito
need-wheelchair = Un lugar para silla de ruedas y accesos sin escalones
need-support-person = Un lugar para la persona que me asiste
need-assistance-dog = Entrar con mi perro de asistencia
need-captioning = Subtítulos de lo que se dice
need-sign-language = Interpretación en lengua de señas
diet = Alimentación
diet-hint = Por ejemplo vegetariana, halal o una alergia
other-needs = Otras necesidades
other-needs-hint = Por ejemplo una sala para orar o amamantar, o un asiento anticipado
none = Ninguna

check-lede = Compruebe sus respuestas. Después del envío decide la secretaría; aún se podrán añadir la foto y la carta.
change = Cambiar
not-given = Sin indicar
missing-photo = Aún no hay foto. Puede enviar sin ella y añadirla más tarde.
missing-letter = Aún no hay carta. Puede enviar sin ella y añadirla más tarde.
missing-step = Antes de enviar, complete este paso: { $step }
send = Enviar mi inscripción
sent-note = Su inscripción se ha enviado. El mensaje que lo confirma está en camino a { $email }.

## Inscripción cerrada
closed-title = La inscripción está cerrada
closed-since = La inscripción para este evento se cerró el { $date } a las { $time }, hora de { $place } ({ $offset }).
closed-never = Este evento no tiene inscripción.
closed-ask = Si aun así necesita asistir, escriba a la secretaría.
back-to-event = Volver al evento

## Lo que no está bien en un dato
error-heading = Hay un problema
error-word = Error:
wrong-long = Use como máximo { $n } caracteres.
wrong-signs = Este texto contenía signos que no se pueden imprimir. Se han quitado: compruébelo y guarde de nuevo.
wrong-name = Indique el nombre tal como debe imprimirse en la tarjeta de identificación.
wrong-position = Indique su cargo.
wrong-representation = Elija en qué calidad participa.
wrong-member = Elija de la lista el miembro al que representa.
wrong-organization = Indique el nombre de la organización a la que representa.
wrong-role = Elija su función en la delegación.
wrong-photo = Este archivo no es una imagen JPEG o PNG. Elija otro.
wrong-photo-large = Esta imagen supera los 8 MB. Elija una más pequeña.
wrong-photo-small = Esta imagen es demasiado pequeña para reconocer un rostro. Elija una más grande, de al menos 100 píxeles por lado.
wrong-photo-broken = No se puede leer esta imagen. Guárdela de nuevo como JPEG o PNG y elíjala otra vez.
wrong-letter = Este archivo no es un PDF. Elija otro.
wrong-letter-large = Este archivo supera los 10 MB. Elija uno más pequeño.
wrong-letter-broken = Este PDF no está completo. Guárdelo de nuevo y elíjalo otra vez.
wrong-already-sent = Su inscripción ya se ha enviado; esta respuesta ya no se puede cambiar aquí. Escriba a la secretaría.

## Mi inscripción
my-title = Mi inscripción
my-number = Número { $number }
my-none = No se ha inscrito en este evento.
my-continue = Continuar mi inscripción
my-start = Inscribirse
my-again = Inscribirse de nuevo
my-answers = Mis respuestas
my-papers-add = Añadir o reemplazar la foto y la carta
status = Estado
state-draft = Borrador
state-pending = En la secretaría
state-accredited = Acreditada
state-declined = Denegada
state-withdrawn = Retirada
track-received = Recibida
track-secretariat = En la secretaría
track-secretariat-since = desde el { $when }; normalmente, tres días hábiles
track-secretariat-done = hasta el { $when }
track-next = Ahora corresponde actuar a la secretaría. Usted no tiene que hacer nada.
track-next-papers = Ahora corresponde actuar a la secretaría. Añada lo que falta: { $what }.
track-decided = Decisión
track-decided-later = llegará por correo electrónico
track-accredited = Acreditada
track-declined = Denegada
track-withdrawn = Retirada por usted
track-badge = Tarjeta de identificación
track-badge-later = llegará más adelante, después de la acreditación
decline-heading = Motivo
decline-ask = Si cree que se trata de un error, escriba a la secretaría:
calendar-add = Añadir al calendario
withdraw = Retirar
withdraw-title = ¿Retirar su inscripción?
withdraw-what = Se avisa a la secretaría y no se contará con su asistencia. Puede volver a inscribirse mientras la inscripción esté abierta.
withdraw-yes = Sí, retirar
withdraw-no = No, mantener
times-of = Las horas son las de { $place } ({ $offset }).
withdrawn-note = Su inscripción se ha retirado.
withdraw-nothing = No hay nada que retirar: mientras tanto, su inscripción se decidió o se retiró.
withdraw-over = El evento ha terminado; ya no se puede retirar nada.
panel-state = Su inscripción: { $state }
panel-see = Ver mi inscripción
panel-continue = Continuar la inscripción

## Secretaría
desk-title = Oficina de la secretaría
desk-lede = Lo que espera su atención.
desk-waiting = { $count ->
    [0] Nadie espera una decisión.
    [one] { $count } persona espera una decisión.
   *[other] { $count } personas esperan una decisión.
}
desk-decide = Decidir
desk-nothing = Ningún evento tiene aún inscripción.
accreditation = Acreditación
registrations = Inscripciones
views = Vistas guardadas
view-pending = Por decidir
view-accredited = Acreditadas
view-declined = Denegadas
view-withdrawn = Retiradas
event = Evento
filter-text = Nombre, delegación, correo electrónico o número
filter-more = Más filtros
filter-check = Comprobación
filter-any = Cualquiera
filter = Filtrar
filter-clear = Mostrar todo
table-pending = { $count ->
    [one] { $count } solicitud por decidir, primero la más antigua.
   *[other] { $count } solicitudes por decidir, primero las más antiguas.
}
table-count = { $count ->
    [one] { $count } inscripción
   *[other] { $count } inscripciones
}
table-keys = En la tabla:
table-key-move = moverse,
table-key-select = marcar,
table-key-open = abrir.
col-name = Nombre
col-delegation = Delegación
col-role = Función
col-representation = Calidad
col-check = Comprobación
col-waiting = Espera
col-received = Recibida
col-number = Número
check-complete = Completa
check-no-photo = Falta la foto
check-no-letter = Sin carta
check-duplicate = Posible duplicado
waiting-today = hoy
waiting-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
select-all = Marcar todo en esta página
select-one = Marcar a { $name }
selected = en la selección
accredit = Acreditar
decline = Denegar
none-selected = Marque al menos una persona.
queue-empty = Aquí no hay nada.
queue-empty-filter = Nada corresponde a este filtro.
page-of = Página { $n } de { $total }
page-next = Página siguiente
page-previous = Página anterior
report-done = { $count ->
    [one] { $count } persona acreditada.
   *[other] { $count } personas acreditadas.
}
report-skipped = { $count ->
    [one] { $count } omitida:
   *[other] { $count } omitidas:
}
report-line = { $name }: { $why }
sample-data = Datos de ejemplo
detail-next = Siguiente
detail-previous = Anterior
detail-back = Volver a la lista
detail-person = Persona
detail-email = Correo electrónico de la cuenta
detail-papers = Foto y carta
detail-letter-open = Abrir la carta
detail-same = Mismo nombre en este evento
detail-story = Historial
detail-decision = Decisión
move-pending = Enviada por { $name }
move-accredited = Acreditada por { $name }
move-declined = Denegada por { $name }
move-withdrawn = Retirada por { $name }
decline-title = Denegar esta solicitud
decline-reason = Motivo
decline-reason-none = Elija un motivo
decline-words = Con sus palabras, para la persona
decline-words-hint = La persona lo lee en el mensaje y en su página de inscripción. Escríbalo en el idioma de la persona: { $language }.
reason-no-nomination = El miembro o la organización no ha designado a esta persona
reason-papers = La foto o la carta falta o no se puede leer
reason-representation = El evento no está abierto a esta calidad de participación
reason-places = Todas las plazas de la delegación están ocupadas
reason-duplicate = La persona ya se ha inscrito
reason-other = Otro motivo
wrong-reason = Elija un motivo.
wrong-words = Explique el motivo a la persona, al menos en pocas palabras.
already-decided = { $name } ya lo decidió el { $when }: { $state }.
already-withdrawn = La persona retiró su inscripción el { $when }.
unknown-request = Esta solicitud no existe en este evento.
decided-note = { $name }: { $state }. El mensaje está en camino.

## Mensajes
mail-hello = Estimado/a { $name }:
mail-received-subject = Hemos recibido su inscripción
mail-received-fact = Hemos recibido su inscripción: { $event }. Su número es { $number }.
mail-received-next = Ahora decide la secretaría, normalmente en un plazo de tres días hábiles. Se le comunicará por correo electrónico.
mail-received-photo = Aún falta su foto. Añádala en su página.
mail-received-letter = Aún falta su nota verbal o carta de designación. Añádala en su página.
mail-see = Ver mi inscripción
mail-accredited-subject = Se ha concedido su acreditación
mail-accredited-fact = Se ha concedido su acreditación para el siguiente evento: { $event }. Su número es { $number }.
mail-accredited-when = { $dates }, { $place }
mail-accredited-calendar = La invitación que acompaña a este mensaje incorpora el evento a su calendario.
mail-accredited-badge = Su tarjeta de identificación llegará más adelante. Traiga un documento con su foto.
mail-declined-subject = Su inscripción ha sido denegada
mail-declined-fact = Su inscripción ha sido denegada: { $event } ({ $number }).
mail-declined-reason = Motivo: { $reason }.
mail-declined-ask = Si cree que se trata de un error, o si tiene alguna pregunta, escriba a { $email }.
mail-withdrawn-subject = Su inscripción se ha retirado
mail-withdrawn-fact = Su inscripción se ha retirado, como pidió: { $event } ({ $number }).
mail-withdrawn-calendar = El evento se elimina de su calendario.
mail-withdrawn-again = Puede volver a inscribirse mientras la inscripción esté abierta.
mail-foot = Recibe este mensaje porque alguien se inscribió con esta dirección. La inscripción es gratuita: no pague nunca a nadie por ella.
scope-registrations-write = Inscribirle en eventos y retirar la inscripción
scope-desk = Ver las solicitudes en la oficina de la secretaría y decidir sobre ellas

## Two accounts of one person
merged-registration = Inscripción: { $event } ({ $state })
