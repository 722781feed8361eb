people = Personas y funciones
people-hint = Una función abre la oficina de la secretaría o una de sus tareas. Surte efecto de inmediato.
name = Nombre
email = Correo electrónico
password = Contraseña
password-hint = 8 caracteres o más
role = Función
give-role = Asignar esta función
take-role = Retirar
problem = Hay un problema
name-wrong = Escriba el nombre, de 200 caracteres como máximo
email-wrong = Escriba una dirección de correo electrónico, por ejemplo nombre@ministerio.example
email-known = Esta dirección ya tiene una cuenta. Use otra.
no-account = Ninguna cuenta tiene esta dirección. La persona debe crear una primero.
last-administrator = El último administrador permanece: asigne antes la función a otra persona.
begin = Crear la cuenta del administrador
begin-words = Este sitio aún no tiene administrador. El enlace que abrió crea uno, una sola vez.
create-account = Crear la cuenta
role-administrator = Administrador o administradora
role-officer = Personal de la secretaría
role-registrar = Responsable de inscripciones
role-focal-point = Punto focal
role-contributor = Colaborador o colaboradora
role-provider = Responsable de un proveedor
role-chair = Presidencia de un grupo de trabajo
role-delegate = Delegado o delegada
people-count = { $count ->
    [one] { $count } función asignada
   *[other] { $count } funciones asignadas
}
scope-roles = Ver quién tiene qué función, asignar funciones y retirarlas
scope-accounts = Ver todas las cuentas y el registro, cerrar sesiones de otras personas y decidir quién puede iniciar sesión
accounts = Cuentas
accounts-hint = Todas las personas que pueden iniciar sesión. Busque a alguien por nombre o dirección.
accounts-search = Nombre o correo electrónico
accounts-none = Nadie tiene este nombre ni esta dirección.
accounts-first = { $count ->
    [one] { $count } cuenta
   *[other] { $count } cuentas, 100 como máximo
}
account-state = Estado
account-active = Activa
account-disabled = No puede iniciar sesión
account-unconfirmed = Dirección aún sin confirmar
account-browsers = { $count ->
    [0] Sin sesiones abiertas
    [one] Sesión abierta en { $count } navegador
   *[other] Sesión abierta en { $count } navegadores
}
account-seen = Último uso: { $when }
account-end-sessions = Cerrar todas las sesiones
account-log = Lo que ocurrió con esta cuenta
account-disable = No permitir más el inicio de sesión
account-disable-hint = Se cierran de inmediato todas sus sesiones, y sus tokens y enlaces dejan de valer. Se puede volver a permitir.
account-enable = Volver a permitir el inicio de sesión
account-enable-hint = La persona inicia sesión con la contraseña y un mensaje, como antes.
account-done = Hecho.
audit = Registro
audit-hint = Lo que ocurrió con las cuentas: nada en él se puede modificar, y no contiene contraseñas, enlaces ni códigos.
audit-kind = Tipo
audit-any = Todos
audit-address = Dirección de Internet
audit-from = Desde
audit-until = Hasta
audit-filter = Mostrar
audit-clear = Mostrar todo
audit-none = No hay ninguna línea así.
audit-newest = Primero lo más reciente
audit-when = Cuándo
audit-what = Qué
audit-whom = Sobre quién
audit-who = Quién
audit-whence = Desde dónde
audit-older = Más antiguo
audit-kept = Cuánto tiempo se conserva
audit-kept-hint = Por cada tipo: los días que se conserva una línea, y los días que se conservan la dirección y el navegador de los que vino.
audit-days = Días
audit-address-days = Días de la dirección
audit-set = Fijar
audit-is-set = Fijado.
audit-days-wrong = Indique de 1 a 36 500 días
assisted = El buzón se ha perdido
assisted-hint = Para una persona que ya no puede leer la dirección anterior y a quien usted conoce. Un segundo administrador debe dar su acuerdo; después, la dirección anterior tiene un día para impedirlo. Nadie ve ni fija una contraseña.
assisted-email = Nueva dirección de correo electrónico
assisted-reason = Motivo
assisted-reason-hint = Cómo sabe que es la persona. Queda en el registro.
assisted-reason-wrong = Explique el motivo, en 500 caracteres como máximo
assisted-ask = Pedir el cambio
assisted-asked = { $name } pidió dar a esta cuenta la dirección { $email }.
assisted-second = Un segundo administrador debe dar su acuerdo.
assisted-agree = Dar mi acuerdo
assisted-due = Acordado. La dirección cambia el { $time }, salvo que se detenga desde el buzón anterior.
kind-sign-in = Inicios de sesión
kind-session = Navegadores
kind-console-link = Enlaces del servidor
kind-token = Tokens de acceso
kind-account = Cuentas
kind-role = Funciones
kind-other = Todo lo demás
mail = Correo
mail-hint = Desde qué dirección llegan los mensajes, si salen y si se les da crédito.
mail-from = Los mensajes llegan desde { $address }.
mail-foreign = Esa no es una dirección de { $host }: los servidores de correo preguntarán al propietario de su dominio si este sitio puede usarla.
mail-waiting = { $count ->
    [0] Ningún mensaje espera la entrega.
    [one] { $count } mensaje espera la entrega.
   *[other] { $count } mensajes esperan la entrega.
}
mail-test = Mensaje de prueba
mail-test-hint = Sigue el camino de todos los mensajes. Aquí se muestra lo que respondió el servidor de correo; si se le dio crédito consta en el propio mensaje.
mail-test-send = Enviar un mensaje de prueba a { $address }
mail-test-waiting = El mensaje de prueba del { $time } espera la entrega. Intentos hasta ahora: { $tries }.
mail-test-sent = Nuestro servidor de correo aceptó el mensaje de prueba el { $time }. Búsquelo en el buzón { $address } y en su correo no deseado.
mail-test-refused = El mensaje de prueba se rechazó de forma definitiva el { $time }.
mail-said = La respuesta fue:
mail-look-again = Volver a mirar
mail-test-subject = Mensaje de prueba de { $site }
mail-test-fact = Este mensaje se pidió en la oficina de la secretaría de { $site }. Si lo lee, los mensajes llegan.
mail-test-source = Busque en su código fuente la línea “Authentication-Results”: spf, dkim y dmarc deben decir “pass” cada uno.
mail-test-spam = Si estaba en el correo no deseado, o si uno de los tres no dice “pass”, la página de la guía sobre el correo indica qué configurar.
merge = Fusionar con otra cuenta de la misma persona
merge-hint = Para una persona que tiene dos cuentas. Esta termina, y sus inscripciones y funciones pasan a la otra. Se puede deshacer durante siete días.
merge-into = Dirección de la cuenta que permanece
merge-look = Mostrar lo que ocurriría
merge-nobody = Ninguna cuenta tiene esta dirección
merge-same = Esta es la misma cuenta. Escriba la dirección de la otra.
merge-own = Nadie fusiona su propia cuenta: lo hace otro administrador.
merge-not-now = Debe estar permitido iniciar sesión en ambas, la dirección de la cuenta que permanece debe estar confirmada y no debe haber ningún cambio de dirección en curso
merge-ends = Esta cuenta termina:
merge-stays = Esta cuenta permanece:
merge-goes = { $count ->
    [0] Nada pasa a la cuenta que permanece
    [one] { $count } elemento pasa a la cuenta que permanece
   *[other] { $count } elementos pasan a la cuenta que permanece
}
merge-both = { $count ->
    [one] Ambas cuentas tienen este elemento
   *[other] Ambas cuentas tienen estos { $count } elementos
}
merge-both-hint = Vale lo que tiene la cuenta que permanece. Lo otro queda, sin cambios, en la cuenta que termina; una inscripción que está dos veces se puede denegar como duplicado.
merge-then = Se cierran de inmediato todas las sesiones de la cuenta que termina, sus enlaces y tokens dejan de valer y su contraseña ya no abre nada. Las contraseñas y todo lo demás que demuestra la identidad de alguien no pasan a la otra. Ambas direcciones reciben un mensaje.
merge-reason-hint = Cómo sabe que ambas son de la misma persona. Queda en el registro, y la persona lo lee.
merge-reason-wrong = Explique el motivo, en 500 caracteres como máximo
merge-do = Fusionar las dos cuentas
merge-leave = Dejar ambas como están
merge-done = Dos cuentas fusionadas en una
merge-ended = { $name } incorporó esta cuenta a { $email } el { $time }.
merge-came = { $name } incorporó la cuenta { $email } a esta el { $time }.
merge-undo-until = Se puede deshacer hasta el { $time }: lo que vino de allí vuelve, y no se inicia ninguna sesión.
merge-undo = Deshacer la fusión
merged-role = Función: { $role }
merged-role-at = Función en un evento: { $role }
mail-trouble-letters = Los mensajes no salen, o salen tarde, desde el { $time }.
mail-trouble-relay = Un servidor de correo no acepta mensajes desde el { $time }; salen por otro.
mail-relays = Por dónde salen los mensajes
mail-relay-well = acepta mensajes.
mail-relay-ails = no aceptó el último mensaje.
mail-relay-down = no acepta ninguno; cada 30 segundos se prueba si ha vuelto.
mail-test-code = Escriba este código en la página «Segundo paso» del escritorio, y se sabrá que los mensajes vuelven: { $code }
second-step = Segundo paso
second-step-hint = Con qué entra una persona después de su contraseña. Siempre se pide un segundo paso.
second-step-any = Sirve un mensaje, una aplicación de autenticación o un código de recuperación.
second-step-letter = Desde el { $time } solo sirve el mensaje. Una llave de acceso entra sin contraseña ni mensaje.
second-step-on = Aceptar solo el mensaje
second-step-off = Aceptar también otros segundos pasos
second-step-needs = Puede activarse cuando un mensaje de prueba ha vuelto en el último día y un administrador tiene una llave de acceso: así nadie queda fuera si el correo falla.
second-step-back = Un mensaje de prueba volvió el { $time }.
second-step-not-back = Ningún mensaje de prueba ha vuelto en el último día. Envíe uno desde la página del correo, léalo y escriba aquí su código.
second-step-passkeys = { $count ->
    [0] Ningún administrador tiene una llave de acceso. Añada una en la página de su cuenta.
    [one] { $count } administrador tiene una llave de acceso.
   *[other] { $count } administradores tienen una llave de acceso.
}
second-step-code = Código del mensaje de prueba
second-step-came = Ha vuelto
second-step-code-wrong = Ese no es el código de su último mensaje de prueba.
