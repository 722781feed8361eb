//! The six languages, their names, and how a visitor's browser asks for one.

use std::fmt;

/// A language of the United Nations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    #[default]
    En,
    Fr,
    Ru,
    Zh,
    Ar,
    Es,
}

impl Locale {
    /// All six, in the order in which the United Nations names them.
    pub const ALL: [Locale; 6] = [
        Locale::Ar,
        Locale::Zh,
        Locale::En,
        Locale::Fr,
        Locale::Ru,
        Locale::Es,
    ];

    /// The tag for `lang` attributes, addresses and the database.
    ///
    /// ```
    /// assert_eq!(i18n::Locale::Ar.tag(), "ar");
    /// ```
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Fr => "fr",
            Locale::Ru => "ru",
            Locale::Zh => "zh",
            Locale::Ar => "ar",
            Locale::Es => "es",
        }
    }

    /// The direction of writing, for `dir` attributes.
    ///
    /// ```
    /// assert_eq!(i18n::Locale::Ar.dir(), "rtl");
    /// assert_eq!(i18n::Locale::Fr.dir(), "ltr");
    /// ```
    pub const fn dir(self) -> &'static str {
        if matches!(self, Locale::Ar) { "rtl" } else { "ltr" }
    }

    /// Its name in itself, as a link to it is written.
    ///
    /// ```
    /// assert_eq!(i18n::Locale::Fr.name(), "Français");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::Fr => "Français",
            Locale::Ru => "Русский",
            Locale::Zh => "中文",
            Locale::Ar => "العربية",
            Locale::Es => "Español",
        }
    }

    /// The language of a tag written as [`tag`](Locale::tag) writes it.
    ///
    /// ```
    /// use i18n::Locale;
    /// assert_eq!(Locale::parse("ru"), Some(Locale::Ru));
    /// assert_eq!(Locale::parse("RU"), None);
    /// assert_eq!(Locale::parse("th"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language a browser's `Accept-Language` asks for most; English when it asks for none of them.
    ///
    /// ```
    /// use i18n::Locale;
    /// assert_eq!(Locale::choose("th, fr-CA;q=0.8, en;q=0.7"), Locale::Fr);
    /// assert_eq!(Locale::choose("fr;q=0, ar;q=0.1"), Locale::Ar);
    /// assert_eq!(Locale::choose(""), Locale::En);
    /// ```
    pub fn choose(accept_language: &str) -> Locale {
        let mut best: Option<(Locale, f32)> = None;
        for range in accept_language.split(',') {
            let mut pieces = range.split(';');
            let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
            let language = tag.split(['-', '_']).next().unwrap_or_default();
            let Some(locale) = Locale::parse(language) else {
                continue;
            };
            let asked = pieces.find_map(|piece| piece.trim().strip_prefix("q="));
            let weight = asked
                .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())
                .unwrap_or(0.0);
            if weight > best.map_or(0.0, |(_, most)| most) {
                best = Some((locale, weight));
            }
        }
        best.map_or(Locale::En, |(locale, _)| locale)
    }
}

impl fmt::Display for Locale {
    /// The tag.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
