## Анкета
register = Зарегистрироваться
registration = Регистрация
not-yet = Учетная запись у вас есть. Регистрация еще не завершена.
step-of = Шаг { $n } из { $total }
saved-at = сохранено в { $time }
steps = Шаги
done = Готово
now = Сейчас
to-do = Предстоит
last = В конце
step-you = О вас
step-delegation = Ваша делегация
step-papers = Фотография и документы
step-access = Условия доступности
step-check = Проверка и отправка
save-continue = Сохранить и продолжить
save-later = Сохранить и вернуться позже
saved-note = Сохранено. Возвращайтесь в любое время: ваши ответы хранятся здесь до окончания регистрации.
kept-note = Ваш сеанс завершился. Введенное вами восстановлено ниже: проверьте и сохраните.
closes-note = Регистрация закрывается { $date } в { $time } ({ $place }, { $offset }).
free-note = Регистрация бесплатна.

honorific = Обращение
honorific-hint = Если есть, например Е. П., д-р или г-жа
badge-name = Имя на пропуске
badge-name-hint = Так, как оно должно быть напечатано
position = Должность
position-hint = Так, как она должна быть напечатана, например «Генеральный директор, Департамент международного сотрудничества»

representation = Вы участвуете как
rep-member = Член или ассоциированный член
rep-observer-state = Государство-наблюдатель
rep-un-entity = Структура Организации Объединенных Наций
rep-igo = Межправительственная организация
rep-ngo = Неправительственная организация
rep-university = Университет или научно-исследовательский институт
rep-media = Средства массовой информации
rep-other = Иная категория, по приглашению
associate-member = Ассоциированный член
member-choice = Член, которого вы представляете
member-choice-hint = Для членов и ассоциированных членов, в английском порядке списка
member-none = Выберите из списка
organization = Организация, которую вы представляете
organization-hint = Для всех остальных: полное название или название государства-наблюдателя
role = Роль в делегации
role-head = Глава делегации
role-alternate = Заместитель
role-delegate = Делегат
role-adviser = Советник

photo = Фотография для пропуска
photo-hint = JPEG или PNG, до 8 МБ. Голова и плечи на однотонном фоне, без других людей. Здесь фотография будет уменьшена.
letter = Вербальная нота или письмо о назначении
letter-hint = PDF, до 10 МБ. Правительства направляют вербальную ноту, организации — письмо с датой и подписью.
papers-later = Этот шаг можно сохранить и без них и отправить заявку. Секретариат примет решение, когда получит и то и другое.
paper-received = Получено
paper-remove = Убрать
paper-replace = Чтобы заменить файл, выберите ниже другой.
photo-alt = Фотография: { $name }
papers-save = Сохранить файлы
papers-saved = Файлы переданы в секретариат.

access-lede = Если что-то вам не нужно, оставьте пустым. Эти ответы видят только те, кто готовит место проведения.
access-needs = Что мне нужно на месте проведения
need-wheelchair = Место для кресла-коляски, проход без ступеней
need-support-person = Место для сопровождающего лица
need-assistance-dog = Проход с собакой-помощником
need-captioning = Субтитры к выступлениям
need-sign-language = Перевод на жестовый язык
diet = Питание
diet-hint = Например, вегетарианское, халяль, аллергия
other-needs = Что-либо еще
other-needs-hint = Например, комната для молитвы или кормления, место, занятое заранее
none = Нет

check-lede = Проверьте свои ответы. После отправки решение принимает секретариат; фотографию и письмо можно добавить и потом.
change = Изменить
not-given = Не указано
missing-photo = Фотографии пока нет. Можно отправить заявку без нее и добавить ее позже.
missing-letter = Ноты или письма пока нет. Можно отправить заявку без них и добавить их позже.
missing-step = До отправки завершите этот шаг: { $step }
send = Отправить заявку
sent-note = Ваша заявка отправлена. Письмо с подтверждением направляется на адрес { $email }.

## Закрыто
closed-title = Регистрация закрыта
closed-since = Регистрация на это мероприятие закрыта { $date } в { $time } ({ $place }, { $offset }).
closed-never = Регистрации на это мероприятие нет.
closed-ask = Если вам все же необходимо участвовать, напишите в секретариат.
back-to-event = Назад к мероприятию

