## القوائم
home-description = { $series }: الدورات والبرنامج والوثائق والتسجيل.
home-empty = لم تُنشر أي فعالية بعد.
see-programme = الاطلاع على البرنامج
open-now = مفتوح الآن
registration-of = التسجيل: { $event }
registration-word = التسجيل
events = الفعاليات
events-coming = المقبلة
events-past = السابقة
events-none = لا توجد فعاليات بعد.
events-description = جميع الفعاليات ومواعيدها، مع تقويم يمكن الاشتراك فيه.
all-events = جميع الفعاليات
all-events-ics = جميع الفعاليات (ics.)
editions = الدورات
editions-none = لم تُنشر أي دورة بعد.
about-series = نبذة عن السلسلة
edition-nth = { $n ->
    [1] الدورة الأولى
    [2] الدورة الثانية
    [3] الدورة الثالثة
    [4] الدورة الرابعة
    [5] الدورة الخامسة
    [6] الدورة السادسة
    [7] الدورة السابعة
    [8] الدورة الثامنة
   *[other] الدورة { $n }
}
kind-edition = دورة
kind-round-table = اجتماع مائدة مستديرة
kind-side-event = فعالية جانبية
kind-meeting = اجتماع
kind-exhibition = معرض
kind-other = فعالية
status-draft = مسودة
status-published = منشورة
status-postponed = مؤجلة
status-cancelled = ملغاة
one-day-of = في أحد أيام الفترة { $range }؛ واليوم غير مسجَّل.

## الفعالية
dates = التاريخ
place = المكان
format = الشكل
format-in-person = حضورياً
format-online = عن بُعد
format-hybrid = حضورياً وعن بُعد
interpretation = الترجمة الشفوية
theme = الموضوع
conveners = الجهات الداعية إلى الانعقاد
add-to-calendar = إضافة إلى التقويم
calendar-subscribe = الاشتراك (يبقى محدَّثاً)
calendar-file = ملف تقويم (ics.)
calendar-google = تقويم Google
calendar-outlook = تقويم Outlook
registration-closes = يُغلق التسجيل في { $date } الساعة { $time } بتوقيت { $place } ({ $offset })
registration-closed = أُغلق التسجيل في { $date }
registration-closes-label = إغلاق التسجيل
on-this-page = في هذه الصفحة
about = نبذة
objectives = الأهداف
key-dates = مواعيد رئيسية
programme = البرنامج
programme-full = البرنامج في صفحة مستقلة
programme-none = لم يُنشر البرنامج بعد.
programme-days = الأيام
documents = الوثائق
documents-none = لا توجد وثائق بعد.
all-documents = جميع الوثائق
venue = مكان الانعقاد
venue-place = { $venue }، { $city }
contact = الاتصال
contact-secretariat = أمانة المنتدى
associated = فعاليات مرتبطة
tie-within = تُعقد في إطار
tie-around = تُعقد في إطارها
tie-prepared-by = حُضّر لها في
tie-prepares = تحضّر لانعقاد
cancelled-note = أُلغيت هذه الفعالية.
postponed-note = أُجّلت هذه الفعالية. ولم يُحدَّد موعد جديد.
draft-note = هذه مسودة. لا ترى هذه الصفحة إلا الأمانة.
sample-data = بيانات نموذجية
sample-note = ما يحمل عبارة «بيانات نموذجية» وُضع لأغراض هذا العرض التجريبي.
sample-times = ساعات اليوم والموعد النهائي بيانات نموذجية.
original-only = هذا النص متاح باللغة التالية: { $language }، ولم يُترجم بعد.
event-description = { $title }، { $dates }.

## المواقيت
show-times-in = عرض المواقيت بتوقيت
event-time = توقيت الفعالية ({ $place })
my-time = توقيتي
times-shown = المواقيت المعروضة:
times-are = المواقيت بتوقيت { $place } ({ $offset }).
other-zone = عرض منطقة زمنية أخرى
other-zone-label = المنطقة الزمنية
other-zone-show = عرض
zone-unknown = هذه المنطقة الزمنية غير معروفة.

## البرنامج
session-plenary = جلسة عامة
session-panel = حلقة نقاش
session-round-table = مائدة مستديرة
session-working-group = فريق عامل
session-arrival = الوصول
session-social = مناسبة اجتماعية
session-closed = جلسة مغلقة
session-pause = استراحة
role-chair = الرئاسة: { $name }
role-moderator = إدارة النقاش: { $name }
role-keynote = الكلمة الرئيسية: { $name }
role-speaker = المتحدث: { $name }
role-panellist = المشاركون في النقاش: { $name }
role-rapporteur = المقرر: { $name }
role-host = الجهة المضيفة: { $name }

## الوثائق
read-document = القراءة في هذه الصفحة
for-participants = للمشاركين المسجَّلين
sign-in-to-read = تسجيل الدخول لقراءتها
not-issued = لم تصدر بعد
download = تنزيل

## المشاركون
participants = المشاركون
participants-later = لم تُنشر قائمة المشاركين بعد. وستظهر هنا بعد الاعتماد، مع أسماء الوفود بترتيب قائمة الأعضاء.

