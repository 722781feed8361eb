//! Signing in with an organization's account: there and back, whose it is, and what still follows here.

use testkit::both_engines;

use crate::browsers::signed_in;
use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, link};
use crate::there::{NAME, WITH, both, comes_back, identities, leave, linked, refused, sign_in};

both_engines! {
async fn o01_a_linked_account_signs_in_without_password_and_letter(app: TestApp) {
    let (site, there, mut mine) = linked(&app).await;
    let letters = site.letters();
    let mut other = site.phone();
    sign_in(&mut other, &there).await.see("Mele Taufa");
    assert_eq!(other.path(), "/account");
    app.deliver().await;
    assert_eq!(site.letters(), letters);
    other.open("/account/sessions").await.see("Signed in by an organization's account, 15 August 2022, 02:01 (UTC)");
    mine.open("/account/organizations").await.see(NAME).see(MELE).see("Last used 15 August 2022, 02:01 (UTC)");
    mine.open("/account/log").await.see(&format!("Signed in at {}", there.issuer()));
    mine.see(&format!("An organization's account was linked: {}", there.issuer()));
}
}

both_engines! {
async fn o01_each_question_has_secrets_of_its_own_and_none_stands_in_the_database(app: TestApp) {
    let (site, _there) = both(&app).await;
    let mut asked = Vec::new();
    for _ in 0..2 {
        let mut browser = site.browser();
        browser.open("/sign-in").await.follow(WITH).await;
        let address = url::Url::parse(&browser.header("location")).unwrap();
        let pairs: std::collections::BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        assert_eq!(pairs["tenant"], "1", "what its address says stays");
        assert_eq!(pairs["redirect_uri"], "https://sala.example/sign-in/with/staff/back");
        assert!(!pairs.contains_key("prompt"));
        asked.push(pairs);
    }
    let (rows,): (i64,) = site.db.read(|tx| tx.one(db::sql!("select cast(count(*) as bigint) from oidc_request"), &[])).await.unwrap();
    assert_eq!(rows, 2);
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(asked[0][name], asked[1][name]);
        assert!(asked[0][name].len() >= 43, "{name}");
    }
    let state = people::secrets::hash(&asked[0]["state"]);
    let (kept,): (i64,) = site
        .db
        .read(move |tx| tx.one(db::sql!("select cast(count(*) as bigint) from oidc_request where state_hash = $1"), db::params![&state[..]]))
        .await
        .unwrap();
    assert_eq!(kept, 1, "only its hash");
}
}

