## الاستمارة
register = سجّل
registration = التسجيل
not-yet = لديك حساب، ولكن تسجيلك لم يتم بعد.
step-of = الخطوة { $n } من { $total }
saved-at = حُفظت في { $time }
steps = الخطوات
done = تم
now = الآن
to-do = لم يبدأ
last = أخيراً
step-you = بياناتك
step-delegation = وفدك
step-papers = الصورة والأوراق
step-access = احتياجات الوصول
step-check = المراجعة والإرسال
save-continue = احفظ وتابع
save-later = احفظ وعُد لاحقاً
saved-note = تم الحفظ. عُد متى شئت: إجاباتك محفوظة هنا حتى إغلاق التسجيل.
kept-note = انتهت جلستك. وقد أُعيد أدناه ما كنت قد كتبته: راجعه ثم احفظه.
closes-note = يُغلق التسجيل في { $date } الساعة { $time } بتوقيت { $place } ({ $offset }).
free-note = التسجيل مجاني.

honorific = اللقب
honorific-hint = إن وُجد، مثل: سعادة، دكتور، السيدة
badge-name = الاسم على الشارة
badge-name-hint = كما ينبغي أن يُطبع
position = المنصب
position-hint = كما ينبغي أن يُطبع، مثل «المدير العام، إدارة التعاون الدولي»

representation = تشارك بصفتك
rep-member = ممثلاً لعضو أو عضو منتسب
rep-observer-state = ممثلاً لدولة لها صفة المراقب
rep-un-entity = ممثلاً لكيان تابع للأمم المتحدة
rep-igo = ممثلاً لمنظمة حكومية دولية
rep-ngo = ممثلاً لمنظمة غير حكومية
rep-university = ممثلاً لجامعة أو معهد بحوث
rep-media = من وسائط الإعلام
rep-other = مدعواً بصفة أخرى
associate-member = عضو منتسب
member-choice = العضو الذي تمثله
member-choice-hint = للأعضاء والأعضاء المنتسبين، وفق الترتيب الإنكليزي للقائمة
member-none = اختر من القائمة
organization = المنظمة التي تمثلها
organization-hint = لسائر المشاركين: اسمها الكامل، أو اسم الدولة التي لها صفة المراقب
role = دورك في الوفد
role-head = رئيس الوفد
role-alternate = مناوب
role-delegate = مندوب
role-adviser = مستشار

photo = صورة الشارة
photo-hint = بصيغة JPEG أو PNG، حتى 8 ميغابايت. الرأس والكتفان أمام خلفية بسيطة، دون أي شخص آخر. ويجري تصغيرها هنا.
letter = المذكرة الشفوية أو رسالة الترشيح
letter-hint = ملف PDF، حتى 10 ميغابايت. ترسل الحكومات مذكرة شفوية، وترسل المنظمات رسالة مؤرخة وموقّعة.
papers-later = يمكنك حفظ هذه الخطوة من دونهما وإرسال تسجيلك. وتبتّ الأمانة في الطلب عند استلام الاثنتين.
paper-received = وردت
paper-remove = أزل
paper-replace = لاستبدال ملف، اختر ملفاً آخر أدناه.
photo-alt = صورة { $name }
papers-save = احفظ الملفات
papers-saved = وصلت الملفات إلى الأمانة.

access-lede = اترك فارغاً ما لا تحتاج إليه. ولا يطّلع على هذه الإجابات إلا من يجهّزون مكان الانعقاد.
access-needs = أحتاج في مكان الانعقاد إلى
need-wheelchair = مكان لكرسي متحرك وممرات بلا درجات
need-support-person = مكان للشخص المرافق الذي يساعدني
need-assistance-dog = الدخول مع كلب المساعدة
need-captioning = عرض نص ما يُقال كتابةً
need-sign-language = ترجمة بلغة الإشارة
diet = الطعام
diet-hint = مثل: طعام نباتي، حلال، حساسية
other-needs = احتياجات أخرى
other-needs-hint = مثل: غرفة للصلاة أو للرضاعة، أو مقعد محجوز
none = لا شيء

