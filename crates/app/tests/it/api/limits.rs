//! How often a program may ask, on all nodes together.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::middleware::from_fn_with_state;
use http::Request;
use jiff::SignedDuration;
use std::net::SocketAddr;
use testkit::TestApp;
use tower::ServiceExt as _;
use web::App;

/// The same database behind another program.
pub fn another_node(app: &TestApp) -> Router {
    let reader =
        |router: Router<App>, app: &App| router.layer(from_fn_with_state(app.clone(), people::visitor_layer));
    Router::new().fallback_service(web::stack(app.web(), people::SESSION_COOKIE, reader).service)
}

testkit::both_engines! {
    async fn without_a_token_an_address_asks_120_times_a_minute(app: TestApp) {
        fill(&app).await;
        let here = Client::new(&app).await;
        let mut there = here.clone();
        there.router = another_node(&app);
        let first = here.get("/members/TON").await;
        assert_eq!(first.header("ratelimit-policy"), "\"address\";q=120;w=60");
        assert_eq!(first.header("ratelimit"), "\"address\";r=119;t=60");
        let (mut answered, mut refused) = (1, 0);
        for n in 0..160 {
            let node = if n % 2 == 0 { &here } else { &there };
            let said = node.get("/members/TON").await;
            match said.status {
                200 => answered += 1,
                429 => {
                    refused += 1;
                    assert_eq!((said.problem().1, said.header("retry-after")), ("too_often", "60"));
                    assert!(said.header("ratelimit").contains("r=0"), "{}", said.header("ratelimit"));
                }
                other => unreachable!("{other}"),
            }
        }
        assert_eq!((answered, refused), (120, 41), "never more on two nodes together");
        app.advance(SignedDuration::from_secs(59));
        assert_eq!(here.get("/members/TON").await.header("retry-after"), "1");
        app.advance(SignedDuration::from_secs(1));
        assert_eq!(here.get("/members/TON").await.status, 200, "a new minute");
    }

    async fn a_token_has_a_count_of_its_own(app: TestApp) {
        let anybody = Client::new(&app).await;
        let own = anybody.with(&desk(&app, "Orapin", &[], &ALL).await);
        for _ in 0..130 {
            anybody.get("/members").await;
        }
        assert_eq!(anybody.get("/members").await.status, 429);
        let said = own.get("/me").await;
        assert_eq!((said.status, said.header("ratelimit-policy")), (200, "\"token\";q=600;w=60"));
        assert_eq!(anybody.with("sala_nonsense").get("/members").await.status, 429, "a token that is none is an address");
    }

    async fn t08_visitors_behind_a_proxy_of_ours_are_counted_each_for_herself(app: TestApp) {
        let ask = async |peer: [u8; 4], forwarded: &str| {
            let request = Request::get("/api/v1/members")
                .header("host", "sala.example")
                .header("x-forwarded-for", forwarded)
                .extension(ConnectInfo(SocketAddr::from((peer, 1))));
            let answer = app.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            answer.headers()["ratelimit"].to_str().unwrap().to_owned()
        };
        assert_eq!(ask([10, 0, 0, 1], "198.51.100.1").await, "\"address\";r=119;t=60");
        assert_eq!(ask([10, 0, 0, 1], "198.51.100.2").await, "\"address\";r=119;t=60");
        assert_eq!(ask([10, 0, 0, 2], "198.51.100.1").await, "\"address\";r=118;t=60");
        assert_eq!(ask([192, 0, 2, 1], "198.51.100.1").await, "\"address\";r=119;t=60");
        assert_eq!(ask([192, 0, 2, 1], "198.51.100.2").await, "\"address\";r=118;t=60");
    }

    async fn a_crowd_at_once_is_not_let_through(app: TestApp) {
        fill(&app).await;
        let client = Client::new(&app).await;
        let crowd: Vec<_> = (0..200).map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.get("/members/TON").await.status })
        }).collect();
        let mut answered = 0;
        for one in crowd {
            answered += usize::from(one.await.unwrap() == 200);
        }
        assert!((1..=120).contains(&answered), "{answered}");
    }
}