/// What is done to the address that a browser comes back to.
type Change = (&'static str, fn(&str) -> String);

both_engines! {
async fn o01_whatever_is_altered_or_used_again_is_refused_and_signs_nobody_in(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let before = site.sessions().await;
    let changes: [Change; 9] = [
        ("another state", |back| back.replacen("state=", "state=A", 1)),
        ("no state", |back| back.replacen("state=", "stat=", 1)),
        ("state twice", |back| format!("{back}&state=b")),
        ("another code", |back| back.replacen("code=", "code=A", 1)),
        ("no code", |back| back.replacen("code=", "cod=", 1)),
        ("another issuer", |back| back.replacen("iss=http", "iss=https", 1)),
        ("no issuer, although it was promised", |back| back.replacen("iss=", "is=", 1)),
        ("an error", |back| format!("{back}&error=access_denied&error_description=words+of+the+organization")),
        ("not signed in there", |back| back.replacen("code=", "error=login_required&cod=", 1)),
    ];
    for (what, change) in changes {
        let mut browser = site.browser();
        let back = leave(&mut browser, &there).await;
        browser.open_from_elsewhere(&change(&back)).await;
        refused(&browser, what);
    }
    let mut browser = site.browser();
    let back = leave(&mut browser, &there).await;
    let mut thief = site.phone();
    thief.open_from_elsewhere(&back).await;
    refused(&thief, "no cookie");
    let own = leave(&mut thief, &there).await;
    thief.open_from_elsewhere(&back).await;
    refused(&thief, "another browser's state");
    let code = |path: &str| path.split('&').find(|pair| pair.starts_with("code=")).unwrap().to_owned();
    thief.open_from_elsewhere(&own.replace(&code(&own), &code(&back))).await;
    refused(&thief, "another browser's code: the verifier is another");
    assert_eq!(site.sessions().await, before);
    site.wait(601);
    let mut late = site.browser();
    let back = leave(&mut late, &there).await;
    site.wait(601);
    late.open_from_elsewhere(&back).await;
    refused(&late, "after ten minutes");
    let back = leave(&mut late, &there).await;
    late.open_from_elsewhere(&back).await.see("Mele Taufa");
    let tokens = there.tokens();
    late.open_from_elsewhere(&back).await;
    assert_eq!((late.status(), there.tokens()), (400, tokens), "used again");
    assert_eq!(site.sessions().await, before + 1);
}
}

both_engines! {
async fn o01_the_answer_of_one_organization_is_none_of_another(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let other = testkit::Organization::start(app.clock().clone()).await;
    let settings = vec![there.setting("staff", NAME), other.setting("other", "Another Bank")];
    let site = crate::site::Site { router: app.signing_in_with(settings), ..site };
    let mut browser = site.browser();
    browser.open("/sign-in").await.see(WITH);
    browser.follow("Sign in with Another Bank").await;
    let back = other.signs_in(&browser.header("location"));
    browser.open_from_elsewhere(&format!("/sign-in/with/staff/back?{back}")).await;
    refused(&browser, "at another's address");
    browser.open_from_elsewhere(&format!("/sign-in/with/nobody/back?{back}")).await;
    assert_eq!(browser.status(), 404);
    browser.open_from_elsewhere(&format!("/sign-in/with/other/back?{back}")).await;
    browser.see("Your organization's account is new here").see_not("Mele Taufa");
}
}

both_engines! {
async fn o01_nobody_is_sent_away_by_a_page_of_somebody_else_or_while_she_is_signed_in(app: TestApp) {
    let (site, _there, mut mine) = linked(&app).await;
    let mut browser = site.browser();
    browser.open_from_elsewhere("/sign-in/with/staff?next=/account").await;
    assert_eq!(browser.path(), "/sign-in?next=/account");
    let headers = [("sec-purpose", "prefetch;prerender"), ("sec-fetch-site", "same-origin")];
    assert_eq!(site.ask("GET", "/sign-in/with/staff", &headers, "").await.header("location"), "/sign-in");
    mine.open("/sign-in/with/staff").await;
    assert_eq!(mine.path(), "/account");
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from oidc_request where used_at is null")).await, 0);
    browser.open("/sign-in/with/staff?link").await;
    assert_eq!(browser.path(), "/sign-in?next=/account/organizations");
}
}

both_engines! {
async fn o02_another_person_there_with_the_same_address_is_asked_to_sign_in_here_and_nothing_is_linked_before(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    there.who(|who| "staff-8".clone_into(&mut who.subject));
    let mut browser = site.phone();
    sign_in(&mut browser, &there).await.see("Your organization's account is new here").see("there is an account here");
    browser.see_not("Create account").see_not(MELE).see("m•••@foreign.example");
    assert!(browser.jar.get("__Host-s").is_none());
    browser.follow("Sign in with your password").await.fill("Email", MELE).fill("Password", PASSWORD);
    site.wait(61);
    browser.press("Sign in").await;
    let path = link(&site.letter().await);
    browser.open(&path).await.press("Sign in here").await;
    browser.see("Do the two belong together?").see(MELE).see("Mele Taufa").see(NAME);
    assert_eq!((browser.path(), identities(&site).await), ("/account/organizations/link", 1));
    let letters = site.letters();
    browser.press("Link them").await;
    assert_eq!((browser.path(), identities(&site).await), ("/account", 2), "on to where she wanted to go");
    let letter = site.letter().await;
    assert_eq!(letter.subject, "An organization's account was linked to yours");
    assert_eq!(site.letters(), letters + 1);
    let mut third = site.browser();
    sign_in(&mut third, &there).await.see("Mele Taufa");
}
}

both_engines! {
async fn o02_somebody_without_an_account_makes_one_with_name_and_address_filled_in(app: TestApp) {
    let (site, there) = both(&app).await;
    there.who(|who| {
        who.email = Some("sione@foreign.example".to_owned());
        "Sione Vea".clone_into(&mut who.name);
    });
    let mut browser = site.browser();
    sign_in(&mut browser, &there).await.see("There is no account here with it yet");
    browser.follow("Create account").await;
    assert_eq!((browser.value("Name"), browser.value("Email")), ("Sione Vea".to_owned(), "sione@foreign.example".to_owned()));
    browser.fill("Password", "nine parrots in a boat").press("Create account").await;
    assert_eq!(site.sessions().await, 0, "the letter is still needed");
    let path = link(&site.letter().await);
    browser.open(&path).await.press("Sign in here").await.see("Do the two belong together?");
    browser.press("Link them").await;
    let mut other = site.phone();
    sign_in(&mut other, &there).await.see("Sione Vea");
    let mut stranger = site.browser();
    stranger.open("/sign-up?with").await;
    assert_eq!(stranger.value("Email"), "", "an offer belongs to its browser");
}
}

both_engines! {
async fn o02_an_address_that_is_not_vouched_for_says_nothing_about_accounts(app: TestApp) {
    let (site, there) = both(&app).await;
    let mut pages = Vec::new();
    for email in [Some(MELE), Some("nobody@foreign.example"), Some("\"><b>"), Some("")] {
        there.who(|who| {
            who.vouched = false;
            who.email = email.map(str::to_owned);
        });
        let mut browser = site.browser();
        sign_in(&mut browser, &there).await.see("Sign in with your password").see("Create account");
        pages.push(browser.text().to_owned());
    }
    assert!(pages.windows(2).all(|two| two[0] == two[1]), "{pages:?}");
}
}

both_engines! {
async fn o02_name_and_address_may_stand_behind_an_address_of_their_own(app: TestApp) {
    let (site, there) = both(&app).await;
    there.who(|who| who.email = None);
    sign_in(&mut site.browser(), &there).await.see("there is an account here");
    there.who(|who| "staff-9".clone_into(&mut who.subject));
    there.lies(|_, claims| claims["sub"] = "staff-10".into());
    sign_in(&mut site.browser(), &there).await.see("No account here is linked to yours");
}
}

both_engines! {
async fn o02_linking_asks_again_who_it_is_and_takes_what_this_browser_was_offered_only(app: TestApp) {
    let (site, there) = both(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(601);
    mine.open("/sign-in/with/staff?link").await.see("Is it still you?");
    let mut other = signed_in(&site, site.phone()).await;
    other.open("/sign-in/with/staff?link").await;
    let back = comes_back(&other, &there);
    other.open_from_elsewhere(&back).await.see("Do the two belong together?");
    let html = other.html();
    let offer = html.split("name=\"offer\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut third = signed_in(&site, site.browser()).await;
    third.open("/account/organizations/link").await;
    assert_eq!(third.path(), "/account/organizations", "nothing was offered to this one");
    let cookies = format!("__Host-s={}; __Host-b={}", third.jar.get("__Host-s").unwrap(), third.jar.get("__Host-b").unwrap());
    let headers = [("cookie", cookies.as_str()), ("sec-fetch-site", "same-origin")];
    site.ask("POST", "/account/organizations/link", &headers, &format!("offer={offer}")).await;
    assert_eq!(identities(&site).await, 0);
    other.press_from_elsewhere("Link them").await;
    assert_eq!((other.status(), identities(&site).await), (403, 0));
    other.open("/account/organizations/link").await.press("Link them").await.see("The account is linked.");
    third.open("/sign-in/with/staff?link").await;
    let back = comes_back(&third, &there);
    third.open_from_elsewhere(&back).await.see("The account is linked.");
    assert_eq!(identities(&site).await, 1);
}
}

both_engines! {
async fn o02_an_account_there_is_one_persons_here_and_she_alone_unlinks_it(app: TestApp) {
    let (site, there, mut mine) = linked(&app).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut other = site.phone();
    let path = site.start(&mut other, "sione@foreign.example").await;
    other.open(&path).await.press("Sign in here").await.open("/sign-in/with/staff?link").await;
    let back = comes_back(&other, &there);
    other.open_from_elsewhere(&back).await.see("belongs to another account here");
    assert_eq!(other.status(), 400);
    let html = mine.open("/account/organizations").await.html();
    let id = html.split("/account/organizations/").nth(1).unwrap().split('/').next().unwrap();
    let cookie = format!("__Host-s={}", other.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    site.ask("POST", &format!("/account/organizations/{id}/unlink"), &headers, "a=b").await;
    assert_eq!(identities(&site).await, 1);
    mine.press(&format!("Unlink {NAME} {MELE}")).await.see("The account is unlinked.");
    assert_eq!(site.letter().await.subject, "An organization's account was unlinked from yours");
    mine.open("/account/log").await.see("An organization's account was unlinked");
    sign_in(&mut site.browser(), &there).await.see("Your organization's account is new here");
}
}

both_engines! {
async fn o05_without_enough_there_the_letter_follows_here(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    for (what, amr, acr) in [
        ("only a password", &["pwd"][..], None),
        ("nothing said", &[][..], None),
        ("another level", &["pwd"][..], Some("urn:one")),
        ("a word that only begins so", &["mfa2", "MFA"][..], Some("urn:two2")),
    ] {
        site.wait(61);
        there.who(|who| {
            who.amr = amr.iter().map(|&one| one.to_owned()).collect();
            who.acr = acr.map(str::to_owned);
        });
        let mut browser = site.phone();
        let before = site.sessions().await;
        sign_in(&mut browser, &there).await.see("Check your email");
        assert_eq!((browser.path(), site.sessions().await), ("/sign-in/check-email", before), "{what}");
        let letter = site.letter().await;
        let mut scanner = site.browser();
        scanner.open(&link(&letter)).await.see("Number shown on that screen");
        browser.open(&link(&letter)).await.press("Sign in here").await.see("Mele Taufa");
    }
    there.who(|who| who.acr = Some("urn:two".to_owned()));
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
    there.lies(|_, claims| claims["amr"] = "mfa".into());
    there.who(|who| who.acr = None);
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
}
}

both_engines! {
async fn o05_an_account_that_may_not_sign_in_does_not(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    app.write(|tx| tx.run(db::sql!("update account set disabled_at = created_at"), &[])).await;
    let mut browser = site.browser();
    sign_in(&mut browser, &there).await.see("may not sign in");
    refused(&browser, "disabled");
}
}

/// What is changed in a claim, at an instant.
type Lie = (&'static str, fn(&mut serde_json::Value, i64));

both_engines! {
async fn r02_a_new_sign_in_there_shows_again_who_it_is_and_an_old_one_does_not(app: TestApp) {
    let (site, there, mut mine) = linked(&app).await;
    site.wait(601);
    signed_in(&site, site.phone()).await;
    mine.open("/account/sessions").await.press("Sign out everywhere else").await.see("Is it still you?");
    let old = mine.jar.get("__Host-s").unwrap().to_owned();
    let lies: [Lie; 3] = [
        ("before it was asked", |claims, now| claims["auth_time"] = (now - 61).into()),
        ("not said when", |claims, _| drop(claims.as_object_mut().unwrap().remove("auth_time"))),
        ("somebody else", |claims, _| claims["sub"] = "staff-8".into()),
    ];
    let now = site.clock.now().as_second();
    for (what, lie) in lies {
        there.lies(move |_, claims| lie(claims, now));
        mine.open("/account/again?next=/account/sessions/end-others").await.follow("Show it with Bank of the Islands").await;
        let sent = mine.header("location");
        assert!(sent.contains("prompt=login") && sent.contains("max_age=0"), "{sent}");
        let back = comes_back(&mine, &there);
        mine.open_from_elsewhere(&back).await;
        assert_eq!((mine.status(), mine.jar.get("__Host-s").unwrap()), (400, old.as_str()), "{what}");
        mine.open("/account/again").await.see("Is it still you?");
    }
    there.is_honest();
    mine.open("/account/again?next=/account/sessions/end-others").await.follow("Show it with Bank of the Islands").await;
    let back = comes_back(&mine, &there);
    mine.open_from_elsewhere(&back).await;
    assert_ne!(mine.jar.get("__Host-s").unwrap(), old, "s03");
    mine.press("Go on").await.see("1 browser");
    site.wait(601);
    there.who(|who| who.amr = vec!["pwd".to_owned()]);
    mine.open("/account/again?next=/account").await.follow("Show it with Bank of the Islands").await;
    let back = comes_back(&mine, &there);
    mine.open_from_elsewhere(&back).await.see("Code from the email");
    let code = crate::site::code(&site.letter().await);
    mine.fill("Code from the email", &code).press("Go on").await;
    assert_eq!(mine.path(), "/account");
}
}

both_engines! {
async fn r01_whoever_was_asked_there_this_morning_is_asked_again_here_for_what_matters(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let now = site.clock.now().as_second();
    for (ago, asked) in [(Some(599), false), (Some(601), true), (None, true)] {
        there.lies(move |_, claims| match ago {
            Some(ago) => claims["auth_time"] = (now - ago).into(),
            None => drop(claims.as_object_mut().unwrap().remove("auth_time")),
        });
        let mut browser = site.phone();
        sign_in(&mut browser, &there).await.see("Mele Taufa");
        browser.open("/account/sessions").await.press("Sign out everywhere else").await;
        assert_eq!(browser.says("Is it still you?"), asked, "{ago:?}: {}", browser.text());
    }
}
}

both_engines! {
async fn an_organization_that_is_not_set_any_more_leaves_its_links_to_be_taken_away(app: TestApp) {
    let (site, there, mine) = linked(&app).await;
    let site = crate::site::Site { router: app.router(), ..site };
    let mut browser = site.browser();
    browser.open("/sign-in").await.see_not("Sign in with");
    browser.open("/sign-in/with/staff").await;
    assert_eq!(browser.status(), 404);
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let page = site.ask("GET", "/account/organizations", &[("cookie", &cookie)], "").await.body;
    assert!(page.contains(there.issuer()) && page.contains("Unlink"), "{page}");
}
}