check-lede = يرجى مراجعة إجاباتك. وبعد الإرسال تبتّ الأمانة في الطلب؛ وتمكن إضافة الصورة والرسالة لاحقاً.
change = غيّر
not-given = لم يُذكر
missing-photo = لا توجد صورة بعد. يمكنك الإرسال من دونها وإضافتها لاحقاً.
missing-letter = لا توجد رسالة بعد. يمكنك الإرسال من دونها وإضافتها لاحقاً.
missing-step = قبل الإرسال، أكمل هذه الخطوة: { $step }
send = أرسل تسجيلي
sent-note = أُرسل تسجيلك. وستصل رسالة تؤكد ذلك إلى { $email }.

## التسجيل مغلق
closed-title = التسجيل مغلق
closed-since = أُغلق التسجيل لهذه الفعالية في { $date } الساعة { $time } بتوقيت { $place } ({ $offset }).
closed-never = لا يوجد تسجيل لهذه الفعالية.
closed-ask = إذا كان حضورك لا يزال ضرورياً، فراسل الأمانة.
back-to-event = العودة إلى الفعالية

## ما الخطأ في المدخلات
error-heading = هناك مشكلة
error-word = خطأ:
wrong-long = لا تتجاوز { $n } من الحروف.
wrong-signs = كان هذا النص يتضمن رموزاً لا يمكن طباعتها، وقد أُزيلت. راجعه ثم احفظه من جديد.
wrong-name = اكتب الاسم كما ينبغي أن يُطبع على الشارة.
wrong-position = اكتب منصبك.
wrong-representation = اختر الصفة التي تشارك بها.
wrong-member = اختر من القائمة العضو الذي تمثله.
wrong-organization = اكتب اسم المنظمة التي تمثلها.
wrong-role = اختر دورك في الوفد.
wrong-photo = هذا الملف ليس صورة JPEG أو PNG. اختر ملفاً آخر.
wrong-photo-large = حجم هذه الصورة أكبر من 8 ميغابايت. اختر صورة أصغر.
wrong-photo-small = هذه الصورة أصغر من أن يُتعرَّف فيها على الوجه. اختر صورة أكبر لا يقل ضلعها عن 100 بكسل.
wrong-photo-broken = تعذّرت قراءة هذه الصورة. احفظها من جديد بصيغة JPEG أو PNG ثم اخترها مرة أخرى.
wrong-letter = هذا الملف ليس بصيغة PDF. اختر ملفاً آخر.
wrong-letter-large = حجم هذا الملف أكبر من 10 ميغابايت. اختر ملفاً أصغر.
wrong-letter-broken = ملف PDF هذا غير مكتمل. احفظه من جديد ثم اختره مرة أخرى.
wrong-already-sent = سبق إرسال تسجيلك، ولم يعد بالإمكان تغيير هذه الإجابة هنا. راسل الأمانة.

## تسجيلي
my-title = تسجيلي
my-number = الرقم { $number }
my-none = ليس لديك تسجيل لهذه الفعالية.
my-continue = تابع تسجيلي
my-start = سجّل
my-again = سجّل من جديد
my-answers = إجاباتي
my-papers-add = أضف الصورة والرسالة أو استبدلهما
status = سير الطلب
state-draft = مسودة
state-pending = لدى الأمانة
state-accredited = معتمد
state-declined = مرفوض
state-withdrawn = مسحوب
track-received = ورد الطلب
track-secretariat = لدى الأمانة
track-secretariat-since = منذ { $when }؛ ويستغرق عادةً ثلاثة أيام عمل
track-secretariat-done = حتى { $when }
track-next = الخطوة التالية على الأمانة. وليس عليك فعل شيء.
track-next-papers = الخطوة التالية على الأمانة. يرجى إضافة ما ينقص: { $what }.
track-decided = القرار
track-decided-later = سيصلك بالبريد الإلكتروني
track-accredited = تم الاعتماد
track-declined = رُفض الطلب
track-withdrawn = سحبت الطلب
track-badge = الشارة
track-badge-later = تأتي لاحقاً بعد الاعتماد
decline-heading = السبب
decline-ask = إذا رأيت أن في الأمر خطأً، فراسل الأمانة:
calendar-add = أضف إلى التقويم
withdraw = اسحب التسجيل
withdraw-title = هل تريد سحب تسجيلك؟
withdraw-what = تُبلَّغ الأمانة بذلك ولن تنتظر حضورك. ويمكنك التسجيل من جديد ما دام التسجيل مفتوحاً.
withdraw-yes = نعم، اسحبه
withdraw-no = لا، أبقِ عليه
times-of = المواقيت بتوقيت { $place } ({ $offset }).
withdrawn-note = سُحب تسجيلك.
withdraw-nothing = لا شيء يمكن سحبه: بُتّ في تسجيلك أو سُحب في هذه الأثناء.
withdraw-over = انتهت الفعالية، ولم يعد بالإمكان سحب التسجيل.
panel-state = تسجيلك: { $state }
panel-see = اطّلع على تسجيلي
panel-continue = تابع التسجيل

