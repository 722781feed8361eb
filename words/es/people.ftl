## Iniciar sesión
sign-in = Iniciar sesión
sign-in-lede = Después de la contraseña, enviamos un enlace a su dirección de correo electrónico. Demuestra que la dirección es suya.
sign-in-description = Inicie sesión con su dirección de correo electrónico y su contraseña, y después con el enlace que le enviamos.
email = Correo electrónico
password = Contraseña
sign-in-wrong = El correo electrónico o la contraseña no es correcto.
sign-in-too-often = Hubo demasiados intentos, desde esta red o para esta dirección. Inténtelo de nuevo dentro de { $span }; se conserva lo que escribió, salvo la contraseña.
no-account-yet = ¿Aún no tiene cuenta?
no-account-lede = Solo necesita un nombre, una dirección de correo electrónico y una contraseña.
create-account = Crear una cuenta
help = Ayuda
help-forgotten = Si ha olvidado su contraseña,
reset = elija una nueva
help-no-mailbox = Si ya no tiene acceso al buzón, consulte a la secretaría.
busy = Demasiadas personas inician sesión en este momento. Inténtelo de nuevo dentro de { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}; se conserva lo que escribió, salvo la contraseña.
email-missing = Escriba su dirección de correo electrónico
email-bad = Escriba una dirección de correo electrónico como nombre@ministerio.example
password-missing = Escriba su contraseña
problem = Hay un problema
error-mark = Error:

## Crear una cuenta
sign-up-lede = Una sola cuenta sirve para todos los eventos y para todo lo que inscriba o responda.
sign-up-description = Cree una cuenta con su nombre, su dirección de correo electrónico y una contraseña.
name = Nombre
name-hint = Tal como deben verlo los demás, por ejemplo Mele Taufa
name-missing = Escriba su nombre
new-password = Contraseña
show-password = Mostrar la contraseña
rule-length = De 8 a 128 caracteres; una frase corta es lo más fácil de recordar
rule-own = Algo más que su nombre, su dirección o el nombre de este sitio o de un evento
rule-common = Ninguna de las contraseñas más usadas; lo comprobamos al enviarla
password-common = Elija otra contraseña: esta es una de las más usadas, o una de ellas con algunos dígitos más, y esas son las que se prueban primero
password-own = Elija otra contraseña: sin su nombre, su dirección y los nombres de este sitio y de sus eventos deben quedar al menos 8 caracteres, porque esos datos son fáciles de adivinar
password-short = Elija una contraseña de al menos 8 caracteres
password-long = Elija una contraseña de 128 caracteres como máximo
password-odd = Elija una contraseña sin caracteres de control
have-account = ¿Ya tiene una cuenta?

