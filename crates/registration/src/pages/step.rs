//! The form, one short step at a time. Each step saves by itself; what was typed is never lost.

use axum::extract::Path;
use base::Fault;
use forum::entered::Entered;
use forum::{Event, EventBySlug};
use people::{Me, Posted};
use web::{App, Error, Form, Visitor};

use super::answers::{self, Whole};
use super::step_view::{self, Shown};
use super::{fields, papers, register};
use crate::start::{self, Person};
use crate::submit::{self, submit};
use crate::words::Words;
use crate::{State, Step, read, save, urls};

/// The person as this room needs her; her letters follow the language she reads.
fn person(me: &Me, visitor: &Visitor) -> Person {
    Person {
        account: me.id,
        name: me.name.clone(),
        locale: visitor.locale,
    }
}

/// Her registration, or what a new one would begin with; and whether it is stored.
async fn current(app: &App, event: &Event, person: Person) -> Result<(Whole, bool), Fault> {
    let event = event.clone();
    app.db()
        .read(move |tx| {
            let active = read::active(tx, event.id, person.account)?;
            let stored = active.is_some();
            let registration = match active {
                Some(active) => active,
                None => start::fresh(tx, &event, &person)?,
            };
            Ok::<_, Fault>((answers::whole(tx, registration)?, stored))
        })
        .await
}

fn parse(event: &str, path: &(String, String)) -> Result<Step, Error> {
    debug_assert_eq!(event, path.0);
    Step::parse(&path.1).ok_or(Error::NotFound)
}

/// `GET /e/{slug}/register/{step}`
pub async fn get(
    app: App,
    visitor: Visitor,
    me: Me,
    event: EventBySlug,
    Path(path): Path<(String, String)>,
) -> web::Result {
    let step = parse(&event.slug, &path)?;
    let (whole, stored) = current(&app, &event, person(&me, &visitor)).await?;
    if let Some(elsewhere) = elsewhere(&app, &visitor, &event, &whole, step) {
        return elsewhere;
    }
    let mut kept = people::kept(&app, &me, &urls::step(&event.slug, step)).await?;
    let e = match &kept {
        Some(form) if step != Step::Papers => fields::typed(form, step, Words(visitor.locale)),
        _ => fields::stored(&whole.registration, whole.member.as_ref(), step),
    };
    if let (Some(form), Step::Papers) = (&mut kept, step) {
        // Files that waited are put in their place at once: a page cannot fill a file field again.
        let mut e = Entered::default();
        if let Err(save::Refused::Fault(fault)) = papers::take(
            &app,
            &event,
            &person(&me, &visitor),
            form,
            &mut e,
            Words(visitor.locale),
        )
        .await
        {
            return Err(fault.into());
        }
        let (account, path) = (me.id, urls::step(&event.slug, step));
        app.db()
            .write(move |tx| people::stash::drop(tx, account, &path))
            .await?;
        let (whole, _) = current(&app, &event, person(&me, &visitor)).await?;
        return step_view::page(
            &app,
            &visitor,
            &event,
            Shown {
                whole: &whole,
                stored: true,
                step,
                e,
                kept: true,
            },
        )
        .await;
    }
    step_view::page(
        &app,
        &visitor,
        &event,
        Shown {
            whole: &whole,
            stored,
            step,
            e,
            kept: kept.is_some(),
        },
    )
    .await
}

/// Where one is led who cannot be on this step: the status page once it is sent, the closed page after the deadline.
fn elsewhere(app: &App, visitor: &Visitor, event: &Event, whole: &Whole, step: Step) -> Option<web::Result> {
    let now = app.now();
    let my = || web::link(visitor, &urls::my(&event.slug));
    match whole.registration.state() {
        State::Draft if event.registration_open(now) => None,
        State::Draft => Some(Ok(register::closed(app, visitor, event))),
        State::Pending if step == Step::Papers && !event.over(now) => None,
        _ => Some(Ok(web::redirect(&my()))),
    }
}

