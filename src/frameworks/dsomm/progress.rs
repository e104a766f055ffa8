//! What a team has said, as answers: `team-progress.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use super::options::TeamProgress;
use super::states::{State, States};
use crate::answers::{Answer, Answers, Claim, Clauses, Date, DegreeMet, empty};
use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::lang::Text;
use crate::model::counting::Fraction;
use crate::model::{ClauseId, Id, Level, Model};
use crate::yaml::Node;

/// The only clause of an activity.
const CLAUSE: ClauseId = ClauseId { level: Level(1), number: 1 };

/// The answers of one team: of each activity the furthest state, by what the states count and not by their days.
pub(super) fn progress(
    reading: &mut Reading<'_>,
    model: &Model,
    states: Option<&States>,
    team: &TeamProgress,
    (file, documents): &(usize, Vec<Node>),
) -> Option<Answers> {
    let states = states?;
    let root = documents.iter().find_map(|document| document.get("progress"));
    let Some(root) = root else {
        let message = text!("no `progress` of teams is in this file", "此文件中没有团队的 `progress`");
        let help =
            text!("name the `team-progress.yaml` of a copy of DSOMM", "请指定 DSOMM 副本的 `team-progress.yaml`");
        reading.problem(&Place { file: *file, span: 0..0 }, message, Some(help));
        return None;
    };
    let ids: BTreeMap<&str, &Id> =
        model.dimensions().filter_map(|it| Some((it.reference.as_deref()?, &it.id))).collect();
    let mut answers = empty(model);
    let mut teams = BTreeSet::new();
    for activity in root.entries() {
        let place = Place { file: *file, span: activity.place.clone() };
        let Some(of_teams) = Fields::of(reading, *file, &activity.node, "progress") else { continue };
        teams.extend(of_teams.entries().iter().map(|entry| entry.key.as_str()));
        let Some(entry) = of_teams.entries().iter().find(|entry| entry.key == team.name) else { continue };
        let Some(id) = ids.get(activity.key.as_str()) else {
            reading.lose("progress of an activity that the model does not have", &place);
            continue;
        };
        let mut furthest: Option<&State> = None;
        for state in entry.node.entries() {
            let place = Place { file: *file, span: state.place.clone() };
            let Some(known) = states.all.iter().find(|it| it.title == state.key) else {
                reading.lose("progress in a state that `meta.yaml` does not name", &place);
                continue;
            };
            furthest = furthest.filter(|it| it.score >= known.score).or(Some(known));
            let day = state.node.text().and_then(|day| day.get(..10)?.parse::<Date>().ok());
            answers.assessment.date = answers.assessment.date.max(day);
        }
        if let Some(state) = furthest {
            answers.given.insert((*id).clone(), answer(model, state));
        }
    }
    if !teams.contains(team.name.as_str()) && !states.teams.contains(&team.name) {
        unknown_team(reading, *file, team, &teams);
    }
    answers.assessment.team = Some(team.name.clone());
    Some(answers)
}

fn answer(model: &Model, state: &State) -> Answer {
    let met = if state.score == Fraction::ONE { Clauses::from_iter([CLAUSE]) } else { Clauses::new() };
    let degree = model.scoring.degree(&state.id).filter(|_| met.is_empty() && state.score > Fraction::ZERO);
    let degrees = degree.map(|degree| (CLAUSE, DegreeMet::from(degree))).into_iter().collect();
    let claim = Some(Claim::Level { level: Level(0), met });
    Answer { claim, degrees, ..Answer::default() }
}

fn unknown_team(reading: &mut Reading<'_>, file: usize, team: &TeamProgress, teams: &BTreeSet<&str>) {
    let name = &team.name;
    let message = text!("no team is called `{name}` here", "此处没有名为 `{name}` 的团队");
    let Text { en, zh, .. } = Text::list_words(teams.iter().take(20));
    let help = (!teams.is_empty()).then(|| text!("there are {en}", "可选：{zh}"));
    reading.problem(&Place { file, span: 0..0 }, message, help);
}