## Что не так в записи
error-heading = Обнаружена ошибка
error-word = Ошибка:
wrong-long = { $n ->
    [one] Не более { $n } знака.
    [few] Не более { $n } знаков.
    [many] Не более { $n } знаков.
   *[other] Не более { $n } знаков.
}
wrong-signs = В тексте были знаки, которые нельзя напечатать. Они удалены: проверьте текст и сохраните снова.
wrong-name = Укажите имя так, как оно должно быть напечатано на пропуске.
wrong-position = Укажите свою должность.
wrong-representation = Выберите, в каком качестве вы участвуете.
wrong-member = Выберите из списка члена, которого вы представляете.
wrong-organization = Укажите название организации, которую вы представляете.
wrong-role = Выберите свою роль в делегации.
wrong-photo = Этот файл — не изображение JPEG или PNG. Выберите другой.
wrong-photo-large = Это изображение больше 8 МБ. Выберите изображение поменьше.
wrong-photo-small = Изображение слишком мало, лица не разглядеть. Выберите изображение побольше, не менее 100 пикселей по каждой стороне.
wrong-photo-broken = Прочитать это изображение не удается. Сохраните его заново как JPEG или PNG и выберите еще раз.
wrong-letter = Этот файл — не PDF. Выберите другой.
wrong-letter-large = Этот файл больше 10 МБ. Выберите файл поменьше.
wrong-letter-broken = Этот файл PDF неполон. Сохраните его заново и выберите еще раз.
wrong-already-sent = Ваша заявка уже отправлена; изменить этот ответ здесь больше нельзя. Напишите в секретариат.

## Моя регистрация
my-title = Моя заявка
my-number = Номер { $number }
my-none = Вы не зарегистрированы на это мероприятие.
my-continue = Продолжить регистрацию
my-start = Зарегистрироваться
my-again = Зарегистрироваться снова
my-answers = Мои ответы
my-papers-add = Добавить или заменить фотографию и письмо
status = Статус
state-draft = Черновик
state-pending = На рассмотрении в секретариате
state-accredited = Аккредитация предоставлена
state-declined = Отклонена
state-withdrawn = Отозвана
track-received = Заявка получена
track-secretariat = На рассмотрении в секретариате
track-secretariat-since = с { $when }; обычно три рабочих дня
track-secretariat-done = до { $when }
track-next = Следующий шаг за секретариатом. От вас ничего не требуется.
track-next-papers = Следующий шаг за секретариатом. Добавьте недостающее: { $what }.
track-decided = Решение
track-decided-later = придет по электронной почте
track-accredited = Аккредитация предоставлена
track-declined = Заявка отклонена
track-withdrawn = Заявка отозвана вами
track-badge = Пропуск
track-badge-later = будет позже, после аккредитации
decline-heading = Причина
decline-ask = Если вы считаете, что это ошибка, напишите в секретариат:
calendar-add = Добавить в календарь
withdraw = Отозвать заявку
withdraw-title = Отозвать вашу заявку?
withdraw-what = Секретариат узнает об этом, и вас не будут ждать. Пока регистрация открыта, можно зарегистрироваться снова.
withdraw-yes = Да, отозвать
withdraw-no = Нет, оставить
times-of = Указано местное время: { $place } ({ $offset }).
withdrawn-note = Ваша заявка отозвана.
withdraw-nothing = Отзывать нечего: по вашей заявке уже принято решение, или она уже отозвана.
withdraw-over = Мероприятие прошло; отозвать заявку нельзя.
panel-state = Ваша заявка: { $state }
panel-see = Открыть мою заявку
panel-continue = Продолжить регистрацию

