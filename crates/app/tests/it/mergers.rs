//! Two accounts made one: no room forgets what refers to an account.
use crate::SLICES;

/// A table that comes later says here whether its rows go to the account that stays.
#[test]
fn s09_every_column_that_refers_to_an_account_says_what_becomes_of_it_when_two_are_made_one() {
    let mut said: Vec<&str> = SLICES
        .iter()
        .flat_map(|slice| slice.referring)
        .map(|referring| referring.column)
        .collect();
    said.sort_unstable();
    assert_eq!(
        said,
        db::content::referring_to("account").expect("the schema can be read")
    );
}
