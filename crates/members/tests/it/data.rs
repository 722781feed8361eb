//! The data files hold what the pages promise.

use std::collections::{BTreeMap, BTreeSet};

use members::{TILES, arabic_names, member_lines, motif};

#[test]
fn sixty_two_members_with_unique_codes_and_names() {
    let lines = member_lines().unwrap();
    assert_eq!(lines.len(), 62);
    for field in [
        |line: &members::MemberLine| line.iso_alpha3.clone(),
        |line: &members::MemberLine| line.iso_alpha2.clone(),
        |line: &members::MemberLine| line.name_en.clone(),
        |line: &members::MemberLine| line.sort_key.clone(),
    ] {
        assert_eq!(lines.iter().map(field).collect::<BTreeSet<_>>().len(), 62);
    }
    let mut by_membership = BTreeMap::new();
    for line in &lines {
        *by_membership.entry(line.membership.as_str()).or_insert(0) += 1;
    }
    assert_eq!(
        by_membership.into_iter().collect::<Vec<_>>(),
        vec![
            ("associate_member", 9),
            ("member", 49),
            ("member_non_regional", 4)
        ]
    );
}

#[test]
fn the_list_order_is_the_order_of_the_sort_keys() {
    let lines = member_lines().unwrap();
    let order: Vec<i64> = lines.iter().map(|line| line.order_en).collect();
    assert_eq!(order, (1..=62).collect::<Vec<i64>>());
    let keys: Vec<&str> = lines.iter().map(|line| line.sort_key.as_str()).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(keys, sorted);
}

#[test]
fn every_zone_is_known() {
    let unknown: Vec<String> = member_lines()
        .unwrap()
        .into_iter()
        .filter(|line| jiff::tz::TimeZone::get(&line.timezone).is_err())
        .map(|line| format!("{} {}", line.iso_alpha3, line.timezone))
        .collect();
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn every_member_has_one_square_and_every_square_a_member() {
    let members: BTreeMap<String, String> = member_lines()
        .unwrap()
        .into_iter()
        .map(|line| (line.iso_alpha3, line.membership))
        .collect();
    assert_eq!(TILES.len(), 62);
    let tiles: BTreeMap<String, String> = TILES
        .iter()
        .map(|tile| (tile.iso3.clone(), tile.membership.clone()))
        .collect();
    assert_eq!(tiles, members);
    assert_eq!(
        TILES
            .iter()
            .map(|tile| (tile.row, tile.col))
            .collect::<BTreeSet<_>>()
            .len(),
        62
    );
    assert!(
        TILES
            .iter()
            .all(|tile| (1..=11).contains(&tile.row) && (1..=14).contains(&tile.col))
    );
    let apart: BTreeSet<(u32, u32)> = TILES
        .iter()
        .filter(|tile| tile.membership == "member_non_regional")
        .map(|tile| (tile.row, tile.col))
        .collect();
    assert_eq!(apart, BTreeSet::from([(11, 1), (11, 2), (11, 3), (11, 4)]));
}

#[test]
fn every_member_has_one_arabic_name() {
    let names = arabic_names().unwrap();
    let codes: BTreeSet<String> = member_lines()
        .unwrap()
        .into_iter()
        .map(|line| line.iso_alpha3)
        .collect();
    assert_eq!(names.keys().cloned().collect::<BTreeSet<_>>(), codes);
    assert_eq!(names.values().collect::<BTreeSet<_>>().len(), 62);
    let arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c) || " ()-".contains(c);
    let odd: Vec<&String> = names.values().filter(|name| !name.chars().all(arabic)).collect();
    assert_eq!(odd, Vec::<&String>::new());
}

#[test]
fn the_host_is_the_brass_square() {
    let squares = |path: &str| path.matches('M').count();
    let hosted = motif(Some("THA"));
    assert_eq!(hosted.host, "M51 51h8v8h-8z");
    assert_eq!((squares(&hosted.others), squares(&hosted.host)), (57, 1));
    let alone = motif(None);
    assert_eq!((squares(&alone.others), squares(&alone.host)), (58, 0));
}