## La página que espera el enlace
check-email = Revise su correo electrónico
waiting-sent = Hemos enviado un enlace a
waiting-to-be-sent = Estamos enviando un enlace a
waiting-no-link = Hace un momento se envió un enlace a esta dirección para iniciar sesión en otro navegador. Puede pedir uno para este navegador a partir de las { $time }. La dirección es
waiting-open-here = Ábralo en este navegador y se iniciará su sesión.
waiting-valid = Es válido hasta las { $time } y sirve una sola vez.
waiting-number = ¿Lo abre en otro dispositivo? Esa página pide este número:
state-waiting = Esperamos a que abra el enlace
state-approved = El número se escribió en el otro dispositivo. Se está iniciando su sesión
state-done = Ha iniciado sesión
state-denied = Este inicio de sesión se rechazó desde el buzón.
state-locked = Demasiados códigos incorrectos. Empiece de nuevo; su cuenta no está bloqueada.
state-expired = Este inicio de sesión ha vencido. Empiece de nuevo.
state-ended = Este inicio de sesión ha terminado. Empiece de nuevo.
state-undeliverable = El buzón { $address } rechazó nuestro mensaje: está lleno o no existe.
start-again = Empezar de nuevo
code-label = O escriba el código del mensaje
code-only-label = Código del mensaje
code-hint = Ocho letras y dígitos; los espacios y los guiones no importan
code-wrong = Ese no es el código de los últimos mensajes. { $count ->
    [one] Le queda un intento.
   *[other] Le quedan { $count } intentos.
}
code-closed = Hoy hubo demasiados códigos incorrectos; en este navegador no se acepta ninguno hasta mañana. Abra aquí el enlace del mensaje.
code-missing = Escriba el código del mensaje
code-title = Escribir el código del mensaje
code-lede = El mensaje contiene un código junto al enlace. Solo funciona en el navegador donde dio su contraseña.
back-to-waiting = Volver a la página que espera el enlace
other-ways = Otras formas de iniciar sesión
second-too-often = Hubo demasiados códigos incorrectos. Inténtelo de nuevo dentro de { $span }, o abra el enlace del mensaje.
recovery-use = Usar un código de recuperación
recovery-title = Iniciar sesión con un código de recuperación
recovery-lede = Escriba uno de los diez códigos que guardó. Después ya no servirá. Enviamos un mensaje que lo confirma.
recovery-label = Código de recuperación
recovery-hint = Un dígito y diez letras o dígitos; los espacios y los guiones no importan
recovery-missing = Escriba uno de sus códigos de recuperación
recovery-wrong = Ese no es uno de sus códigos de recuperación que aún sirven
passkey-sign-in = Iniciar sesión con una llave de acceso
passkey-use = Usar su llave de acceso
passkey-title = Iniciar sesión con su llave de acceso
passkey-lede = Su dispositivo le pide la huella, el rostro o su PIN. Después su sesión está iniciada, sin ningún mensaje.
passkey-no = No se usó ninguna llave de acceso. Inténtelo de nuevo o inicie sesión de otra manera.
passkey-not-here = Este navegador no puede usar llaves de acceso, o los scripts están desactivados. Use otra manera.
passkey-unknown = Aquí no se conoce esta llave de acceso. Inicie sesión de otra manera.
passkey-unverified = Su dispositivo no comprobó que es usted. Desbloquéelo con la huella, el rostro o su PIN.
passkey-late = Tardó demasiado, o se envió dos veces. Inténtelo de nuevo.
passkey-too-often = No se aceptaron demasiadas llaves de acceso. Inténtelo de nuevo dentro de { $span }, o inicie sesión de otra manera.
totp-use = Usar su aplicación de autenticación
totp-title = Iniciar sesión con su aplicación de autenticación
totp-lede = Escriba los seis dígitos que muestra su aplicación de autenticación en este momento.
totp-label = Dígitos de la aplicación de autenticación
totp-hint = Seis dígitos; cambian cada 30 segundos y sirven una sola vez
totp-missing = Escriba los seis dígitos
totp-wrong = Esos no son los dígitos de este momento, o ya se usaron. Espere los siguientes.
reloads = Esta página se recarga cada diez segundos.
stop-reloading = Dejar de recargar
reloads-stopped = Esta página ya no se recarga. Cuando haya abierto el enlace,
look-again = vuelva a mirar
nothing-yet = ¿Todavía nada?
mail-handed-over = Nuestro servidor de correo entregó el mensaje a las { $time }. Actualice la bandeja de entrada y busque { $sender } en el correo no deseado. Algunos sistemas gubernamentales retienen el correo hasta diez minutos.
mail-waiting = El mensaje está a punto de salir. Actualice la bandeja de entrada y mire en el correo no deseado dentro de uno o dos minutos.
mail-slow = El mensaje espera desde las { $time }; saldrá en cuanto pueda, y sus 20 minutos solo empiezan entonces.
mail-refused = El buzón rechazó el último mensaje. Un enlace anterior sigue siendo válido hasta su hora.
mail-none = Aún no se ha enviado ningún mensaje para este navegador.
late = Nuestro correo va lento en este momento.
late-last = Nuestro correo va lento en este momento. El último mensaje salió { $ago }.
late-then = Un enlace sale en cuanto puede, y sus minutos empiezan solo entonces.
late-ways = Formas de entrar que no necesitan un mensaje:
late-way-second = La aplicación de autenticación o un código de recuperación, si los tiene: después de la contraseña, elíjalos en la página que espera el mensaje.
late-way-console = Quien administra este sitio puede crear en el servidor un enlace que funciona junto con su contraseña: pregunte a la secretaría.
late-way-console-of = Quien administra este sitio puede crear en el servidor un enlace que funciona junto con su contraseña: escriba a { $contact }.
new-link = Enviar un enlace nuevo
new-link-from = Será posible a partir de las { $time }. El enlace que tiene sigue siendo válido.
too-early = Se envió un enlace hace { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}.
too-early-wait = Puede pedir uno nuevo dentro de { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}.
ask-help = Pedir ayuda a la secretaría
cancel = Cancelar este inicio de sesión
unknown-browser-title = No se encuentra el inicio de sesión
unknown-browser = Su navegador ya no conoce este inicio de sesión. Empiece de nuevo, o use el código en la pantalla donde empezó.

## El enlace del mensaje
link-title = Iniciando su sesión
link-go = Continúe para iniciar sesión con { $address }.
link-button = Iniciar sesión aquí
link-as-other = Tiene una sesión iniciada como { $name }. ¿Continuar como { $address }?
link-continue = Continuar
link-stay = Seguir como { $name }
other-title = ¿Es usted quien inicia sesión?
other-lede = Abrió el enlace en un navegador distinto de aquel donde dio su contraseña. Aún no ha ocurrido nada.
other-account = Cuenta
other-where = Inicio de sesión en
other-where-what = { $agent }, a las { $time }
other-ip = Desde la dirección { $ip }
number-label = Número que muestra esa pantalla
number-hint = Tres dígitos. Tiene dos intentos.
number-button = Iniciar sesión allí
number-wrong-once = Ese no es el número. Le queda un intento.
number-wrong = Ese no es el número. Escriba el código del mensaje en la pantalla donde empezó.
number-off = Aquí ya no es posible iniciar sesión con el número. Escriba el código del mensaje en la pantalla donde empezó.
number-bad = Escriba los tres dígitos que muestra la pantalla donde empezó
here-instead = Iniciar sesión en este dispositivo
or-code-there = O escriba el código del mensaje en esa pantalla.
not-me = No fui yo
approved-title = Hecho
approved-lede = La pantalla donde empezó inicia su sesión en unos segundos. Puede cerrar esta página.
deny-title = ¿No pidió usted este enlace?
deny-lede = Entonces otra persona ha escrito su contraseña. Aquí puede poner fin a ese inicio de sesión; nadie entra sin el enlace, el código o el número.
deny-word = NO FUI YO
deny-label = Para poner fin a ese inicio de sesión, escriba { $word }
deny-wrong = Escriba { $word } para poner fin al inicio de sesión, o cierre esta página
deny-button = Poner fin a ese inicio de sesión
denied-title = Se ha puesto fin a ese inicio de sesión
denied-lede = Nadie inició sesión. Pero alguien conoce su contraseña: elija ahora una nueva, aquí y dondequiera que la use.
used-title = Este enlace ya se ha usado
used-when = Se usó { $ago }, en { $agent }.
used-not-you = Si no fue usted, inicie sesión y avise a la secretaría: es posible que alguien lea su correo.
expired-title = Este enlace ya no es válido
expired-when = Era válido hasta las { $time }.
expired-elsewhere = Vuelva a la pantalla donde empezó y pida allí uno nuevo.
ended-title = Este inicio de sesión ha terminado
ended-lede = El enlace pertenece a un inicio de sesión que se abandonó, se rechazó o se reemplazó. Empiece de nuevo para recibir otro.
incomplete-title = El enlace parece incompleto
incomplete-lede = Cópielo entero, hasta la última letra, o escriba el código del mensaje en la pantalla donde empezó.
unknown-link-title = No conocemos este enlace
unknown-link-lede = Puede que tenga más de un día o que no esté completo. Inicie sesión para recibir uno nuevo.

