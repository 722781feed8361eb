//! The status line of a registration: received, with the secretariat, decided, badge. Who acts next, since when, and
//! how long it usually takes.

use forum::Event;

use crate::words::Words;
use crate::{Registration, State, labels};

/// One stage of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    pub done: bool,
    pub title: &'static str,
    pub detail: String,
}

/// The stages of a registration that was sent; none for a draft.
pub fn stages(w: Words, event: &Event, r: &Registration) -> Vec<Stage> {
    let Some(submitted) = r.submitted_at else {
        return Vec::new();
    };
    let tz = event.tz();
    let when = |at| labels::moment(w.0, at, &tz);
    let done = |title, detail| Stage {
        done: true,
        title,
        detail,
    };
    let open = |title, detail: &str| Stage {
        done: false,
        title,
        detail: detail.to_owned(),
    };
    let mut stages = vec![done(w.track_received(), when(submitted))];
    if r.state() == State::Pending {
        let since = w.track_secretariat_since(when(submitted));
        stages.push(Stage {
            done: false,
            title: w.track_secretariat(),
            detail: since,
        });
        stages.push(open(w.track_decided(), w.track_decided_later()));
        stages.push(open(w.track_badge(), w.track_badge_later()));
        return stages;
    }
    if let Some(decided) = r.decided_at {
        stages.push(done(
            w.track_secretariat(),
            w.track_secretariat_done(when(decided)),
        ));
        let outcome = if r.state() == State::Declined {
            w.track_declined()
        } else {
            w.track_accredited()
        };
        stages.push(done(outcome, when(decided)));
    }
    match (r.state(), r.withdrawn_at) {
        (State::Withdrawn, Some(at)) => stages.push(done(w.track_withdrawn(), when(at))),
        (State::Accredited, _) => stages.push(open(w.track_badge(), w.track_badge_later())),
        _ => {}
    }
    stages
}

/// The sentence that says who acts next; only while the secretariat does.
pub fn next(w: Words, r: &Registration) -> Option<String> {
    if r.state() != State::Pending {
        return None;
    }
    let missing: Vec<&str> = [(r.photo_id, w.photo()), (r.letter_id, w.letter())]
        .into_iter()
        .filter_map(|(file, words)| file.is_none().then_some(words))
        .collect();
    if missing.is_empty() {
        return Some(w.track_next().to_owned());
    }
    Some(w.track_next_papers(i18n::list_and(w.0, &missing)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use i18n::Locale;

    fn line(state: State) -> Vec<(bool, &'static str)> {
        let r = sample::registration(state);
        stages(Words(Locale::En), &sample::event(), &r)
            .into_iter()
            .map(|stage| (stage.done, stage.title))
            .collect()
    }

    #[test]
    fn the_line_moves_with_the_state() {
        assert_eq!(line(State::Draft), []);
        assert_eq!(
            line(State::Pending),
            [
                (true, "Received"),
                (false, "With the secretariat"),
                (false, "Decision"),
                (false, "Badge")
            ]
        );
        assert_eq!(
            line(State::Accredited),
            [
                (true, "Received"),
                (true, "With the secretariat"),
                (true, "Accredited"),
                (false, "Badge")
            ]
        );
        assert_eq!(
            line(State::Declined),
            [
                (true, "Received"),
                (true, "With the secretariat"),
                (true, "Declined")
            ]
        );
        assert_eq!(
            line(State::Withdrawn),
            [
                (true, "Received"),
                (true, "With the secretariat"),
                (true, "Accredited"),
                (true, "Withdrawn by you")
            ]
        );
    }

    #[test]
    fn it_says_since_when_and_how_long_it_takes_on_the_clock_of_the_event() {
        let stages = stages(
            Words(Locale::En),
            &sample::event(),
            &sample::registration(State::Pending),
        );
        assert_eq!(
            stages[1].detail,
            "since 15 August 2022, 09:00; usually three working days"
        );
        assert_eq!(stages[3].detail, "comes later, after accreditation");
    }

    #[test]
    fn who_acts_next_is_said_only_while_somebody_must() {
        let w = Words(Locale::En);
        let pending = sample::registration(State::Pending);
        assert_eq!(
            next(w, &pending).unwrap(),
            "The secretariat acts next. Please add what is missing: Photo for the badge and Note verbale or letter of nomination."
        );
        assert_eq!(next(w, &sample::registration(State::Accredited)), None);
    }
}