## مكتب الأمانة
desk-title = مكتب الأمانة
desk-lede = ما ينتظرك.
desk-waiting = { $count ->
    [zero] لا أحد ينتظر قراراً.
    [one] شخص واحد ينتظر قراراً.
    [two] شخصان ينتظران قراراً.
    [few] { $count } أشخاص ينتظرون قراراً.
    [many] { $count } شخصاً ينتظرون قراراً.
   *[other] { $count } شخص ينتظرون قراراً.
}
desk-decide = البتّ في الطلبات
desk-nothing = لا توجد بعد أي فعالية لها تسجيل.
accreditation = الاعتماد
registrations = طلبات التسجيل
views = عروض محفوظة
view-pending = قيد البتّ
view-accredited = المعتمدة
view-declined = المرفوضة
view-withdrawn = المسحوبة
event = الفعالية
filter-text = الاسم أو الوفد أو البريد الإلكتروني أو الرقم
filter-more = عوامل تصفية أخرى
filter-check = التحقق
filter-any = الكل
filter = صفِّ القائمة
filter-clear = اعرض الجميع
table-pending = { $count ->
    [zero] لا طلبات قيد البتّ.
    [one] طلب واحد قيد البتّ.
    [two] طلبان قيد البتّ، الأقدم أولاً.
    [few] { $count } طلبات قيد البتّ، الأقدم أولاً.
    [many] { $count } طلباً قيد البتّ، الأقدم أولاً.
   *[other] { $count } طلب قيد البتّ، الأقدم أولاً.
}
table-count = { $count ->
    [zero] لا تسجيلات
    [one] تسجيل واحد
    [two] تسجيلان
    [few] { $count } تسجيلات
    [many] { $count } تسجيلاً
   *[other] { $count } تسجيل
}
table-keys = داخل الجدول:
table-key-move = للانتقال،
table-key-select = للاختيار،
table-key-open = للفتح.
col-name = الاسم
col-delegation = الوفد
col-role = الدور
col-representation = الصفة
col-check = التحقق
col-waiting = الانتظار
col-received = تاريخ الورود
col-number = الرقم
check-complete = مكتمل
check-no-photo = الصورة ناقصة
check-no-letter = بلا رسالة
check-duplicate = تكرار محتمل
waiting-today = اليوم
waiting-days = { $count ->
    [zero] اليوم
    [one] يوم
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوماً
   *[other] { $count } يوم
}
select-all = اختر كل ما في هذه الصفحة
select-one = اختر { $name }
selected = من المختارين
accredit = اعتمد
decline = ارفض
none-selected = اختر شخصاً واحداً على الأقل.
queue-empty = لا شيء هنا.
queue-empty-filter = لا شيء يطابق عوامل التصفية هذه.
page-of = الصفحة { $n } من { $total }
page-next = الصفحة التالية
page-previous = الصفحة السابقة
report-done = { $count ->
    [zero] لم يُعتمد أحد.
    [one] اعتُمد شخص واحد.
    [two] اعتُمد شخصان.
    [few] اعتُمد { $count } أشخاص.
    [many] اعتُمد { $count } شخصاً.
   *[other] اعتُمد { $count } شخص.
}
report-skipped = { $count ->
    [zero] لم يُترك أي طلب:
    [one] تُرك طلب واحد:
    [two] تُرك طلبان:
    [few] تُركت { $count } طلبات:
    [many] تُرك { $count } طلباً:
   *[other] تُرك { $count } طلب:
}
report-line = { $name }؛ { $why }
sample-data = بيانات نموذجية
detail-next = التالي
detail-previous = السابق
detail-back = العودة إلى القائمة
detail-person = الشخص
detail-email = البريد الإلكتروني للحساب
detail-papers = الصورة والرسالة
detail-letter-open = افتح الرسالة
detail-same = الاسم نفسه في هذه الفعالية
detail-story = ما جرى
detail-decision = القرار
move-pending = أرسله { $name }
move-accredited = اعتمده { $name }
move-declined = رفضه { $name }
move-withdrawn = سحبه { $name }
decline-title = رفض هذا الطلب
decline-reason = السبب
decline-reason-none = اختر سبباً
decline-words = شرح موجّه إلى الشخص
decline-words-hint = يقرأ الشخص هذا النص في رسالته وفي صفحة تسجيله. اكتبه بلغته: { $language }.
reason-no-nomination = لم يرشّح العضو أو المنظمة هذا الشخص
reason-papers = الصورة أو الرسالة ناقصة أو غير مقروءة
reason-representation = هذه الفعالية غير مفتوحة لهذه الصفة
reason-places = شُغلت جميع أماكن الوفد
reason-duplicate = سبق تسجيل هذا الشخص
reason-other = سبب آخر
wrong-reason = اختر سبباً.
wrong-words = اكتب للشخص سبب الرفض ولو في بضع كلمات.
already-decided = سبق أن بتّ { $name } في هذا الطلب في { $when }: { $state }.
already-withdrawn = سحب الشخص طلبه في { $when }.
unknown-request = لا وجود لهذا الطلب في هذه الفعالية.
decided-note = { $name }: { $state }. الرسالة في طريقها.

