//! What a mail server may answer, and what becomes of the letter then.
use crate::{Office, SLICES, TO, header};
use std::time::{Duration, Instant};
use testkit::{MailServer, TestApp, both_engines};

/// An office at a server on this machine, which is reached without TLS.
async fn office(app: &TestApp, server: &MailServer) -> Office {
    let url = format!("smtp://127.0.0.1:{}?tls=none&timeout=2", server.port());
    Office::open(app, &url).await
}

both_engines! {
    async fn an_accepted_letter_arrives_byte_for_byte(app: TestApp) {
        let Some(server) = MailServer::start(&[]) else { return };
        let office = office(&app, &server).await;
        office.post().await;
        assert_eq!(server.letters(), office.handed_over());
        assert_eq!(
            server.heard(),
            ["CONNECT", "MAIL no-reply@sala.example", &format!("RCPT {TO}"), "DATA"]
        );
        let letter = &server.letters()[0];
        assert_eq!(header(letter, "To"), TO);
        assert!(letter.is_ascii(), "other scripts are encoded");
        let longest = letter.lines().map(str::len).max();
        assert!(longest < Some(999), "no line is too long for SMTP: {longest:?}");
        assert_eq!((office.states().await, office.heard().await), (vec!["sent".to_owned()], vec!["1 Accepted".to_owned()]));
    }

    async fn a_letter_refused_for_now_is_accepted_later_with_the_same_message_id(app: TestApp) {
        for (verb, before) in [("DATA", 1), ("RCPT", 0), ("MAIL", 0)] {
            let Some(server) = MailServer::start(&["--answer", &format!("{verb}=451 4.3.0 Later")]) else { return };
            let office = office(&app, &server).await;
            office.post().await;
            assert_eq!(server.letters().len(), before, "{verb}");
            office.try_due().await;
            assert_eq!(server.letters().len(), before, "not before its time");
            office.try_later().await;
            assert_eq!(office.heard().await, ["1 RefusedForNow", "2 Accepted"], "{verb}");
            let letters = server.letters();
            assert_eq!(letters.len(), before + 1);
            assert_eq!(letters.last(), office.handed_over().last());
            let ids: Vec<String> = letters.iter().map(|letter| header(letter, "Message-ID")).collect();
            assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
            assert_eq!(server.heard().iter().filter(|line| *line == "CONNECT").count(), 1, "the connection is kept");
        }
    }

    async fn a_letter_refused_for_good_is_not_tried_again(app: TestApp) {
        for (verb, received) in [("DATA", 1), ("RCPT", 0)] {
            let Some(server) = MailServer::start(&["--answer", &format!("{verb}=550 5.1.1 No such mailbox")]) else { return };
            let office = office(&app, &server).await;
            office.post().await;
            office.try_later().await;
            assert_eq!(office.heard().await, ["1 Refused"], "{verb}");
            assert_eq!(office.states().await, ["refused"]);
            assert_eq!(server.letters().len(), received, "{verb}");
            assert!(office.handed_over().is_empty());
        }
    }

    async fn m09_an_idle_connection_that_died_is_made_anew_and_nobody_notices(app: TestApp) {
        let Some(server) = MailServer::start(&["--answer", "DATA=250 OK, hang up"]) else { return };
        let office = office(&app, &server).await;
        office.post().await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        office.post().await;
        assert_eq!(server.letters(), office.handed_over());
        assert_eq!(server.letters().len(), 2);
        assert_eq!(server.heard().iter().filter(|line| *line == "CONNECT").count(), 2);
        let (tries,): (i64,) = app.read(|tx| tx.one(db::sql!("select max(tries) from outbox"), &[])).await;
        assert_eq!((tries, office.states().await), (1, vec!["sent".to_owned(), "sent".to_owned()]), "at the first try");
    }

    async fn a_silent_server_is_given_up_after_the_time_it_may_take(app: TestApp) {
        let Some(server) = MailServer::start(&["--answer", "CONNECT=silence"]) else { return };
        let office = office(&app, &server).await;
        let began = Instant::now();
        office.post().await;
        let waited = began.elapsed();
        assert!(Duration::from_secs(2) <= waited && waited < Duration::from_secs(6), "{waited:?}");
        assert_eq!(office.heard().await, ["1 RefusedForNow"]);
        assert!(server.letters().is_empty());
        office.try_later().await;
        assert_eq!(server.letters(), office.handed_over());
        assert_eq!(office.states().await, ["sent"]);
    }

    async fn until_the_text_has_left_a_lost_connection_means_that_nothing_arrived(app: TestApp) {
        for (verb, answer) in [("MAIL", "hang up"), ("RCPT", "hang up"), ("RCPT", "silence")] {
            let Some(server) = MailServer::start(&["--answer", &format!("{verb}={answer}")]) else { return };
            let office = office(&app, &server).await;
            office.post().await;
            assert!(server.letters().is_empty());
            office.try_later().await;
            assert_eq!(office.heard().await, ["1 RefusedForNow", "2 Accepted"], "{verb} {answer}");
            assert_eq!(server.letters().last(), office.handed_over().last());
        }
    }

    async fn after_the_text_has_left_nobody_knows_and_it_goes_again_as_the_same_message(app: TestApp) {
        for answer in ["hang up", "silence"] {
            let Some(server) = MailServer::start(&["--answer", &format!("DATA={answer}")]) else { return };
            let office = office(&app, &server).await;
            office.post().await;
            assert_eq!(server.letters().len(), 1, "it did arrive");
            office.try_later().await;
            assert_eq!(office.heard().await, ["1 Unknown", "2 Accepted"], "{answer}");
            let letters = server.letters();
            assert_eq!(header(&letters[0], "Message-ID"), header(&letters[1], "Message-ID"));
        }
    }

    async fn an_address_outside_ascii_needs_a_server_that_takes_it(app: TestApp) {
        let (old, new) = (MailServer::start(&[]), MailServer::start(&["--utf8"]));
        let (Some(old), Some(new)) = (old, new) else { return };
        let to = "مريم@foreign.example";
        let refusing = office(&app, &old).await;
        refusing.post_to(to).await;
        refusing.try_due().await;
        assert_eq!((refusing.heard().await, old.letters().len()), (vec!["1 Refused".to_owned()], 0));
        refusing.post().await;
        assert_eq!(old.letters().len(), 1, "the next letter goes");
        let taking = office(&app, &new).await;
        taking.post_to(to).await;
        taking.try_due().await;
        assert_eq!(taking.heard().await, ["1 Accepted"]);
        assert_eq!(new.letters(), taking.handed_over());
        assert_eq!(header(&new.letters()[0], "To"), to);
    }

    async fn a_domain_in_another_script_needs_nothing_of_the_server(app: TestApp) {
        let Some(server) = MailServer::start(&[]) else { return };
        let office = office(&app, &server).await;
        office.post_to("mele@München.example").await;
        office.try_due().await;
        assert_eq!(office.heard().await, ["1 Accepted"]);
        assert_eq!(header(&server.letters()[0], "To"), "mele@xn--mnchen-3ya.example");
    }

    async fn an_address_that_no_mail_can_reach_is_refused_and_holds_nobody_up(app: TestApp) {
        let Some(server) = MailServer::start(&[]) else { return };
        let office = office(&app, &server).await;
        office.post_to("\u{1f600}@foreign.example").await;
        office.post().await;
        assert_eq!(server.letters(), office.handed_over());
        assert_eq!(header(&server.letters()[0], "To"), TO);
        assert_eq!(office.states().await, ["refused", "sent"]);
    }
}
