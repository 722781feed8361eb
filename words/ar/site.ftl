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
scope-accounts = الاطلاع على جميع الحسابات والسجل، وإنهاء جلسات الأشخاص، وتحديد من يمكنه تسجيل الدخول
accounts = الحسابات
accounts-hint = كل من يستطيع تسجيل الدخول. ابحثوا عن شخص باسمه أو عنوانه.
accounts-search = الاسم أو العنوان
accounts-none = لا أحد بهذا الاسم أو العنوان.
accounts-first = { $count ->
    [zero] لا حساب
    [one] حساب واحد
    [two] حسابان
    [few] { $count } حسابات
    [many] { $count } حساباً
   *[other] { $count } حساب
}، و100 على الأكثر
account-state = الحالة
account-active = نشط
account-disabled = لا يستطيع تسجيل الدخول
account-unconfirmed = لم يُؤكَّد العنوان بعد
account-browsers = { $count ->
    [zero] لا دخول مفتوح
    [one] الدخول مفتوح في متصفح واحد
    [two] الدخول مفتوح في متصفحين
    [few] الدخول مفتوح في { $count } متصفحات
    [many] الدخول مفتوح في { $count } متصفحاً
   *[other] الدخول مفتوح في { $count } متصفح
}
account-seen = آخر استعمال { $when }
account-end-sessions = إنهاء الدخول في كل مكان
account-log = ما جرى لهذا الحساب
account-disable = منع تسجيل الدخول إليه
account-disable-hint = يُنهى الدخول إليه في كل مكان فوراً وتنتهي رموزه وروابطه. ويمكن السماح به من جديد.
account-enable = السماح بتسجيل الدخول من جديد
account-enable-hint = يسجّل صاحبه الدخول بكلمة المرور وبرسالة كما كان.
account-done = تم.
audit = السجل
audit-hint = ما جرى للحسابات: لا يمكن تغيير شيء فيه، وليست فيه كلمة مرور ولا رابط ولا رمز.
audit-kind = النوع
audit-any = الكل
audit-address = عنوان الإنترنت
audit-from = من
audit-until = إلى
audit-filter = عرض
audit-clear = عرض الكل
audit-none = لا يوجد سطر كهذا.
audit-newest = الأحدث أولاً
audit-when = متى
audit-what = ماذا
audit-whom = على من
audit-who = من
audit-whence = من أين
audit-older = الأقدم
audit-kept = مدة الحفظ
audit-kept-hint = لكل نوع: أيام حفظ السطر، وأيام حفظ العنوان والمتصفح اللذين جاء منهما.
audit-days = الأيام
audit-address-days = أيام العنوان
audit-set = تحديد
audit-is-set = تم التحديد.
audit-days-wrong = أدخلوا من 1 إلى 36500 يوم
assisted = فُقد صندوق البريد
assisted-hint = لشخص لم يعد يستطيع قراءة العنوان القديم وتعرفونه. يجب أن يوافق مدير ثانٍ، ثم يكون للعنوان القديم يوم لإيقاف ذلك. ولا يرى أحد كلمة مرور ولا يحددها.
assisted-email = عنوان البريد الإلكتروني الجديد
assisted-reason = السبب
assisted-reason-hint = كيف عرفتم أنه الشخص نفسه. ويبقى ذلك في السجل.
assisted-reason-wrong = بيّنوا السبب بما لا يزيد على 500 حرف
assisted-ask = طلب التغيير
assisted-asked = طلب { $name } أن يكون لهذا الحساب العنوان { $email }.
assisted-second = يجب أن يوافق مدير ثانٍ.
assisted-agree = الموافقة
assisted-due = تمت الموافقة. يتغير العنوان في { $time } ما لم يُوقَف من صندوق البريد القديم.
kind-sign-in = تسجيل الدخول
kind-session = المتصفحات
kind-console-link = روابط الخادوم
kind-token = رموز البرامج
kind-account = الحسابات
kind-role = الأدوار
kind-other = كل ما سوى ذلك
mail = البريد
mail-hint = من أي عنوان تُرسل الرسائل، وهل تغادر، وهل تُصدَّق.
mail-from = تُرسل الرسائل من { $address }.
mail-foreign = ليس هذا عنواناً من عناوين { $host }: ستسأل خوادم البريد صاحب نطاقه هل يجوز لهذا الموقع استعماله.
mail-waiting = { $count ->
    [zero] لا رسالة تنتظر التسليم.
    [one] رسالة واحدة تنتظر التسليم.
    [two] رسالتان تنتظران التسليم.
    [few] { $count } رسائل تنتظر التسليم.
    [many] { $count } رسالة تنتظر التسليم.
   *[other] { $count } رسالة تنتظر التسليم.
}
mail-test = رسالة تجريبية
mail-test-hint = تسلك طريق كل رسالة. يظهر هنا جواب خادم البريد، أما هل صُدّقت فذلك مذكور في الرسالة نفسها.
mail-test-send = إرسال رسالة تجريبية إلى { $address }
mail-test-waiting = الرسالة التجريبية المطلوبة في { $time } تنتظر التسليم. عدد المحاولات حتى الآن: { $tries }.
mail-test-sent = تسلّم خادم بريدنا الرسالة التجريبية في { $time }. ابحثوا عنها في صندوق { $address } وفي البريد غير المرغوب فيه.
mail-test-refused = رُفضت الرسالة التجريبية نهائياً في { $time }.
mail-said = كان الجواب:
mail-look-again = النظر من جديد
mail-test-subject = رسالة تجريبية من { $site }
mail-test-fact = طُلبت هذه الرسالة في مكتب أمانة { $site }. وقراءتكم لها دليل على وصول الرسائل.
mail-test-source = ابحثوا في مصدرها عن السطر “Authentication-Results”: ينبغي أن يذكر كل من spf وdkim وdmarc الكلمة “pass”.
mail-test-spam = إن كانت في البريد غير المرغوب فيه، أو لم يذكر أحد الثلاثة “pass”، فصفحة الدليل عن البريد تبيّن ما يجب ضبطه.
merge = الدمج مع حساب آخر للشخص نفسه
merge-hint = لمن له حسابان. ينتهي هذا الحساب وتنتقل تسجيلاته وأدواره إلى الآخر. ويمكن التراجع عن ذلك خلال سبعة أيام.
merge-into = عنوان الحساب الباقي
merge-look = عرض ما سيحدث
merge-nobody = لا يوجد حساب بهذا العنوان
merge-same = هذا هو الحساب نفسه. أدخلوا عنوان الحساب الآخر.
merge-own = لا يدمج أحد حساباً له: يقوم بذلك مدير آخر.
merge-not-now = يجب أن يكون تسجيل الدخول إلى الحسابين مسموحاً، وعنوان الحساب الباقي مؤكَّداً، وألا يكون تغيير عنوان جارياً لأي منهما
merge-ends = ينتهي هذا الحساب:
merge-stays = يبقى هذا الحساب:
merge-goes = { $count ->
    [0] لا ينتقل شيء إلى الحساب الباقي
    [zero] لا ينتقل شيء إلى الحساب الباقي
    [one] ينتقل سجل واحد إلى الحساب الباقي
    [two] ينتقل سجلان إلى الحساب الباقي
    [few] تنتقل { $count } سجلات إلى الحساب الباقي
    [many] ينتقل { $count } سجلاً إلى الحساب الباقي
   *[other] ينتقل { $count } سجل إلى الحساب الباقي
}
merge-both = { $count ->
    [zero] لا شيء في الحسابين معاً
    [one] هذا في الحسابين معاً
    [two] هذان في الحسابين معاً
    [few] هذه السجلات ({ $count }) في الحسابين معاً
    [many] هذه السجلات ({ $count }) في الحسابين معاً
   *[other] هذه السجلات ({ $count }) في الحسابين معاً
}
merge-both-hint = المعتمد هو ما في الحساب الباقي. ويظل الآخر كما هو مع الحساب المنتهي، ويمكن رفض التسجيل المكرر لأنه مكرر.
merge-then = يُنهى الدخول إلى الحساب المنتهي في كل مكان فوراً، وتنتهي روابطه ورموزه، ولا تفتح كلمة مروره شيئاً. ولا تنتقل كلمات المرور ولا أي شيء آخر يثبت الهوية. وتصل رسالة إلى العنوانين.
merge-reason-hint = كيف عرفتم أن الحسابين للشخص نفسه. ويبقى ذلك في السجل ويقرؤه صاحبهما.
merge-reason-wrong = بيّنوا السبب بما لا يزيد على 500 حرف
merge-do = دمج الحسابين
merge-leave = ترك الحسابين كما هما
merge-done = حسابان صارا واحداً
merge-ended = دمج { $name } هذا الحساب في { $email } في { $time }.
merge-came = دمج { $name } الحساب { $email } في هذا الحساب في { $time }.
merge-undo-until = يمكن التراجع عن ذلك حتى { $time }: يعود ما جاء منه، ولا يُسجَّل دخول أحد.
merge-undo = التراجع عن الدمج
merged-role = الدور: { $role }
merged-role-at = دور في فعالية واحدة: { $role }
mail-trouble-letters = لا تغادر الرسائل، أو تتأخر، منذ { $time }.
mail-trouble-relay = لا يأخذ أحد خوادم البريد أي رسالة منذ { $time }، فتغادر عبر خادم آخر.
mail-relays = الطرق التي تغادر بها الرسائل
mail-relay-well = يأخذ الرسائل.
mail-relay-ails = لم يأخذ الرسالة الأخيرة.
mail-relay-down = لا يأخذ أي رسالة، ويُجرَّب كل 30 ثانية إن كان قد عاد.