## El enlace de la consola del servidor
console-title = Iniciar sesión con el enlace del servidor
console-lede = Este enlace se creó en el servidor para { $address }. Sirve una sola vez, hasta las { $time }, junto con la contraseña de la cuenta.
console-ended = Se escribieron demasiadas contraseñas incorrectas, o la cuenta ha cambiado desde que se creó el enlace.
console-ask-again = Pida otro enlace a la persona que administra el servidor.

## La cuenta
account = Cuenta
account-description = Su nombre, su dirección y el cierre de sesión.
sessions-hint = Los navegadores, y cómo cerrar sesión en ellos.
tokens-hint = Para programas que leen y escriben en su nombre.
sign-out = Cerrar sesión
session-over = Su sesión se cerró porque no se envió nada durante un tiempo. Inicie sesión de nuevo: lo que escribió se conserva una hora.

## Un navegador y un sistema, tal como se los puede nombrar
agent-on = { $browser } en { $system }
agent-unknown-browser = un navegador desconocido
agent-unknown-system = un sistema desconocido

## Mensajes
letter-hello = Hola, { $name }:
letter-sign-in-subject = Su enlace para iniciar sesión
letter-sign-in-fact = Abra este enlace para iniciar sesión en { $site }:
letter-sign-in-button = Iniciar sesión
letter-sign-up-subject = Confirme su dirección e inicie sesión
letter-sign-up-fact = Le damos la bienvenida. Abra este enlace para confirmar su dirección e iniciar sesión en { $site }:
letter-sign-up-button = Confirmar e iniciar sesión
letter-valid = El enlace sirve una sola vez, hasta el { $time }.
letter-where = Es para el navegador donde se escribió la contraseña. En otro dispositivo, la página pide el número que se muestra en ese navegador.
letter-code = O escriba este código en la página que espera:
letter-account = Cuenta: { $address }
letter-when = Solicitado: { $time }
letter-agent = Navegador: { $agent }
letter-ip = Dirección de Internet: { $ip }
letter-never = Nunca pedimos este código ni el número por teléfono o por mensajería instantánea.
letter-wasnt-you = ¿No fue usted? Entonces alguien conoce su contraseña. No abra el enlace; inicie sesión usted directamente en { $url } y pida a la secretaría que cambie la contraseña.
letter-wasnt-you-sign-up = ¿No fue usted? Entonces no haga nada: sin el enlace no hay cuenta.
letter-known-subject = Ya tiene una cuenta
letter-known-fact = Alguien, probablemente usted, pidió una cuenta nueva en { $site } con esta dirección. Ya tiene una; no se ha cambiado nada.
letter-known-do = Para iniciar sesión, abra esta página y use su contraseña:
letter-known-button = Ir a la página de inicio de sesión
letter-known-forgotten = Si ha olvidado la contraseña, elija allí una nueva.
letter-known-wasnt-you = Si no fue usted, no tiene que hacer nada.
letter-console-subject = Se creó un enlace de inicio de sesión en el servidor
letter-console-fact = En el servidor de { $site } se creó un enlace con el que { $name } puede iniciar sesión sin un mensaje. Sirve una sola vez, durante diez minutos, junto con la contraseña de la cuenta.
letter-console-do = Recibe este mensaje porque tiene la función de administrador. La lista de personas muestra quién tiene qué función:
letter-console-button = Abrir la lista de personas
letter-console-when = Creado: { $time }
letter-console-reason = Motivo indicado: { $reason }
letter-console-last = Si está al corriente, no tiene que hacer nada. Si no, pregunte de inmediato a la persona que administra el servidor.

