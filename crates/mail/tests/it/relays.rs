//! Two mail servers, and one that is down: who gets the letter, when it is tried again, and what all nodes know of it.
use crate::{Office, SLICES, TO, header};
use jiff::SignedDuration;
use std::net::TcpListener;
use testkit::{MailServer, TestApp, both_engines};

fn url(port: u16) -> String {
    format!("smtp://127.0.0.1:{port}?tls=none&timeout=2")
}

/// A port on which nobody listens now.
fn nobody() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

/// The kinds of trouble that are under way.
async fn troubles(app: &TestApp) -> Vec<String> {
    let all = app.read(mail::under_way).await;
    all.into_iter().map(|one| one.kind).collect()
}

async fn tries(app: &TestApp) -> Vec<i64> {
    let rows: Vec<(i64,)> = app
        .read(|tx| tx.all(db::sql!("select tries from outbox order by created_at, id"), &[]))
        .await;
    rows.into_iter().map(|(tries,)| tries).collect()
}

fn connections(server: &MailServer) -> usize {
    server.heard().iter().filter(|line| *line == "CONNECT").count()
}

both_engines! {
    async fn when_the_first_server_is_down_the_second_gets_the_letter_at_once(app: TestApp) {
        let Some(second) = MailServer::start(&[]) else { return };
        let office = Office::with(&app, &url(nobody()), Some(&url(second.port()))).await;
        office.post().await;
        assert_eq!(second.letters(), office.handed_over());
        assert_eq!((office.heard().await, office.states().await), (vec!["1 Accepted".to_owned()], vec!["sent".to_owned()]));
        assert!(troubles(&app).await.is_empty(), "one failure is none");
    }

    async fn what_the_first_does_not_take_goes_to_the_second_as_the_same_message(app: TestApp) {
        for (answer, heard) in [
            ("DATA=451 4.3.0 Later", "1 RefusedForNow"),
            ("DATA=hang up", "1 Unknown"),
        ] {
            let (first, second) = (MailServer::start(&["--answer", answer]), MailServer::start(&[]));
            let (Some(first), Some(second)) = (first, second) else { return };
            let office = Office::with(&app, &url(first.port()), Some(&url(second.port()))).await;
            office.post().await;
            let mut told = office.heard().await;
            told.sort();
            assert_eq!(told, ["1 Accepted", heard], "{answer}");
            assert_eq!(second.letters(), office.handed_over());
            assert_eq!(header(&first.letters()[0], "Message-ID"), header(&second.letters()[0], "Message-ID"));
        }
        for answer in ["RCPT=451 4.3.0 Later", "MAIL=451 4.3.0 Later", "MAIL=550 5.7.1 Not you", "MAIL=hang up", "CONNECT=silence"] {
            let (first, second) = (MailServer::start(&["--answer", answer]), MailServer::start(&[]));
            let (Some(first), Some(second)) = (first, second) else { return };
            let office = Office::with(&app, &url(first.port()), Some(&url(second.port()))).await;
            office.post().await;
            assert_eq!((first.letters().len(), second.letters()), (0, office.handed_over()), "{answer}");
            assert_eq!(office.states().await, ["sent"], "{answer}");
        }
    }

    async fn what_the_first_refuses_for_good_is_not_offered_to_the_second(app: TestApp) {
        let (first, second) = (MailServer::start(&["--answer", "RCPT=550 5.1.1 No such mailbox"]), MailServer::start(&[]));
        let (Some(first), Some(second)) = (first, second) else { return };
        let office = Office::with(&app, &url(first.port()), Some(&url(second.port()))).await;
        office.post().await;
        assert_eq!((office.heard().await, office.states().await), (vec!["1 Refused".to_owned()], vec!["refused".to_owned()]));
        assert!(second.heard().is_empty());
    }

    async fn a_server_that_takes_nothing_from_us_refuses_no_mailbox(app: TestApp) {
        let Some(server) = MailServer::start(&["--answer", "MAIL=530 5.7.0 Authentication required"]) else { return };
        let office = Office::open(&app, &url(server.port())).await;
        office.post().await;
        assert_eq!((office.heard().await, office.states().await), (vec!["1 RefusedForNow".to_owned()], vec!["waiting".to_owned()]));
        office.try_later().await;
        assert_eq!(office.states().await, ["sent"]);
    }

    async fn after_three_failures_nobody_asks_for_half_a_minute_and_then_without_a_letter(app: TestApp) {
        let port = nobody();
        let office = Office::open(&app, &url(port)).await;
        for number in 1..=4 {
            office.post_to(&format!("person{number}@foreign.example")).await;
        }
        office.try_due().await;
        assert_eq!((tries(&app).await, troubles(&app).await), (vec![1, 1, 1, 0], vec!["letters".to_owned()]), "the fourth was not tried");
        let [relay] = app.read(mail::relays).await.try_into().expect("there is one");
        assert_eq!((relay.name, relay.failures), (format!("127.0.0.1:{port}"), 3));
        app.advance(SignedDuration::from_secs(29));
        office.try_due().await;
        assert_eq!(tries(&app).await, [1, 1, 1, 0]);
        app.advance(SignedDuration::from_secs(1));
        office.try_due().await;
        assert_eq!(tries(&app).await, [1, 1, 1, 0], "asked without a letter, and still down");
        let Some(server) = MailServer::start(&["--port", &port.to_string()]) else { return };
        app.advance(SignedDuration::from_secs(29));
        office.try_due().await;
        assert_eq!(connections(&server), 0, "it rests again");
        app.advance(SignedDuration::from_secs(1));
        office.try_due().await;
        assert_eq!((tries(&app).await, office.states().await), (vec![2, 2, 2, 1], vec!["sent".to_owned(); 4]), "back, and every letter leaves");
        assert_eq!(server.letters().len(), 4);
        assert!(troubles(&app).await.is_empty());
    }

    async fn a_server_that_answers_and_takes_nothing_is_no_end_of_the_trouble(app: TestApp) {
        let refusing = ["--answer", "DATA=451 4.3.0 Later"].repeat(4);
        let Some(server) = MailServer::start(&refusing) else { return };
        let office = Office::open(&app, &url(server.port())).await;
        for number in 1..=3 {
            office.post_to(&format!("person{number}@foreign.example")).await;
        }
        office.try_due().await;
        assert_eq!(troubles(&app).await, ["letters"]);
        let late = app.read(mail::late).await.expect("letters are late");
        assert!(late.last_left.is_none());
        app.advance(SignedDuration::from_secs(30));
        office.try_due().await;
        assert_eq!(server.letters().len(), 4, "one letter was enough to see that it is not back");
        assert_eq!(troubles(&app).await, ["letters"]);
        app.advance(SignedDuration::from_secs(30));
        office.try_due().await;
        assert_eq!(office.states().await, ["sent"; 3]);
        assert!(troubles(&app).await.is_empty() && app.read(mail::late).await.is_none());
    }

    async fn one_server_of_two_that_is_down_keeps_no_letter_back_and_is_known(app: TestApp) {
        let port = nobody();
        let Some(second) = MailServer::start(&[]) else { return };
        let office = Office::with(&app, &url(port), Some(&url(second.port()))).await;
        for _ in 0..4 {
            office.post().await;
        }
        assert_eq!((troubles(&app).await, office.states().await), (vec!["relay".to_owned()], vec!["sent".to_owned(); 4]));
        assert!(app.read(mail::late).await.is_none());
        let Some(first) = MailServer::start(&["--port", &port.to_string()]) else { return };
        app.advance(SignedDuration::from_secs(30));
        office.post().await;
        assert_eq!((first.letters().len(), second.letters().len()), (1, 4), "letters go to the first again");
        assert!(troubles(&app).await.is_empty());
    }

    async fn a_mailbox_that_asks_to_wait_is_no_trouble_of_the_server_but_three_are(app: TestApp) {
        app.may_leave_work();
        let waiting = ["--answer", "RCPT=450 4.2.0 Come again"].repeat(8);
        let Some(server) = MailServer::start(&waiting) else { return };
        let office = Office::open(&app, &url(server.port())).await;
        office.post().await;
        for wait in [5, 15, 45] {
            app.advance(SignedDuration::from_secs(wait));
            office.try_due().await;
        }
        assert_eq!((tries(&app).await, troubles(&app).await), (vec![4], Vec::<String>::new()));
        office.post_to("sione@foreign.example").await;
        office.post_to("ana@foreign.example").await;
        office.try_due().await;
        assert_eq!(troubles(&app).await, ["letters"]);
    }

    async fn what_one_node_learned_of_a_server_every_node_knows(app: TestApp) {
        app.may_leave_work();
        let Some(server) = MailServer::start(&["--answer", "DATA=451 4.3.0 Later"].repeat(3)) else { return };
        let one = Office::open(&app, &url(server.port())).await;
        let other = Office::beside(&app, &url(server.port()), None);
        other.try_due().await;
        for _ in 0..3 {
            one.post().await;
        }
        let before = connections(&server);
        other.post().await;
        assert_eq!((server.letters().len(), connections(&server)), (3, before), "the other node does not ask either");
        // whoever starts the program may have mended something
        let third = Office::beside(&app, &url(server.port()), None);
        third.post().await;
        assert_eq!(third.states().await, ["sent"; 5]);
    }

    async fn two_nodes_ask_a_server_that_rested_once(app: TestApp) {
        app.may_leave_work();
        let port = nobody();
        let (one, other) = (Office::open(&app, &url(port)).await, Office::beside(&app, &url(port), None));
        other.try_due().await;
        for _ in 0..3 {
            one.post().await;
        }
        assert_eq!(troubles(&app).await, ["letters"]);
        let Some(server) = MailServer::start(&["--port", &port.to_string(), "--answer", "CONNECT=silence"]) else { return };
        app.advance(SignedDuration::from_secs(30));
        tokio::join!(one.try_due(), other.try_due());
        assert_eq!(connections(&server), 1);
    }

    async fn letters_that_no_program_takes_are_late(app: TestApp) {
        let Some(server) = MailServer::start(&[]) else { return };
        let office = Office::open(&app, &url(server.port())).await;
        office.post_to(TO).await;
        app.advance(SignedDuration::from_secs(59));
        app.write(mail::judge).await;
        assert!(app.read(mail::late).await.is_none());
        app.advance(SignedDuration::from_secs(1));
        app.write(mail::judge).await;
        assert!(app.read(mail::late).await.is_some());
        app.advance(SignedDuration::from_secs(1));
        office.try_due().await;
        app.write(mail::judge).await;
        assert!(app.read(mail::late).await.is_none());
    }

    async fn operators_are_told_of_what_lasts_and_of_its_end_once(app: TestApp) {
        let tell = async || {
            let told = app.write(mail::to_tell).await;
            told.iter().map(|one| (one.kind.clone(), one.ended_at.is_some())).collect::<Vec<_>>()
        };
        let port = nobody();
        let office = Office::open(&app, &url(port)).await;
        for _ in 0..3 {
            office.post().await;
        }
        assert!(tell().await.is_empty(), "not at once");
        app.advance(SignedDuration::from_secs(30));
        assert_eq!(tell().await, [("letters".to_owned(), false)]);
        assert!(tell().await.is_empty());
        let Some(_server) = MailServer::start(&["--port", &port.to_string()]) else { return };
        office.try_due().await;
        assert_eq!(tell().await, [("letters".to_owned(), true)]);
        assert!(tell().await.is_empty());
        app.advance(SignedDuration::from_secs(1));
        office.post_to(TO).await;
        app.advance(SignedDuration::from_secs(60));
        app.write(mail::judge).await;
        office.try_due().await;
        app.advance(SignedDuration::from_secs(30));
        app.write(mail::judge).await;
        assert!(tell().await.is_empty(), "what was over before anybody was told is not told");
    }
}