## الرسائل
mail-hello = تحية طيبة { $name }،
mail-received-subject = وصل طلب تسجيلك
mail-received-fact = وصل طلب تسجيلك في الفعالية التالية: { $event }. ورقمه { $number }.
mail-received-next = تبتّ الأمانة في الطلب، وعادةً في غضون ثلاثة أيام عمل. وسيصلك القرار بالبريد الإلكتروني.
mail-received-photo = ما زالت صورتك ناقصة. يرجى إضافتها في صفحتك.
mail-received-letter = ما زالت المذكرة الشفوية أو رسالة الترشيح ناقصة. يرجى إضافتها في صفحتك.
mail-see = اطّلع على تسجيلي
mail-accredited-subject = تم اعتماد تسجيلك
mail-accredited-fact = تم اعتماد تسجيلك في الفعالية التالية: { $event }. ورقمك { $number }.
mail-accredited-when = { $dates }، { $place }
mail-accredited-calendar = تضيف الدعوة المرفقة بهذه الرسالة الفعالية إلى تقويمك.
mail-accredited-badge = تأتي شارتك لاحقاً. أحضر معك وثيقة تحمل صورتك.
mail-declined-subject = لم يُقبل طلب تسجيلك
mail-declined-fact = لم يُقبل طلب تسجيلك ({ $number }) في الفعالية التالية: { $event }.
mail-declined-reason = السبب: { $reason }.
mail-declined-ask = إذا رأيت أن في الأمر خطأً، أو كان لديك سؤال، فراسل { $email }.
mail-withdrawn-subject = سُحب تسجيلك
mail-withdrawn-fact = سُحب، بناءً على طلبك، تسجيلك ({ $number }) في الفعالية التالية: { $event }.
mail-withdrawn-calendar = أُزيلت الفعالية من تقويمك.
mail-withdrawn-again = يمكنك التسجيل من جديد ما دام التسجيل مفتوحاً.
mail-foot = وصلتك هذه الرسالة لأن تسجيلاً أُجري بهذا العنوان. التسجيل مجاني: فلا تدفع لأحد أي مبلغ لقاءه.
scope-registrations-write = تسجيلكم في الفعاليات وسحب التسجيل
scope-desk = الاطلاع على الطلبات لدى المكتب والبت فيها

## Two accounts of one person
merged-registration = التسجيل: { $event } ({ $state })
