people = الأشخاص والأدوار
people-hint = يفتح الدور المكتب أو إحدى مهامه، ويسري فورا.
name = الاسم
email = البريد الإلكتروني
password = كلمة المرور
password-hint = 8 أحرف أو أكثر
role = الدور
give-role = منح هذا الدور
take-role = سحب
problem = هناك مشكلة
name-wrong = أدخلوا الاسم بما لا يزيد على 200 حرف
email-wrong = أدخلوا عنوان بريد إلكتروني مثل name@ministry.example
email-known = لهذا العنوان حساب بالفعل. استخدموا عنوانا آخر.
no-account = لا يوجد حساب بهذا العنوان. على الشخص أن ينشئ حسابا أولا.
last-administrator = يبقى آخر مدير: امنحوا الدور لشخص آخر أولا.
begin = إنشاء حساب المدير
begin-words = لا يوجد مدير لهذا الموقع بعد. الرابط الذي فتحتموه ينشئ مديرا مرة واحدة.
create-account = إنشاء الحساب
role-administrator = مدير
role-officer = موظف الأمانة
role-registrar = مسؤول التسجيل
role-focal-point = جهة الاتصال
role-contributor = مساهم
role-provider = موظف الجهة المقدِّمة
role-chair = رئيس فريق عامل
role-delegate = مندوب
people-count = { $count ->
    [zero] لم يُمنح أي دور
    [one] مُنح دور واحد
    [two] مُنح دوران
    [few] مُنحت { $count } أدوار
    [many] مُنح { $count } دورا
   *[other] مُنح { $count } دور
}
scope-roles = الاطلاع على الأدوار ومنحها وسحبها