# Tokens para programas.
scope-read = Leer lo que usted puede leer, salvo las inscripciones de la oficina de la secretaría
scope-account-write = Revocar tokens
tokens = Tokens para programas
tokens-lede = Con un token, un programa lee y escribe en su nombre lo que usted le permite, hasta que el token vence. Una contraseña nueva los revoca todos.
tokens-reference = Lo que puede hacer un programa
tokens-count = { $count ->
    [one] { $count } token para programas
   *[other] { $count } tokens para programas
}
token-made = El token está creado. Cópielo ahora: se muestra una sola vez.
token-made-label = Su nuevo token
token-name = Para qué sirve
token-name-hint = Por ejemplo, el nombre del programa que lo recibe.
token-name-wrong = Indique para qué sirve, en 100 caracteres como máximo.
token-for = Permite: { $scopes }
token-scopes = Se puede usar para
token-scopes-hint = Nunca permite más que las funciones que usted tiene en ese momento.
token-scopes-missing = Elija al menos una opción.
token-used = Último uso: { $when }
token-never-used = Nunca se ha usado
token-ends = Vence el { $when }
token-ended = Terminó el { $when }
token-lasts = Vence después de
token-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
token-days-missing = Elija cuánto tiempo dura.
token-too-many = { $count ->
    [one] Tiene { $count } token que aún es válido; revóquelo primero.
   *[other] Tiene { $count } tokens que aún son válidos; revoque uno primero.
}
token-new = Un token nuevo
token-make = Crear el token
token-revoke = Revocar

## Una contraseña nueva por mensaje
reset-title = Elegir una contraseña nueva
reset-lede = Escriba la dirección de su cuenta. Le enviamos un enlace a una página donde elegir una contraseña nueva.
reset-send = Enviar el enlace
reset-sent = Si { $address } tiene una cuenta aquí, hay un enlace en camino a esa dirección. Es válido 60 minutos y sirve una sola vez.
reset-sent-more = ¿Nada después de unos minutos? Mire en el correo no deseado. Se envía un enlace por minuto, y diez al día.
reset-again = Pedir un enlace nuevo
reset-page-lede = Se cerrarán todas las sesiones de esta cuenta. Después iniciará sesión con la contraseña nueva y un mensaje, como siempre.
reset-address = Dirección de correo electrónico de la cuenta
reset-address-hint = Se escribe una vez más, para que el enlace por sí solo no sirva a nadie.
reset-address-wrong = Este enlace no se envió a esa dirección. Escriba la dirección de la cuenta.
reset-ended = Se escribió demasiadas veces una dirección incorrecta, o la cuenta ha cambiado desde que se envió el mensaje.
reset-done = Su contraseña nueva está guardada. Inicie sesión con ella.
password-set = Guardar la contraseña nueva
letter-reset-subject = Su enlace para una contraseña nueva
letter-reset-fact = Abra este enlace para elegir una contraseña nueva en { $site }:
letter-reset-button = Elegir una contraseña nueva
letter-reset-asks = Su página pide una vez más su dirección. Hasta que fije una contraseña nueva sigue valiendo la anterior.
letter-reset-wasnt-you = ¿No fue usted? Entonces no haga nada: sin este enlace no cambia nada.

## Mensajes sobre la cuenta
notice-act = Si fue usted, no tiene que hacer nada. Si no, elija de inmediato una contraseña nueva en esta página y avise a la secretaría:
notice-last = Este mensaje se envía siempre que cambia algo que protege su cuenta. No se puede desactivar.
notice-password-subject = Se cambió su contraseña
notice-password-reset = Se fijó una contraseña nueva para su cuenta en { $site }, con un enlace que se envió a esta dirección. Se cerraron todas las sesiones.
notice-password-changed = Se cambió la contraseña de su cuenta en { $site }. Se cerró la sesión en todos los demás navegadores.
notice-limit-subject = Se cerró su sesión en un navegador
notice-limit = Tiene sesiones de { $site } en más navegadores de los que se permiten a una cuenta. Se cerró la del navegador que llevaba más tiempo sin usarse.
notice-ended-subject = Se cerraron todas sus sesiones
notice-ended = Un administrador de { $site } cerró la sesión de su cuenta en todos los navegadores.
notice-paused-subject = Alguien intenta adivinar su contraseña
notice-paused = Hoy se escribió cien veces una contraseña incorrecta para su cuenta en { $site }. Hasta mañana, la contraseña solo se acepta en los navegadores donde usted ya ha iniciado sesión. Una contraseña nueva pone fin a esto de inmediato.
notice-unfinished-subject = Se dio su contraseña y nadie inició sesión
notice-unfinished = Alguien dio la contraseña correcta de su cuenta en { $site } en un navegador donde usted no había iniciado sesión antes, y no siguió adelante. Nadie inició sesión: para eso se necesita también este buzón.
notice-recovery-made-subject = Tiene nuevos códigos de recuperación
notice-recovery-made = Se crearon diez nuevos códigos de recuperación para su cuenta en { $site }. Los anteriores ya no sirven.
notice-recovery-used-subject = Se usó un código de recuperación
notice-recovery-used = Alguien inició sesión en su cuenta de { $site } con la contraseña y uno de sus códigos de recuperación. Ese código ya no sirve.
notice-passkey-added-subject = Se añadió una llave de acceso
notice-passkey-added = Se añadió una llave de acceso a su cuenta en { $site }. Permite iniciar sesión sin contraseña ni mensaje.
notice-passkey-removed-subject = Se quitó una llave de acceso
notice-passkey-removed = Se quitó una llave de acceso de su cuenta en { $site }. Ya no sirve.
notice-passkey-copied-subject = Puede haberse copiado una llave de acceso suya
notice-passkey-copied = Se usó una llave de acceso de su cuenta en { $site }, y su dispositivo cuenta menos usos que antes. O alguien tiene una copia, o el dispositivo se restauró. Si no fue usted, quite la llave en la página de su cuenta.
notice-totp-added-subject = Se añadió una aplicación de autenticación
notice-totp-added = Se añadió una aplicación de autenticación a su cuenta en { $site }. Después de la contraseña, sus dígitos permiten iniciar sesión sin un mensaje.
notice-totp-removed-subject = Se quitó su aplicación de autenticación
notice-totp-removed = Se quitó la aplicación de autenticación de su cuenta en { $site }. Sus dígitos ya no sirven.

