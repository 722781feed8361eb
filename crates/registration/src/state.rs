//! The states of a registration and the moves between them: the whole rule is one table.

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being filled in by the person.
    Draft,
    /// Sent; the secretariat decides next.
    Pending,
    /// The person may enter.
    Accredited,
    /// Refused, with a reason.
    Declined,
    /// Taken back by the person.
    Withdrawn,
}

/// What somebody does to a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Submit,
    Accredit,
    Decline,
    Withdraw,
}

impl State {
    pub const ALL: [State; 5] = [
        State::Draft,
        State::Pending,
        State::Accredited,
        State::Declined,
        State::Withdrawn,
    ];

    pub const CODES: [&str; 5] = ["draft", "pending", "accredited", "declined", "withdrawn"];

    /// As stored and as in addresses.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Pending => "pending",
            State::Accredited => "accredited",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state after this act, or none where the act is refused.
    pub fn after(self, act: Act) -> Option<State> {
        match (self, act) {
            (State::Draft, Act::Submit) => Some(State::Pending),
            (State::Pending, Act::Accredit) => Some(State::Accredited),
            (State::Pending, Act::Decline) => Some(State::Declined),
            (State::Pending | State::Accredited, Act::Withdraw) => Some(State::Withdrawn),
            _ => None,
        }
    }

    /// Counts against "one registration a person and event".
    pub fn active(self) -> bool {
        matches!(self, State::Draft | State::Pending | State::Accredited)
    }
}

impl Act {
    pub const ALL: [Act; 4] = [Act::Submit, Act::Accredit, Act::Decline, Act::Withdraw];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_state_and_act() {
        use State::{Accredited, Declined, Draft, Pending, Withdrawn};
        let table = [
            //               submit         accredit          decline         withdraw
            (Draft, [Some(Pending), None, None, None]),
            (Pending, [None, Some(Accredited), Some(Declined), Some(Withdrawn)]),
            (Accredited, [None, None, None, Some(Withdrawn)]),
            (Declined, [None, None, None, None]),
            (Withdrawn, [None, None, None, None]),
        ];
        for (state, outcomes) in table {
            for (act, expected) in Act::ALL.into_iter().zip(outcomes) {
                assert_eq!(state.after(act), expected, "{state:?} {act:?}");
            }
        }
        assert_eq!(table.map(|(state, _)| state), State::ALL);
    }

    #[test]
    fn codes_come_back() {
        for state in State::ALL {
            assert_eq!(State::parse(state.code()), Some(state));
        }
        assert_eq!(State::ALL.map(State::code), State::CODES);
        assert_eq!(State::parse("approved"), None);
    }
}
