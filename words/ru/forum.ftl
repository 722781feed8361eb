## Списки
home-description = { $series }: сессии, программа, документы, регистрация.
home-empty = Мероприятия пока не опубликованы.
see-programme = Смотреть программу
open-now = Сейчас открыто
registration-of = Регистрация: { $event }
registration-word = Регистрация
events = Мероприятия
events-coming = Предстоящие
events-past = Прошедшие
events-none = Мероприятий пока нет.
events-description = Все мероприятия с датами и календарь, на который можно подписаться.
all-events = Все мероприятия
all-events-ics = Все мероприятия (.ics)
editions = Сессии
editions-none = Ни одна сессия пока не опубликована.
about-series = О серии
edition-nth = { $n ->
    [1] Первая сессия
    [2] Вторая сессия
    [3] Третья сессия
    [4] Четвертая сессия
    [5] Пятая сессия
    [6] Шестая сессия
    [7] Седьмая сессия
    [8] Восьмая сессия
   *[other] { $n }-я сессия
}
kind-edition = Сессия
kind-round-table = Круглый стол
kind-side-event = Параллельное мероприятие
kind-meeting = Совещание
kind-exhibition = Выставка
kind-other = Мероприятие
status-draft = Черновик
status-published = Опубликовано
status-postponed = Перенесено
status-cancelled = Отменено
one-day-of = Один из дней периода { $range }; какой именно, не указано.

## Мероприятие
dates = Даты
place = Место
format = Формат
format-in-person = Очный
format-online = Онлайновый
format-hybrid = Очный и онлайновый
interpretation = Устный перевод
theme = Тема
conveners = Организаторы
add-to-calendar = Добавить в календарь
calendar-subscribe = Подписаться (обновляется само)
calendar-file = Файл календаря (.ics)
calendar-google = Календарь Google
calendar-outlook = Календарь Outlook
registration-closes = Регистрация закрывается { $date } в { $time } ({ $place }, { $offset })
registration-closed = Регистрация закрыта { $date }
registration-closes-label = Окончание регистрации
on-this-page = На этой странице
about = О мероприятии
objectives = Цели
key-dates = Основные даты
programme = Программа
programme-full = Программа на отдельной странице
programme-none = Программа пока не опубликована.
programme-days = Дни
documents = Документы
documents-none = Документов пока нет.
all-documents = Все документы
venue = Место проведения
venue-place = { $venue }, { $city }
contact = Контакты
contact-secretariat = Секретариат Форума
associated = Сопутствующие мероприятия
tie-within = Проводится в рамках мероприятия
tie-around = Проводится в его рамках
tie-prepared-by = Подготовительное мероприятие
tie-prepares = Подготовка к мероприятию
cancelled-note = Это мероприятие отменено.
postponed-note = Это мероприятие перенесено. Новая дата не назначена.
draft-note = Это черновик. Страницу видит только секретариат.
sample-data = Условные данные
sample-note = Все, что помечено «Условные данные», придумано для этой демонстрации.
sample-times = Время заседаний и срок регистрации — условные данные.
original-only = Текст приведен на языке оригинала ({ $language }); перевода пока нет.
event-description = { $title }, { $dates }.

## Время
show-times-in = Показывать время
event-time = Время мероприятия ({ $place })
my-time = Мое время
times-shown = Показано время:
times-are = Указано местное время: { $place } ({ $offset }).
other-zone = Показать в другом часовом поясе
other-zone-label = Часовой пояс
other-zone-show = Показать
zone-unknown = Этот часовой пояс неизвестен.

## Программа
session-plenary = Пленарное заседание
session-panel = Групповое обсуждение
session-round-table = Круглый стол
session-working-group = Рабочая группа
session-arrival = Прибытие участников
session-social = Прием
session-closed = Закрытое заседание
session-pause = Перерыв
role-chair = Председатель: { $name }
role-moderator = Модератор: { $name }
role-keynote = Основное выступление: { $name }
role-speaker = Выступление: { $name }
role-panellist = Участие в обсуждении: { $name }
role-rapporteur = Докладчик: { $name }
role-host = Принимающая сторона: { $name }

## Документы
read-document = Читать на этой странице
for-participants = Для зарегистрированных участников
sign-in-to-read = Войти, чтобы прочитать
not-issued = Еще не издан
download = Скачать

## Участники
participants = Участники
participants-later = Список участников пока не опубликован. Он появится здесь после аккредитации; делегации будут указаны в порядке списка членов.