## Dónde hay sesiones abiertas
sessions-title = Dónde tiene sesiones abiertas
sessions-lede = Cada línea es un navegador. Si no reconoce alguno, cierre su sesión y después elija una contraseña nueva. A partir de { $count } navegadores, se cierra la sesión del que lleva más tiempo sin usarse.
sessions-count = { $count ->
    [one] { $count } navegador
   *[other] { $count } navegadores
}
session-this = Este
session-seen = Último uso: { $when }
session-place = Desde la dirección { $ip }
session-by-link = Sesión iniciada por enlace, el { $when }
session-by-code = Sesión iniciada con el código de un mensaje, el { $when }
session-by-number = Sesión iniciada con un número desde otro dispositivo, el { $when }
session-by-recovery = Sesión iniciada con un código de recuperación, el { $when }
session-by-passkey = Sesión iniciada con llave de acceso, { $when }
session-by-totp = Sesión iniciada con la aplicación de autenticación, el { $when }
session-by-console = Sesión iniciada por un enlace del servidor, el { $when }
session-end = Cerrar sesión
sessions-end-others = Cerrar las demás sesiones
sessions-end-others-hint = También dejan de valer los tokens de sus programas y los enlaces enviados que no se usaron.
sessions-ended = Hecho. Las sesiones a las que puso fin están cerradas.

## Preguntar de nuevo
again-title = ¿Sigue siendo usted?
again-lede = Lo que va a hacer exige más que un navegador abierto. Escriba su contraseña; después enviamos un código a su dirección. Luego no se le pregunta durante diez minutos.
again-send-code = Enviarme un código
again-code-lede = Hemos enviado un código a { $address }. Es válido hasta las { $time }.
again-new-code = Enviar otro código
again-go-on = Seguir
again-leave = Dejarlo
again-password-wrong = Esa no es su contraseña. { $count ->
    [one] Le queda un intento; después se cerrará su sesión.
   *[other] Le quedan { $count } intentos.
}
again-passkey-lede = Lo que va a hacer exige más que un navegador abierto. Use su llave de acceso; después no se le pedirá nada durante diez minutos.
again-totp-lede = Lo que va a hacer exige más que un navegador abierto. Escriba los seis dígitos que muestra su aplicación de autenticación. Luego no se le pregunta durante diez minutos.
again-totp-wrong = Esos no son los dígitos de este momento, o ya se usaron. { $count ->
    [one] Le queda un intento; después se cerrará su sesión.
   *[other] Le quedan { $count } intentos.
}
again-by-letter = Usar la contraseña y un mensaje
again-done = Gracias
again-done-lede = Puede seguir con lo que había empezado.
letter-sure-subject = Su código
letter-sure-fact = Alguien con una sesión abierta en su cuenta de { $site } va a cambiar algo importante. Si es usted, escriba este código en la página que lo pide:
letter-sure-button = Abrir la página
letter-sure-valid = El código sirve una sola vez, hasta el { $time }, en el navegador que lo pidió.
letter-sure-code = Código
letter-sure-wasnt-you = ¿No fue usted? Entonces alguien conoce su contraseña y tiene una sesión abierta: elija de inmediato una contraseña nueva.

## Cambiar aquello con lo que se inicia sesión
change-password = Cambiar la contraseña
change-password-hint = Se cierra entonces la sesión en todos los demás navegadores.
change-password-lede = Con la contraseña nueva se cierra la sesión en todos los demás navegadores y se revocan los tokens de sus programas.
password-changed = Su contraseña ha cambiado. Se cerró la sesión en todos los demás navegadores.
change-email = Cambiar la dirección de correo electrónico
change-email-hint = Se confirma desde el buzón anterior y desde el nuevo.
change-email-lede = Enviamos un enlace a cada una de las dos direcciones. Cuando se hayan abierto ambos, podrá iniciar sesión con la nueva; hasta entonces no cambia nada.
email-now = Ahora:
email-new = Nueva dirección de correo electrónico
email-send = Enviar los dos enlaces
email-same = Esta ya es su dirección
email-waiting = Hemos enviado enlaces a su dirección y a { $address }. Abra los dos.
email-waiting-until = Son válidos hasta el { $time }.
email-changed = Su dirección de correo electrónico ha cambiado. Se cerró la sesión en todos los demás navegadores.
email-confirm = Cambio de dirección de correo electrónico
email-confirm-old = Su cuenta va a recibir la dirección { $new } en lugar de { $old }. Confirme que lo quiere.
email-confirm-new = Su cuenta va a recibir esta dirección, { $new }, en lugar de { $old }. Confirme que es suya.
email-confirm-button = Confirmar
email-half = Ya está hecha la mitad
email-half-lede = Abra ahora el enlace del mensaje enviado a la otra dirección. Cuando ambas estén confirmadas, la dirección cambia.
email-over = Este cambio se completó, se reemplazó o se deshizo, o su plazo ha terminado. Su cuenta muestra su dirección.
email-undo = Conservar la dirección anterior
email-undo-lede = Su cuenta recupera la dirección anterior y se cierran todas las sesiones. Elija después una contraseña nueva.
email-undo-word = DESHACER
email-undo-label = Para recuperar la dirección anterior, escriba { $word }
email-undo-wrong = Escriba { $word } para recuperar la dirección anterior, o cierre esta página
email-undo-button = Devolver la dirección anterior
email-undone = Ha recuperado su dirección anterior
email-undone-lede = Se cerraron todas las sesiones. Elija ahora una contraseña nueva: alguien conoce la anterior.
letter-email-subject = Confirme el cambio de su dirección
letter-email-old = Su cuenta en { $site } va a recibir la dirección { $new } en lugar de esta.
letter-email-new = Una cuenta en { $site } va a recibir esta dirección en lugar de { $old }.
letter-email-act = Para confirmarlo, abra este enlace en un navegador con una sesión iniciada en la cuenta:
letter-email-button = Confirmar el cambio
letter-email-valid = El enlace es válido hasta el { $time }.
letter-email-wasnt-you = ¿No fue usted? Entonces no lo abra: si no confirman ambas direcciones, no cambia nada. Si la cuenta es suya, elija una contraseña nueva.
letter-email-done-subject = Se cambió su dirección de correo electrónico
letter-email-done = Su cuenta en { $site } tiene ahora la dirección { $new }, y ya no esta.
letter-email-undo-act = ¿No fue usted? Abra este enlace y escriba una palabra; su cuenta recupera esta dirección de inmediato:
letter-email-undo-button = Recuperar la dirección anterior
letter-email-taken = Alguien, quizá usted, pidió dar esta dirección a una cuenta en { $site }. Ya tiene su propia cuenta; no se ha cambiado nada.

