title = القاعة «الكبرى»
type = النوع
greeting = مرحباً، { $name }
seats = { $count ->
    [zero] لم يبق أي مقعد
    [one] بقي مقعد واحد
    [two] بقي مقعدان
    [few] بقيت { $count } مقاعد
    [many] بقي { $count } مقعداً
   *[other] بقي { $count } مقعد
}
place = { $kind ->
    [online] عن بُعد
    [hybrid] في { $city } وعن بُعد
   *[other] في { $city }
}
braces = { "{" } { $name } { "}" } ولا شيء غير ذلك
two = حجز { $name } { $count ->
    [zero] لا شيء
    [one] مقعداً واحداً
    [two] مقعدين
    [few] { $count } مقاعد
    [many] { $count } مقعداً
   *[other] { $count } مقعد
} من أصل { $n }.
lines =
    السطر الأول
    ثم الثاني.
