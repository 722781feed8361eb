## قائمة الأعضاء
members = الأعضاء
members-count = { $count ->
    [zero] لا أعضاء ولا أعضاء منتسبون
    [one] عضو واحد أو عضو منتسب واحد
    [two] عضوان أو عضوان منتسبان
    [few] { $count } أعضاء وأعضاء منتسبين
    [many] { $count } عضواً وعضواً منتسباً
   *[other] { $count } عضو وعضو منتسب
}
members-about = الأعضاء والأعضاء المنتسبون في الهيئة الداعية إلى الانعقاد، في قائمة واحدة بالترتيب الأبجدي الإنكليزي.
members-none = لم يُدخل أي عضو بعد.
associate-member = عضو منتسب
member = عضو
member-non-regional = عضو من خارج المنطقة
associate-note = يشار إلى الأعضاء المنتسبين.

## عضو
subregion = المنطقة دون الإقليمية
subregion-enea = شرق آسيا وشمالها الشرقي
subregion-nca = شمال آسيا ووسطها
subregion-pac = المحيط الهادئ
subregion-sswa = جنوب آسيا وجنوبها الغربي
subregion-sea = جنوب شرق آسيا
subregion-nonreg = خارج المنطقة
membership = العضوية
member-organizations = الجهات المعنية بالتعاون الإنمائي
member-organizations-none = لم يؤكد العضو أي جهة بعد.
all-members = جميع الأعضاء
member-description = { $name }: الجهات المعنية بالتعاون الإنمائي.

## منظمة
kind = النوع
kind-agency = وكالة
kind-ministry = وزارة
kind-ministry-unit = وحدة تابعة لوزارة
kind-programme = برنامج
kind-fund = صندوق
kind-council = مجلس
kind-dfi = مؤسسة لتمويل التنمية
kind-un-entity = كيان تابع للأمم المتحدة
kind-igo = منظمة حكومية دولية
kind-ngo = منظمة غير حكومية
kind-university = جامعة
kind-other = منظمة
organization-member = العضو
acronym = المختصر
parent-body = تتبع
since = منذ
website = الموقع الشبكي
