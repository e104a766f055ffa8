//! DSOMM: activities of sub-dimensions at levels, each done to a part, and what a team has said of them.

use assess::answers::{Answers, compose};
use assess::frameworks::{Dsomm, Imported, TeamProgress, dsomm};
use assess::lang::Lang;
use assess::model::Model;
use assess::problem::{Problems, Source};

use super::{counts, file, files, ids, lost, part, refused, result};

const OPTIONS: Dsomm = Dsomm { version: None, license: None, meta: None, team: None };

fn one(path: &str) -> Source {
    files(&[path]).remove(0)
}

pub fn kitchen(paths: &[&str], team: Option<&str>) -> Result<(Imported, Option<Answers>), Problems> {
    let team = team.map(|name| TeamProgress { file: one("dsomm/team-progress.yaml"), name: name.to_owned() });
    dsomm(&files(paths), &Dsomm { meta: Some(one("dsomm/meta.yaml")), team, ..OPTIONS })
}

fn sound(paths: &[&str], team: Option<&str>) -> (Imported, Option<Answers>) {
    kitchen(paths, team).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The clause of an activity.
fn clause(model: &Model, key: &str) -> String {
    let dimension = model.dimensions().find(|it| it.id.key() == key).expect("it is there");
    dimension.all_clauses().map(|(_, clause)| clause.text.en.to_string()).collect()
}

#[test]
fn an_activity_stands_below_its_level() {
    let (imported, answers) = sound(&["dsomm/model.yaml"], None);
    assert!(answers.is_none());
    assert_eq!(
        ids(&imported.model),
        [
            "cooking []",
            "cooking.cutting []",
            "cooking.cutting.level-1 []",
            "cooking.cutting.level-1.sharp-knives [1a]",
            "cooking.cutting.level-1.one-board-for-each-kind [1b]",
            "cooking.cutting.level-3 []",
            "cooking.cutting.level-3.boards-are-washed []",
            "cooking.heat []",
            "cooking.heat.level-2 []",
            "cooking.heat.level-2.lids [2a]",
            "serving []",
            "serving.heat []",
            "serving.heat.level-2 []",
            "serving.heat.level-2.warm-plates [3a]",
        ]
    );
    assert_eq!(counts(&imported), ["dimension 2/2", "sub-dimension 3/3", "activity 5/5", "state 4/4"]);
    let expected = [
        "meta.released 1 model.yaml:4",
        "activity.usefulness 1 model.yaml:18",
        "activity.tags 1 model.yaml:19",
        "activity.isImplemented 1 model.yaml:34",
    ];
    assert_eq!(lost(&imported), expected);
    assert_eq!(imported.model.version, "2.1.0");
    let degrees: Vec<_> = imported.model.scoring.degrees.iter().map(|it| format!("{} {}", it.id, it.value)).collect();
    assert_eq!(degrees, ["not-begun 0", "tried 1/5", "half-way 1/2", "done 1"]);
    assert_eq!(clause(&imported.model, "warm-plates"), "Warm plates", "what has no measure is asked by its name");
    let level = imported.model.find("cooking.cutting.level-1").expect("it is there");
    assert_eq!(level.about().en, "Level 1: at home");
}

#[test]
fn a_later_file_changes_adds_and_takes_away() {
    let (imported, _) = sound(&["dsomm/model.yaml", "dsomm/overlay.yaml"], None);
    let model = &imported.model;
    assert_eq!(
        model.dimensions().map(|it| it.id.to_string()).collect::<Vec<_>>(),
        [
            "cooking.cutting.level-1.very-sharp-knives",
            "cooking.cutting.level-2.boards-are-washed",
            "cooking.heat.level-2.lids",
            "serving.heat.level-2.warm-plates",
            "serving.table.level-1.napkins",
        ]
    );
    assert_eq!(clause(model, "very-sharp-knives"), "Knives are sharpened every day");
    assert_eq!(clause(model, "boards-are-washed"), "Every board is washed at once", "what is not said anew stays");
    assert_eq!(counts(&imported)[2], "activity 5/6");
}

#[test]
fn what_a_later_file_renames_or_takes_away_is_free_again() {
    let first =
        "---\nmeta: { version: 1 }\n---\nA:\n  B:\n    C: { uuid: 1, level: 1 }\n    D: { uuid: 2, level: 1 }\n";
    let text = |overlay: &str| [file(first), file(overlay)].concat();
    let swapped =
        text("A:\n  B:\n    E: { uuid: 1 }\n    C: { uuid: 3, level: 1 }\n    D: { uuid: 2, ignore: true }\n");
    let (imported, _) = dsomm(&swapped, &OPTIONS).unwrap_or_else(|problems| panic!("{problems}"));
    let keys: Vec<_> = imported.model.dimensions().map(|it| it.id.key().to_owned()).collect();
    assert_eq!(keys, ["e", "c"]);
    let taken = refused(dsomm(&text("A:\n  B:\n    C: { uuid: 2 }\n"), &OPTIONS));
    assert!(taken.contains("a second activity called `C`"), "{taken}");
}

#[test]
fn of_many_unknown_fields_the_first_are_told_and_all_counted() {
    let unknown: String = (0..1_200).map(|number| format!(", x{number}: 1")).collect();
    let text = format!("---\nmeta: {{ version: 1 }}\n---\nA:\n  B:\n    C: {{ uuid: 1, level: 1{unknown} }}\n");
    let (imported, _) = dsomm(&file(&text), &OPTIONS).unwrap_or_else(|problems| panic!("{problems}"));
    let told = imported.account.lost;
    assert_eq!((told.len(), told[999].field.as_str(), told[1_000].field.as_str()), (1_001, "activity.x999", "…"));
    assert_eq!(told.iter().map(|it| it.count).sum::<usize>(), 1_200);
}

/// The percentages of all levels of sub-dimensions, worked out apart from the model.
fn percentages(answers: &Answers, model: &Model) -> Vec<(String, String)> {
    let text = compose("a.toml", model, answers, Lang::En).expect("it can be written").text;
    let lines: String = text.split_once("[answers").map(|(_, rest)| format!("[answers{rest}")).unwrap_or_default();
    let result = result(model, lines.trim_start_matches("[answers]"));
    let levels = model.sub_domains().map(|it| it.id.to_string());
    levels.map(|id| (id.clone(), part(&result, &id).expect("it is there")["score"].to_string())).collect()
}

#[test]
fn percentages_are_those_of_the_application() {
    let expected = |team: &str| match team {
        // The furthest state counts, whatever its day; what is not there counts nothing.
        "Early" => [
            ("cooking.cutting.level-1", 75),
            ("cooking.cutting.level-3", 0),
            ("cooking.heat.level-2", 0),
            ("serving.heat.level-2", 0),
        ],
        "Late" => [
            ("cooking.cutting.level-1", 20 / 2),
            ("cooking.cutting.level-3", 0),
            ("cooking.heat.level-2", 0),
            ("serving.heat.level-2", 100),
        ],
        _ => [
            ("cooking.cutting.level-1", 0),
            ("cooking.cutting.level-3", 0),
            ("cooking.heat.level-2", 0),
            ("serving.heat.level-2", 0),
        ],
    };
    for team in ["Early", "Late"] {
        let (imported, answers) = sound(&["dsomm/model.yaml"], Some(team));
        let answers = answers.expect("they were asked for");
        let shown = percentages(&answers, &imported.model);
        let expected: Vec<_> = expected(team).map(|(id, percent)| (id.to_owned(), format!("{percent}.0"))).to_vec();
        assert_eq!(shown, expected, "{team}: a level without activities is not there");
        assert_eq!(answers.assessment.team.as_deref(), Some(team));
    }
    let (_, answers) = sound(&["dsomm/model.yaml"], Some("Idle"));
    assert!(answers.is_some_and(|answers| answers.given.is_empty()), "a team that has said nothing");
}

#[test]
fn what_a_team_said_of_what_is_not_there_is_told() {
    let (imported, answers) = sound(&["dsomm/model.yaml"], Some("Early"));
    assert_eq!(answers.expect("there are").assessment.date.map(|it| it.to_string()).as_deref(), Some("2026-02-01"));
    let told = lost(&imported).last().cloned();
    assert_eq!(told.as_deref(), Some("progress of an activity that the model does not have 1 team-progress.yaml:12"));
    let (imported, _) = sound(&["dsomm/model.yaml"], Some("Late"));
    let told = lost(&imported).last().cloned();
    assert_eq!(told.as_deref(), Some("progress in a state that `meta.yaml` does not name 1 team-progress.yaml:11"));
}

#[test]
fn without_states_an_activity_is_done_or_not() {
    let (imported, _) = dsomm(&files(&["dsomm/model.yaml"]), &OPTIONS).expect("it is sound");
    assert!(imported.model.scoring.degrees.is_empty());
}

#[test]
fn what_is_no_copy_of_dsomm_is_refused_with_places() {
    let two = "A:\n  B:\n    C: { uuid: 1, level: 1 }\n";
    let model = |text: &str| refused(dsomm(&file(text), &OPTIONS));
    let meta = |text: &str| {
        let meta = Some(Source { name: "meta.yaml".to_owned(), text: text.to_owned() });
        refused(dsomm(&files(&["dsomm/model.yaml"]), &Dsomm { meta, ..OPTIONS }))
    };
    insta::assert_snapshot!("dsomm_refused", [
        model(&format!("---\n{two}---\n{two}")),
        model("---\nmeta: { version: 1 }\n"),
        model(""),
        model(two),
        model("---\nmeta: { version: one }\n---\nA:\n  B:\n    C: { level: 1 }\n"),
        model("---\nmeta: { version: 1 }\n---\nA:\n  B:\n    C: { level: 10 }\n    D: { uuid: 1 }\n    E: { level: high }\n"),
        model("---\nmeta: { version: 1 }\n---\nA:\n  B:\n    C: { level: 1 }\n  D:\n    C: { level: 1 }\n"),
        model("---\nmeta: { version: 1 }\n---\nA:\n  B:\n    C: { uuid: 1, level: 1 }\n    D: { uuid: 1, level: 1 }\n"),
        refused(dsomm(&[files(&["dsomm/model.yaml"]), file("Cooking:\n  Cutting:\n    Lids: { uuid: other, level: 1 }\n")].concat(), &OPTIONS)),
        model("A: 1\n"),
        meta("teams: []\n"),
        meta("progressDefinition: { a: { score: 0% }, b: { score: 101% } }\n"),
        meta("progressDefinition: { a: { score: 0% }, b: { score: 50% } }\n"),
        refused(kitchen(&["dsomm/model.yaml"], Some("Nobody"))),
    ].join("\n"));
}