## El registro propio
log-title = Lo que ocurrió con su cuenta
log-hint = Cuándo y desde dónde, con lo que se rechazó.
log-lede = Primero lo más reciente. Si no se explica alguna línea, elija una contraseña nueva y avise a la secretaría.
log-empty = Aún no hay nada.
log-older = Más antiguo
event-password-ok = Se escribió la contraseña correcta
event-link-asked = Se pidió un enlace
event-link-sent = Se envió un enlace
event-link-refused = El buzón rechazó el mensaje con el enlace
event-approved = El número se escribió en otro dispositivo
event-denied = Se rechazó un inicio de sesión desde el buzón
event-code-failed = Se escribió un código incorrecto
event-number-failed = Se escribió un número incorrecto
event-recovery-failed = Se escribió un código de recuperación incorrecto
event-passkey-failed = No se aceptó una llave de acceso
event-totp-failed = Se escribieron dígitos de autenticación incorrectos
event-completed = Inicio de sesión
event-signed-out = Cierre de sesión
event-session-ended = Se cerró la sesión de un navegador desde otro
event-others-ended = Se cerró la sesión en todos los demás navegadores
event-ended-by-administrator = Un administrador cerró todas las sesiones
event-session-limit = Un navegador de más: se cerró la sesión del que llevaba más tiempo sin usarse
event-proved = Se demostró de nuevo la identidad
event-proof-failed = Se preguntó de nuevo: contraseña o código incorrecto
event-verified = Se confirmó la dirección
event-password-changed = Se cambió la contraseña
event-password-reset = Se fijó una contraseña nueva por mensaje
event-email-asked = Se pidió un cambio de dirección
event-email-changed = Se cambió la dirección
event-email-undone = Se deshizo el cambio de dirección
event-recovery-made = Se crearon nuevos códigos de recuperación
event-passkey-added = Se añadió una llave de acceso: { $name }
event-passkey-removed = Se quitó una llave de acceso: { $name }
event-passkey-copied = Puede haberse copiado una llave de acceso: { $name }
event-totp-added = Se añadió una aplicación de autenticación
event-totp-removed = Se quitó la aplicación de autenticación
event-data-read = Se descargaron todos los datos
event-closed = Se cerró la cuenta
event-disabled = Ya no se permite iniciar sesión
event-enabled = Se permite de nuevo iniciar sesión
event-kept-for = El registro se conserva de otro modo: { $rule }
event-token-made = Se creó un token: { $prefix }
event-token-ended = Se revocó un token: { $prefix }
event-role-given = Se asignó una función: { $role }
event-letter-only = Desde ahora solo sirve un mensaje después de la contraseña
event-letter-or-other = Desde ahora sirven también otros segundos pasos después de la contraseña
event-role-taken = Se retiró una función: { $role }
event-console-made = Se creó un enlace de inicio de sesión en el servidor: { $reason }
event-console-used = Inicio de sesión por un enlace del servidor
event-console-wrong = Se escribió una contraseña incorrecta con un enlace del servidor

## Códigos de recuperación
recovery-codes = Códigos de recuperación
recovery-codes-hint = Para el día en que no le llegue ningún mensaje.
recovery-codes-lede = Diez códigos para imprimir o anotar y guardar. Después de la contraseña, cada uno inicia su sesión una vez, sin un mensaje.
recovery-left = { $count ->
    [0] No tiene ninguno.
    [one] { $count } aún puede usarse.
   *[other] { $count } aún pueden usarse.
}
recovery-make = Crear diez códigos nuevos
recovery-make-hint = Los que tiene ahora ya no servirán después.
recovery-made = Sus diez códigos nuevos
recovery-made-lede = Se muestran solo esta vez. Guárdelos donde nadie más los encuentre, aparte de su contraseña.