## Кабинет секретариата: мероприятия
desk-events = Мероприятия
desk-events-hint = Все мероприятия и их страницы. Черновик виден только в кабинете секретариата.
new-event = Новое мероприятие
edit-event = Изменить мероприятие
desk-event-count = { $count ->
    [one] { $count } мероприятие
    [few] { $count } мероприятия
    [many] { $count } мероприятий
   *[other] { $count } мероприятий
}
col-title = Название
col-dates = Даты
col-status = Статус
col-kind = Вид
view-page = Открыть страницу
save = Сохранить
create-event = Создать мероприятие
saved = Сохранено. Календари с подпиской обновятся.
field-slug = Адрес
field-slug-hint = Строчные латинские буквы, цифры и дефисы; адрес страницы — /e/ и это слово.
field-kind = Вид
field-status = Статус
field-series = Серия
field-series-none = Нет
field-edition = Номер сессии
field-edition-hint = Только для сессии, входящей в серию.
field-language = Язык этих текстов
field-language-hint = Тексты на других языках не изменятся.
field-title = Название
field-theme = Тема
field-lede = Одним предложением
field-about = Описание
field-about-hint = Между абзацами оставляйте пустую строку.
field-objectives = Цели
field-objectives-hint = По одной в строке.
field-venue = Место проведения
field-city = Город
field-zone = Часовой пояс
field-zone-hint = Как в списке IANA, например Asia/Bangkok.
field-starts = Начало
field-starts-hint = По местному времени мероприятия.
field-ends = Окончание
field-known = Что известно
known-time = Дни и время
known-day = Только дни
known-within = Один из этих дней, какой именно, не указано
field-format = Формат
field-format-none = Неизвестен
field-host = Принимающая сторона
field-host-none = Нет
field-interpretation = Языки устного перевода
field-interpretation-hint = Если языки неизвестны, ничего не отмечайте: на странице их не будет.
field-contact = Электронная почта секретариата
field-closes = Окончание регистрации
field-closes-hint = По местному времени мероприятия. Если регистрации нет, оставьте поле пустым.
texts-heading = Тексты
when-heading = Когда и где
registration-heading = Регистрация и контакты

## Кабинет секретариата: программа
session-add = Добавить заседание
session-edit = Изменить заседание
session-remove = Удалить заседание
session-remove-question = Удалить это заседание из программы?
session-day = День
session-from = С
session-to = До
session-title = Название
session-about = Описание
session-room = Зал
session-kind = Вид
session-saved = Программа изменена.
session-removed = Заседание удалено.
back-to-event = Назад к мероприятию

## Что не так в записи
wrong-slug = Используйте строчные латинские буквы, цифры и дефисы, не менее двух знаков.
wrong-slug-taken = Этот адрес уже занят другим мероприятием.
wrong-choice = Выберите из списка.
wrong-required = Укажите: { $what }.
wrong-long = { $n ->
    [one] Не более { $n } знака.
    [few] Не более { $n } знаков.
    [many] Не более { $n } знаков.
   *[other] Не более { $n } знаков.
}
wrong-zone = Этот часовой пояс неизвестен. Укажите его в виде Asia/Bangkok.
wrong-datetime = Таких даты и времени не существует. Укажите их в виде 2022-09-13T09:00.
wrong-date = Такой даты не существует.
wrong-time = Укажите время, например 09:30.
wrong-order = Окончание раньше начала.
wrong-skipped = В этот день часы переводят вперед, и такого времени нет. Часовой пояс: { $zone }.
wrong-edition = Укажите номер не меньше 1 и выберите серию.
wrong-edition-only = Серия и номер бывают только у сессии.
wrong-edition-taken = В этой серии такая сессия уже есть.
wrong-email = Укажите адрес электронной почты, например name@example.org.
wrong-outside = Этот день не входит в дни мероприятия.
stale-note = Тем временем это мероприятие изменил другой пользователь. Ваши записи приведены ниже; проверьте их и сохраните снова.
what-title = название
what-starts = начало
what-ends = окончание
what-day = день
error-heading = Обнаружена ошибка
wrong-encoding = Некоторые буквы прочитать не удалось. Проверьте их и отправьте снова.
wrong-signs = Некоторые знаки сохранить нельзя, они удалены. Проверьте текст и отправьте снова.
scope-events-write = Изменять мероприятия и их программу