## Кабинет секретариата
desk-title = Кабинет секретариата
desk-lede = Что ждет вашего внимания.
desk-waiting = { $count ->
    [0] Решения никто не ждет.
    [one] { $count } человек ждет решения.
    [few] { $count } человека ждут решения.
    [many] { $count } человек ждут решения.
   *[other] { $count } человек ждут решения.
}
desk-decide = Рассмотреть
desk-nothing = Регистрации пока нет ни на одно мероприятие.
accreditation = Аккредитация
registrations = Заявки
views = Сохраненные подборки
view-pending = На рассмотрении
view-accredited = Аккредитованные
view-declined = Отклоненные
view-withdrawn = Отозванные
event = Мероприятие
filter-text = Имя, делегация, электронная почта или номер
filter-more = Другие условия
filter-check = Проверка
filter-any = Любая
filter = Отобрать
filter-clear = Показать все
table-pending = { $count ->
    [one] { $count } заявка на рассмотрении, сначала более ранние.
    [few] { $count } заявки на рассмотрении, сначала более ранние.
    [many] { $count } заявок на рассмотрении, сначала более ранние.
   *[other] { $count } заявок на рассмотрении, сначала более ранние.
}
table-count = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
    [many] { $count } заявок
   *[other] { $count } заявок
}
table-keys = В таблице:
table-key-move = перейти,
table-key-select = отметить,
table-key-open = открыть.
col-name = Имя
col-delegation = Делегация
col-role = Роль
col-representation = Категория участия
col-check = Проверка
col-waiting = Ожидание
col-received = Получена
col-number = Номер
check-complete = Все есть
check-no-photo = Нет фотографии
check-no-letter = Нет письма
check-duplicate = Возможный повтор
waiting-today = сегодня
waiting-days = { $count } дн.
select-all = Отметить всех на этой странице
select-one = Отметить: { $name }
selected = отмечено
accredit = Аккредитовать
decline = Отклонить
none-selected = Отметьте хотя бы одного человека.
queue-empty = Здесь пусто.
queue-empty-filter = По этим условиям ничего не найдено.
page-of = Страница { $n } из { $total }
page-next = Следующая страница
page-previous = Предыдущая страница
report-done = { $count ->
    [one] Аккредитован { $count } человек.
    [few] Аккредитованы { $count } человека.
    [many] Аккредитовано { $count } человек.
   *[other] Аккредитовано { $count } человек.
}
report-skipped = { $count ->
    [one] Пропущена { $count } заявка:
    [few] Пропущены { $count } заявки:
    [many] Пропущено { $count } заявок:
   *[other] Пропущено { $count } заявок:
}
report-line = { $name }: { $why }
sample-data = Условные данные
detail-next = Следующая
detail-previous = Предыдущая
detail-back = Назад к списку
detail-person = Участник
detail-email = Электронная почта учетной записи
detail-papers = Фотография и письмо
detail-letter-open = Открыть письмо
detail-same = То же имя на этом мероприятии
detail-story = История заявки
detail-decision = Решение
move-pending = Заявка отправлена. Кем: { $name }
move-accredited = Аккредитация предоставлена. Кем: { $name }
move-declined = Заявка отклонена. Кем: { $name }
move-withdrawn = Заявка отозвана. Кем: { $name }
decline-title = Отклонить эту заявку
decline-reason = Причина
decline-reason-none = Выберите причину
decline-words = Пояснение для участника
decline-words-hint = Его прочтут в письме и на странице заявки. Пишите на языке участника: { $language }.
reason-no-nomination = Член или организация не назначали это лицо
reason-papers = Фотографии или письма нет, или они неразборчивы
reason-representation = Мероприятие не открыто для этой категории участия
reason-places = Все места делегации заняты
reason-duplicate = Это лицо уже зарегистрировано
reason-other = Другая причина
wrong-reason = Выберите причину.
wrong-words = Объясните причину участнику хотя бы в нескольких словах.
already-decided = Решение уже принято ({ $name }, { $when }): { $state }.
already-withdrawn = Заявка отозвана участником { $when }.
unknown-request = На этом мероприятии такой заявки нет.
decided-note = { $name }: { $state }. Письмо отправляется.

## Письма
mail-hello = Здравствуйте, { $name }!
mail-received-subject = Ваша заявка получена
mail-received-fact = Ваша заявка на участие получена: { $event }. Номер заявки: { $number }.
mail-received-next = Теперь решение принимает секретариат, обычно в течение трех рабочих дней. Вы узнаете о нем по электронной почте.
mail-received-photo = Не хватает вашей фотографии. Добавьте ее на своей странице.
mail-received-letter = Не хватает вербальной ноты или письма о назначении. Добавьте ноту или письмо на своей странице.
mail-see = Открыть мою заявку
mail-accredited-subject = Аккредитация предоставлена
mail-accredited-fact = Вам предоставлена аккредитация на мероприятие: { $event }. Ваш номер: { $number }.
mail-accredited-when = { $dates }, { $place }
mail-accredited-calendar = Приглашение, приложенное к этому письму, внесет мероприятие в ваш календарь.
mail-accredited-badge = Пропуск вы получите позже. Возьмите с собой документ с фотографией.
mail-declined-subject = Ваша заявка отклонена
mail-declined-fact = Ваша заявка на участие отклонена: { $event } ({ $number }).
mail-declined-reason = Причина: { $reason }.
mail-declined-ask = Если вы считаете, что это ошибка, или у вас есть вопрос, напишите по адресу { $email }.
mail-withdrawn-subject = Ваша заявка отозвана
mail-withdrawn-fact = По вашей просьбе заявка на участие отозвана: { $event } ({ $number }).
mail-withdrawn-calendar = Мероприятие удалено из вашего календаря.
mail-withdrawn-again = Пока регистрация открыта, можно зарегистрироваться снова.
mail-foot = Вы получили это письмо, потому что этот адрес был указан при регистрации. Регистрация бесплатна: никому за нее не платите.
scope-registrations-write = Регистрировать вас на мероприятия и отзывать заявки
scope-desk = Просматривать заявки в кабинете секретариата и принимать по ним решения

## Two accounts of one person
merged-registration = Заявка: { $event } ({ $state })