## La aplicación de autenticación
totp = Aplicación de autenticación
totp-account-hint = Seis dígitos de su teléfono en lugar del mensaje.
totp-account-lede = Una aplicación de autenticación, en su teléfono o computadora, muestra seis dígitos que cambian cada 30 segundos. Después de la contraseña, inician su sesión sin un mensaje.
totp-is-set-up = Hay una configurada.
totp-is-not = No hay ninguna configurada.
totp-set-up = Añadir una
totp-another = Reemplazarla por otra
totp-remove = Quitarla
totp-scan = Haga que su aplicación de autenticación lea esta imagen y escriba los dígitos que muestra.
totp-picture = Imagen para la aplicación de autenticación
totp-open = Configurarla en una aplicación de este dispositivo
totp-by-hand = Sin cámara, escriba en la aplicación este secreto. Se muestra solo esta vez:
totp-confirm = Confirmar
totp-added = Su aplicación de autenticación está configurada.
totp-removed = Su aplicación de autenticación se ha quitado.
others-too = También tiene sesiones abiertas en otros navegadores. Si no reconoce alguno, cierre su sesión.

## Llaves de acceso
passkeys = Llaves de acceso
passkeys-hint = La huella, el rostro o un PIN en lugar de la contraseña y el mensaje.
passkeys-lede = Una llave de acceso se guarda en su teléfono, su computadora o una llave de seguridad. Usted inicia sesión con la huella, el rostro o el PIN que la desbloquea. Ninguna página falsa puede aprovecharla, y no hace falta ningún mensaje.
passkeys-count = { $count ->
    [0] No tiene ninguna llave de acceso
    [one] { $count } llave de acceso
    [many] { $count } llaves de acceso
   *[other] { $count } llaves de acceso
}
passkey-new = Una llave de acceso nueva
passkey-make = Crear una llave de acceso
passkey-name = Nombre
passkey-name-hint = Para distinguirla de las demás
passkey-made = Creada el { $when }.
passkey-used = Usada por última vez el { $when }
passkey-never-used = Aún sin usar
passkey-synced = Se sincroniza entre sus dispositivos.
passkey-rename = Cambiar el nombre
passkey-rename-save = Guardar el nombre
passkey-remove = Quitar
passkey-added = Su llave de acceso está lista. La próxima vez, inicie sesión con ella.
passkey-removed = La llave de acceso se ha quitado. También puede borrarla en su dispositivo.
passkey-renamed = El nombre se ha guardado.
passkey-known = Este dispositivo ya tiene una llave de acceso para su cuenta.
passkey-not-made = No se creó ninguna llave de acceso. Inténtelo de nuevo.
passkey-too-many = Tiene { $most ->
    [one] { $most } llave de acceso
    [many] { $most } llaves de acceso
   *[other] { $most } llaves de acceso
}, el máximo de una cuenta. Quite primero una de ellas.
passkey-last = Quien trabaja en la secretaría conserva una llave de acceso o una aplicación de autenticación. Cree primero otra llave o añada una aplicación de autenticación.
passkey-never = A este sitio se llega por un número y no por un nombre, así que ningún navegador crea llaves de acceso para él.
email-instead = ¿No puede abrir el buzón anterior? Su llave de acceso confirma en su lugar.

## Los datos propios y el cierre de la cuenta
data-title = Descargar mis datos
data-hint = Todo lo que se conserva sobre usted, en un archivo.
data-lede = Un archivo (JSON) con su cuenta, funciones, navegadores, tokens, registro, inscripciones y lo que escribió y no envió. Las contraseñas y los códigos de recuperación no están: no los conocemos.
data-button = Descargar
close-title = Cerrar mi cuenta
close-hint = Ya no podrá iniciar sesión; algunos datos permanecen.
close-lede = Ya no podrá iniciar sesión, y nadie puede volver a abrir la cuenta.
close-ends = Lo que termina
close-ends-what = Se cierra la sesión en todos los navegadores, dejan de valer todos los tokens y enlaces y se retiran sus funciones. Después de 30 días se olvidan su nombre, su dirección y su contraseña; a partir de entonces la dirección queda libre para una cuenta nueva.
close-stays = Lo que permanece
close-stays-what = Las inscripciones quedan en poder de las entidades convocantes de cada evento, que deben poder decir quién asistió. El registro de lo ocurrido permanece el tiempo que dicen sus reglas, sin su nombre.
close-word = CERRAR
close-label = Para cerrar la cuenta, escriba { $word }
close-wrong = Escriba { $word } para cerrar la cuenta, o salga de esta página
close-button = Cerrar mi cuenta
close-last-administrator = Usted es el último administrador. Asigne antes la función a otra persona.
closed-title = Su cuenta está cerrada
closed-lede = Se cerraron todas sus sesiones. Gracias por su participación.

## Un buzón perdido
letter-assisted-subject = Su cuenta va a recibir otra dirección
letter-assisted = Dos administradores de { $site } acordaron dar a su cuenta la dirección { $new }, porque se informó de que este buzón se había perdido.
letter-assisted-act = ¿Es un error? Abra este enlace y escriba una palabra; el cambio se detiene:
letter-assisted-button = Detener el cambio
letter-assisted-due = De lo contrario, la dirección cambia el { $time }.
notice-assisted = Su cuenta en { $site } tiene ahora esta dirección. Se cerraron todas las sesiones; elija una contraseña nueva para iniciar sesión.
stop-title = ¿Conservar esta dirección?
stop-lede = Su cuenta está a punto de recibir otra dirección. Aquí puede detenerlo.
stop-word = DETENER
stop-label = Para detener el cambio, escriba { $word }
stop-wrong = Escriba { $word } para detener el cambio, o cierre esta página
stop-button = Detener el cambio
stopped-title = El cambio se ha detenido
stopped-lede = Su cuenta conserva esta dirección. Comunique a la secretaría que usted todavía la lee.
event-assisted-asked = Un administrador pidió otra dirección: { $reason }
event-assisted-agreed = Un segundo administrador aceptó otra dirección: { $reason }
event-assisted-stopped = El cambio de dirección se detuvo desde el buzón anterior
event-assisted-done = Dos administradores cambiaron la dirección

