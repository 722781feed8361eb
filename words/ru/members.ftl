## Список членов
members = Члены
members-count = { $count ->
    [one] { $count } член или ассоциированный член
    [few] { $count } члена и ассоциированных члена
    [many] { $count } членов и ассоциированных членов
   *[other] { $count } членов и ассоциированных членов
}
members-about = Члены и ассоциированные члены созывающего органа в едином списке по английскому алфавиту.
members-none = Члены пока не внесены.
associate-member = Ассоциированный член
member = Член
member-non-regional = Нерегиональный член
associate-note = Ассоциированные члены отмечены.

## Один член
subregion = Субрегион
subregion-enea = Восточная и Северо-Восточная Азия
subregion-nca = Северная и Центральная Азия
subregion-pac = Тихоокеанский субрегион
subregion-sswa = Южная и Юго-Западная Азия
subregion-sea = Юго-Восточная Азия
subregion-nonreg = Вне региона
membership = Членство
member-organizations = Организации по сотрудничеству в целях развития
member-organizations-none = Член пока не подтвердил ни одной организации.
all-members = Все члены
member-description = { $name }: организации по сотрудничеству в целях развития.

## Одна организация
kind = Вид
kind-agency = Агентство
kind-ministry = Министерство
kind-ministry-unit = Подразделение министерства
kind-programme = Программа
kind-fund = Фонд
kind-council = Совет
kind-dfi = Учреждение по финансированию развития
kind-un-entity = Структура Организации Объединенных Наций
kind-igo = Межправительственная организация
kind-ngo = Неправительственная организация
kind-university = Университет
kind-other = Организация
organization-member = Член
acronym = Сокращение
parent-body = Вышестоящий орган
since = Год создания
website = Веб-сайт
