//! What an organization says about a person: believed only when it signed it, for this site, now, and on what was asked.

use serde_json::{Value, json};
use testkit::{Way, both_engines};

use crate::ground::SLICES;
use crate::there::{leave, linked, refused, sign_in};

type Lie = (&'static str, fn(&mut Value, &mut Value, i64));

fn remove(from: &mut Value, name: &str) {
    from.as_object_mut().unwrap().remove(name).unwrap();
}

const LIES: [Lie; 24] = [
    ("another issuer", |_, claims, _| {
        claims["iss"] = "http://127.0.0.1:1".into();
    }),
    ("the issuer with a slash", |_, claims, _| {
        claims["iss"] = format!("{}/", claims["iss"].as_str().unwrap()).into();
    }),
    ("no issuer", |_, claims, _| remove(claims, "iss")),
    ("for another site", |_, claims, _| {
        claims["aud"] = "another".into();
    }),
    ("for others", |_, claims, _| {
        claims["aud"] = json!(["another", "third"]);
    }),
    ("for nobody", |_, claims, _| claims["aud"] = json!([])),
    ("for several without saying for whom", |_, claims, _| {
        claims["aud"] = json!(["sala at work", "another"]);
    }),
    ("asked for by another site", |_, claims, _| {
        claims["azp"] = "another".into();
    }),
    ("over for longer than clocks differ", |_, claims, now| {
        claims["exp"] = (now - 60).into();
    }),
    ("without end", |_, claims, _| remove(claims, "exp")),
    ("an end that is none", |_, claims, _| {
        claims["exp"] = "tomorrow".into();
    }),
    ("made tomorrow", |_, claims, now| {
        claims["iat"] = (now + 61).into();
    }),
    ("made long ago", |_, claims, now| {
        claims["iat"] = (now - 661).into();
    }),
    ("no time of making", |_, claims, _| remove(claims, "iat")),
    ("not yet good", |_, claims, now| claims["nbf"] = (now + 61).into()),
    ("another question", |_, claims, _| {
        claims["nonce"] = "another".into();
    }),
    ("no question", |_, claims, _| remove(claims, "nonce")),
    ("about nobody", |_, claims, _| claims["sub"] = "".into()),
    ("about no text", |_, claims, _| claims["sub"] = 7.into()),
    ("a name too long", |_, claims, _| {
        claims["sub"] = "x".repeat(256).into();
    }),
    ("a sign-out", |head, _, _| head["typ"] = "logout+jwt".into()),
    ("an access token", |head, _, _| head["typ"] = "at+jwt".into()),
    ("what must be understood", |head, _, _| {
        head["crit"] = json!(["exp"]);
    }),
    ("the encryption key under the same name", |head, _, _| {
        head["kid"] = "shared".into();
    }),
];

both_engines! {
async fn o03_forged_tokens_sign_nobody_in(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let (before, now) = (site.sessions().await, site.clock.now().as_second());
    for (what, lie) in LIES {
        there.lies(move |head, claims| lie(head, claims, now));
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        refused(&browser, what);
    }
    there.is_honest();
    for way in [Way::Unsigned, Way::PublicKeyAsSecret, Way::Forged] {
        there.signs(way);
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        refused(&browser, &format!("{way:?}"));
    }
    for alg in ["RS256", "ES256", "EdDSA"] {
        there.signs(Way::PublicKeyAsSecret);
        there.lies(move |head, _| head["alg"] = alg.into());
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        refused(&browser, &format!("a shared secret that says it is {alg}"));
    }
    for (way, alg) in [(Way::Ps256, "RS256"), (Way::Rs256, "PS256"), (Way::Rs256, "ES256"), (Way::Rs256, "RS384")] {
        there.signs(way);
        there.lies(move |head, _| head["alg"] = alg.into());
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        refused(&browser, &format!("{way:?} that says it is {alg}"));
    }
    assert_eq!(site.sessions().await, before);
}
}

both_engines! {
async fn o03_what_holds_is_taken_within_the_minute_that_clocks_differ(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let now = site.clock.now().as_second();
    for way in [Way::Rs256, Way::Ps256, Way::Es256, Way::EdDsa] {
        there.signs(way);
        sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
    }
    let well: [Lie; 7] = [
        ("just over", |_, claims, now| claims["exp"] = (now - 59).into()),
        ("just made there", |_, claims, now| claims["iat"] = (now + 60).into()),
        ("soon good", |_, claims, now| claims["nbf"] = (now + 60).into()),
        ("for several, asked for by us", |_, claims, _| {
            claims["aud"] = json!(["another", "sala at work"]);
            claims["azp"] = "sala at work".into();
        }),
        ("without a kind", |head, _, _| remove(head, "typ")),
        ("without a key's name, of the only one that fits", |head, _, _| {
            head["kid"] = Value::Null;
        }),
        ("with an address as text", |_, claims, _| claims["email_verified"] = "true".into()),
    ];
    for (what, lie) in well {
        there.lies(move |head, claims| lie(head, claims, now));
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        assert!(browser.says("Mele Taufa"), "{what}: {}", browser.text());
    }
}
}

both_engines! {
async fn o03_an_unknown_key_makes_the_keys_be_read_again_but_once_a_minute(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let reads = there.key_reads();
    site.wait(61);
    there.changes_key("key-2");
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
    assert_eq!(there.key_reads(), reads + 1);
    for unknown in ["key-3", "key-4", "key-5"] {
        there.lies(move |head, _| head["kid"] = unknown.into());
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await;
        refused(&browser, unknown);
    }
    assert_eq!(there.key_reads(), reads + 1, "whoever makes names up does not make us ask");
    there.is_honest();
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
    site.wait(3600);
    let mut browser = site.browser();
    leave(&mut browser, &there).await;
    assert_eq!(there.key_reads(), reads + 2, "after an hour all is asked anew");
}
}