## Códigos de recuperación
letter-merged-subject = Sus dos cuentas son ahora una sola
letter-merged = Un administrador de { $site } incorporó su cuenta { $merged } a su cuenta { $into }. Las inscripciones y las funciones pasaron con ella; ya nadie inicia sesión en { $merged }.
letter-merged-act = A partir de ahora, inicie sesión con { $into }:
letter-merged-button = Iniciar sesión
letter-merged-undo = ¿No son suyas las dos? Avise a la secretaría antes del { $time }. Hasta entonces se puede deshacer.
letter-unmerged-subject = Sus dos cuentas vuelven a estar separadas
letter-unmerged = Un administrador de { $site } deshizo la incorporación de { $merged } a { $into }. Lo que había pasado ha vuelto.
letter-unmerged-act = Inicie sesión con una u otra, como antes:
event-merged = Se incorporó a otra cuenta: { $reason }
event-merged-here = Otra cuenta se incorporó a esta: { $reason }
event-unmerged = Se deshizo la incorporación a otra cuenta
event-unmerged-here = Se deshizo la incorporación de otra cuenta a esta

## An organization's account
sign-in-with = Iniciar sesión con { $organization }
organization-down = { $organization } no responde en este momento, por lo que sus cuentas no permiten iniciar sesión. Su contraseña sigue sirviendo; también puede intentarlo de nuevo dentro de unos minutos.
organization-not = No ha iniciado sesión con una organización
organization-refused = { $organization } no inició su sesión. Puede intentarlo de nuevo o iniciar sesión con su contraseña.
organization-altered = Lo que volvió no pertenece a un inicio de sesión de este navegador: ya se usó, tardó más de diez minutos o se modificó en el camino. A su cuenta no le ha pasado nada.
organization-shut = Su cuenta de { $organization } se conoce aquí, pero la cuenta a la que pertenece no puede iniciar sesión. Consulte a la secretaría.
organization-taken = Esta cuenta de { $organization } pertenece aquí a otra cuenta. Desvincúlela primero de aquella o consulte a la secretaría.
organization-another = En { $organization } inició sesión con una cuenta que no está vinculada a la suya aquí.
offer-title = La cuenta de su organización es nueva aquí
offer-has = Según { $organization }, { $address } es su dirección, y aquí existe una cuenta con ella. Inicie sesión una vez en esa cuenta, con su contraseña.
offer-has-not = Según { $organization }, { $address } es su dirección. Aún no existe aquí una cuenta con ella: cree una; su nombre y su dirección ya estarán escritos.
offer-unknown = Ninguna cuenta de aquí está vinculada a la suya en { $organization }. Inicie sesión aquí una vez, con su contraseña, o cree una cuenta.
offer-then = Después le preguntaremos si las dos van juntas. A partir de entonces podrá iniciar sesión con su organización.
offer-sign-in = Iniciar sesión con la contraseña
join-title = ¿Van juntas las dos cuentas?
join-lede = Quien pueda iniciar sesión con esta cuenta de { $organization } podrá entonces iniciar sesión aquí en su nombre.
join-here = Su cuenta aquí
join-do = Vincularlas
join-not = Ahora no
organizations = La cuenta de su organización
organizations-hint = Iniciar sesión aquí con la cuenta de su organización.
organizations-lede = Con una cuenta vinculada de su organización, inicia sesión aquí sin la contraseña. Si su organización pide por sí misma dos pasos, tampoco hace falta un mensaje.
organizations-none = No hay ninguna vinculada.
organization-link = Vincular una cuenta de { $organization }
organization-linked = La cuenta está vinculada. A partir de ahora puede iniciar sesión con ella.
organization-unlinked = La cuenta está desvinculada. Nadie puede ya iniciar sesión aquí con ella.
organization-unlink = Desvincular
organization-since = Vinculada el { $when }
organization-used = Usada por última vez el { $when }
organization-unused = Aún no se ha usado
again-with = Demostrarlo con { $organization }
session-by-organization = Sesión iniciada con la cuenta de una organización, el { $when }
event-organization-ok = Inicio de sesión en { $issuer }
event-ended-by-organization = Cierre de sesión en { $issuer }, y por tanto aquí
event-organization-linked = Se vinculó la cuenta de una organización: { $issuer }
event-organization-unlinked = Se desvinculó la cuenta de una organización: { $issuer }
notice-organization-subject = Se vinculó a la suya la cuenta de una organización
notice-organization-linked = Se vinculó la cuenta de una organización a su cuenta en { $site }. Quien pueda iniciar sesión con ella puede iniciar sesión en su nombre.
notice-organization-off-subject = Se desvinculó de la suya la cuenta de una organización
notice-organization-unlinked = Se desvinculó la cuenta de una organización de su cuenta en { $site }. Nadie puede ya iniciar sesión con ella.
