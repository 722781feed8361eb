//! Who tries too often waits, and nobody else does.

use testkit::both_engines;

use crate::ground::SLICES;
use crate::site::{MELE, Site, site};

/// The addresses from which sign-ins began, in their order.
async fn addresses(site: &Site) -> Vec<String> {
    let found: Vec<(String,)> = site
        .app
        .read(|tx| {
            tx.all(
                db::sql!("select ip from audit where event = 'sign_in.password_ok' order by id"),
                &[],
            )
        })
        .await;
    found.into_iter().map(|(address,)| address).collect()
}

both_engines! {
async fn t08_only_a_proxy_of_ours_says_who_the_visitor_is(app: TestApp) {
    let site = site(&app).await;
    let mut liar = site.browser().at("192.0.2.9").forwarding("198.51.100.7");
    site.start(&mut liar, MELE).await;
    site.wait(61);
    let mut behind = site.browser().at("10.0.0.1").forwarding("203.0.113.5, 198.51.100.7");
    site.start(&mut behind, MELE).await;
    assert!(site.letter().await.text.contains("198.51.100.7"), "the letter says from where");
    site.wait(61);
    let mut broken = site.browser().at("10.0.0.1").forwarding("198.51.100.7, me");
    site.start(&mut broken, MELE).await;
    assert_eq!(addresses(&site).await, ["192.0.2.9", "198.51.100.7", "10.0.0.1"]);
}
}