/// `POST /e/{slug}/register/{step}`
pub async fn post(
    app: App,
    visitor: Visitor,
    event: EventBySlug,
    Path(path): Path<(String, String)>,
    posted: Posted,
) -> web::Result {
    let step = parse(&event.slug, &path)?;
    let w = Words(visitor.locale);
    let who = person(&posted.me, &visitor);
    let mut form = posted.form;
    let mut e = fields::typed(&form, step, w);
    let saved = match step {
        Step::You => match fields::you(&mut e, w) {
            Some(you) => {
                write(&app, &event, &who, step, move |tx, event, who| {
                    save::you(tx, event, who, &you)
                })
                .await
            }
            None => Ok(()),
        },
        Step::Delegation => {
            let members = app.db().read(members::all).await?;
            match fields::delegation(&mut e, w, &members) {
                Some(to) => {
                    write(&app, &event, &who, step, move |tx, event, who| {
                        save::delegation(tx, event, who, &to)
                    })
                    .await
                }
                None => Ok(()),
            }
        }
        Step::Papers => papers::take(&app, &event, &who, &mut form, &mut e, w).await,
        Step::Access => match fields::access(&mut e, w) {
            Some(to) => {
                write(&app, &event, &who, step, move |tx, event, who| {
                    save::access(tx, event, who, &to)
                })
                .await
            }
            None => Ok(()),
        },
        Step::Check => return send(&app, &visitor, &event, &who).await,
    };
    match saved {
        Ok(()) if e.refused() || !form.text("remove").is_empty() => {
            let (whole, stored) = current(&app, &event, who).await?;
            step_view::page(
                &app,
                &visitor,
                &event,
                Shown {
                    whole: &whole,
                    stored,
                    step,
                    e,
                    kept: false,
                },
            )
            .await
        }
        Ok(()) => Ok(web::redirect(&web::link(
            &visitor,
            &after(&app, &event, &who, step, &form).await?,
        ))),
        Err(save::Refused::Closed) => Ok(register::closed(&app, &visitor, &event)),
        Err(save::Refused::Sent) => Ok(web::redirect(&web::link(
            &visitor,
            &format!("{}?done=already", urls::my(&event.slug)),
        ))),
        Err(save::Refused::Fault(fault)) => Err(fault.into()),
    }
}

/// Runs one of the saving operations.
async fn write(
    app: &App,
    event: &Event,
    who: &Person,
    step: Step,
    save: impl Fn(&mut db::Tx<'_>, &Event, &Person) -> Result<(), save::Refused> + Send + Sync + 'static,
) -> Result<(), save::Refused> {
    let (event, who) = (event.clone(), who.clone());
    app.db()
        .write(move |tx| {
            save(tx, &event, &who)?;
            // What waited from a session that had ended is stored now.
            Ok(people::stash::drop(
                tx,
                who.account,
                &urls::step(&event.slug, step),
            )?)
        })
        .await
}

/// Where a saved step leads: on, or to the page that waits for her return.
async fn after(app: &App, event: &Event, who: &Person, step: Step, form: &Form) -> Result<String, Fault> {
    let (id, account) = (event.id, who.account);
    let active = app.db().read(move |tx| read::active(tx, id, account)).await?;
    if active.is_some_and(|r| r.state() != State::Draft) {
        return Ok(format!("{}?done=papers", urls::my(&event.slug)));
    }
    if form.text("later").is_empty() {
        Ok(urls::step(&event.slug, step.following()))
    } else {
        Ok(format!("{}?done=saved", urls::my(&event.slug)))
    }
}

/// The last step: sends it, or leads to the step where an answer is missing.
async fn send(app: &App, visitor: &Visitor, event: &Event, who: &Person) -> web::Result {
    let (whole, account) = (event.clone(), who.account);
    let to = match app.db().write(move |tx| submit(tx, &whole, account)).await {
        Ok(_) => {
            mail::wake();
            format!("{}?done=sent", urls::my(&event.slug))
        }
        Err(submit::Refused::AlreadySent) => urls::my(&event.slug),
        Err(submit::Refused::NotStarted) => urls::step(&event.slug, Step::You),
        Err(submit::Refused::Incomplete(step)) => urls::step(&event.slug, step),
        Err(submit::Refused::Closed) => return Ok(register::closed(app, visitor, event)),
        Err(submit::Refused::Fault(fault)) => return Err(fault.into()),
    };
    Ok(web::redirect(&web::link(visitor, &to)))
}