## المكتب: الفعاليات
desk-events = الفعاليات
desk-events-hint = جميع الفعاليات وصفحاتها. ولا يرى المسودة إلا المكتب.
new-event = فعالية جديدة
edit-event = تعديل الفعالية
desk-event-count = { $count ->
    [zero] لا فعاليات
    [one] فعالية واحدة
    [two] فعاليتان
    [few] { $count } فعاليات
    [many] { $count } فعالية
   *[other] { $count } فعالية
}
col-title = العنوان
col-dates = التاريخ
col-status = الحالة
col-kind = النوع
view-page = الاطلاع على صفحتها
save = حفظ
create-event = إنشاء الفعالية
saved = تم الحفظ. وستتبعه التقاويم المشترِكة.
field-slug = العنوان الشبكي
field-slug-hint = حروف لاتينية صغيرة وأرقام وشرطات؛ وعنوان الصفحة هو /e/ متبوعاً بها.
field-kind = النوع
field-status = الحالة
field-series = السلسلة
field-series-none = لا شيء
field-edition = رقم الدورة
field-edition-hint = لدورات السلاسل فقط.
field-language = لغة هذه النصوص
field-language-hint = تبقى النصوص باللغات الأخرى كما هي.
field-title = العنوان
field-theme = الموضوع
field-lede = في جملة واحدة
field-about = نبذة
field-about-hint = اتركوا سطراً فارغاً بين الفقرات.
field-objectives = الأهداف
field-objectives-hint = هدف واحد في كل سطر.
field-venue = مكان الانعقاد
field-city = المدينة
field-zone = المنطقة الزمنية
field-zone-hint = كما ترد في قائمة IANA، مثل Asia/Bangkok.
field-starts = البداية
field-starts-hint = بالتوقيت المحلي للفعالية.
field-ends = النهاية
field-known = ما هو معروف
known-time = الأيام والساعات
known-day = الأيام فقط
known-within = أحد هذه الأيام، غير مسجَّل
field-format = الشكل
field-format-none = غير معروف
field-host = الجهة المضيفة
field-host-none = لا أحد
field-interpretation = لغات الترجمة الشفوية
field-interpretation-hint = اتركوها كلها فارغة إن لم تكن معروفة: فلا يُعرض شيء.
field-contact = البريد الإلكتروني للأمانة
field-closes = إغلاق التسجيل
field-closes-hint = بالتوقيت المحلي للفعالية. اتركوه فارغاً إن لم يكن هناك تسجيل.
texts-heading = النصوص
when-heading = الموعد والمكان
registration-heading = التسجيل والاتصال

## المكتب: البرنامج
session-add = إضافة جلسة
session-edit = تعديل الجلسة
session-remove = حذف الجلسة
session-remove-question = هل تُحذف هذه الجلسة من البرنامج؟
session-day = اليوم
session-from = من
session-to = إلى
session-title = العنوان
session-about = الوصف
session-room = القاعة
session-kind = النوع
session-saved = تم تعديل البرنامج.
session-removed = حُذفت الجلسة.
back-to-event = العودة إلى الفعالية

## أخطاء الإدخال
wrong-slug = استخدموا حروفاً لاتينية صغيرة وأرقاماً وشرطات، اثنين على الأقل.
wrong-slug-taken = لفعالية أخرى هذا العنوان الشبكي.
wrong-choice = اختاروا من القائمة.
wrong-required = أدخلوا { $what }.
wrong-long = { $n ->
    [zero] لا تكتبوا شيئاً.
    [one] استخدموا حرفاً واحداً على الأكثر.
    [two] استخدموا حرفين على الأكثر.
    [few] استخدموا { $n } أحرف على الأكثر.
    [many] استخدموا { $n } حرفاً على الأكثر.
   *[other] استخدموا { $n } حرف على الأكثر.
}
wrong-zone = هذه المنطقة الزمنية غير معروفة. اكتبوها مثل Asia/Bangkok.
wrong-datetime = هذا التاريخ والوقت غير موجودين. استخدموا الصيغة 2022-09-13T09:00.
wrong-date = هذا التاريخ غير موجود.
wrong-time = أدخلوا وقتاً مثل 09:30.
wrong-order = النهاية قبل البداية.
wrong-skipped = تتخطى الساعات في { $zone } هذا الوقت في هذا اليوم؛ فهو غير موجود.
wrong-edition = أدخلوا رقماً ابتداءً من 1 واختاروا السلسلة.
wrong-edition-only = للدورة وحدها سلسلة ورقم.
wrong-edition-taken = للسلسلة هذه الدورة بالفعل.
wrong-email = أدخلوا عنوان بريد إلكتروني مثل name@example.org.
wrong-outside = هذا ليس من أيام الفعالية.
stale-note = عدّل شخص آخر هذه الفعالية في الأثناء. وما أدخلتموه موجود أدناه؛ تحققوا منه ثم احفظوا مرة أخرى.
what-title = عنواناً
what-starts = البداية
what-ends = النهاية
what-day = يوماً
error-heading = هناك مشكلة
wrong-encoding = تعذّرت قراءة بعض الحروف. يُرجى التحقق منها والإرسال مرة أخرى.
wrong-signs = توجد علامات لا يمكن حفظها وقد أُزيلت. يُرجى التحقق من النص والإرسال مرة أخرى.
scope-events-write = تغيير الفعاليات وبرامجها
