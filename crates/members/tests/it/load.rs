//! Loading the data files: complete, in order, and again without doubling.

use base::Fault;
use i18n::Locale;
use testkit::both_engines;

const SLICES: &[web::Slice] = &[members::SLICE];

both_engines! {
    async fn loading_twice_changes_nothing(app: TestApp) {
        let done = app.db().write(|tx| {
            members::load(tx)?;
            let (first, bodies) = (members::all(tx)?, members::organizations(tx)?);
            members::load(tx)?;
            assert_eq!(members::all(tx)?, first);
            assert_eq!(members::organizations(tx)?, bodies);
            assert_eq!((first.len(), members::how_many(tx)?, bodies.len()), (62, 62, 68));
            assert_eq!(first[0].name(Locale::En).0, "Afghanistan");
            assert_eq!(first[61].name(Locale::Fr).0, "Viet Nam");
            Ok::<_, Fault>(())
        });
        done.await.unwrap();
    }

    async fn names_by_language_and_marks(app: TestApp) {
        let done = app.db().write(|tx| {
            members::load(tx)?;
            let tonga = members::by_iso3(tx, "TON")?.unwrap();
            assert_eq!(tonga.name(Locale::Ar), ("تونغا", Locale::Ar));
            assert_eq!(tonga.name(Locale::Es), ("Tonga", Locale::En), "no Spanish name: the English one, as English");
            assert!(tonga.unverified("name_ar") && tonga.unverified("capital") && !tonga.unverified("name_fr"));
            assert!(!tonga.associate());
            assert!(members::by_iso3(tx, "GUM")?.unwrap().associate());
            let escap = members::organization(tx, "escap")?.unwrap();
            assert!(escap.name(Locale::Fr).0.starts_with("Commission économique"));
            let unsure = members::organization(tx, "arm-01")?.unwrap();
            assert!(!unsure.established_fact(), "waits for the member's word");
            Ok::<_, Fault>(())
        });
        done.await.unwrap();
    }
}
