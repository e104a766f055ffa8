//! The data of other frameworks: either every problem is told, or a model is made that is sound.

#![no_main]

use assess::frameworks::{
    Ciso, Dsomm, Framework, Imported, Ladder, License, Method, Samm, TeamProgress, ciso, dsomm, samm,
};
use assess::model::counting::Unanswered;
use assess::problem::Problems;
use assess::report::terminal::problems::{Weight, render};
use assess::report::{Style, json, terminal};
use assess_fuzz::documents::style;
use assess_fuzz::fixture::file;
use assess_fuzz::held::{Kind, hold};
use libfuzzer_sys::fuzz_target;

fn told(style: &Style, framework: Framework, imported: Result<Imported, Problems>) {
    match imported {
        Err(problems) => hold(Kind::Text, style.colors, &render(&problems, Weight::Error, style)),
        Ok(Imported { model, account, .. }) => {
            hold(Kind::Text, style.colors, &terminal::import(&model, &account, style));
            hold(Kind::Text, style.colors, &json::import(framework, &model, &account));
        }
    }
}

fuzz_target!(|text: &str| {
    let style = style(u8::try_from(text.len() % 32).unwrap_or_default());
    // The model of DSOMM, its states and what teams have said, if a line parts them.
    let mut parts = text.splitn(3, "\n%%%%\n").map(|part| file("a.yaml", part));
    let [model, meta, progress] = [(); 3].map(|()| parts.next().unwrap_or_else(|| file("a.yaml", text)));
    let source = file("a.yaml", text);
    let license = License::of_file(text);
    let version = "1".parse().expect("it is a version");
    let options = Samm { version, license: license.clone(), unanswered: Unanswered::Open };
    told(&style, Framework::Samm, samm(&[source.clone()], &options));
    let team = Some(TeamProgress { file: progress, name: "Early".to_owned() });
    let options = Dsomm { version: Some(version), license, meta: Some(meta), team };
    told(&style, Framework::Dsomm, dsomm(&[model.clone()], &options).map(|(imported, _)| imported));
    let plain = Dsomm { meta: None, team: None, ..options };
    told(&style, Framework::Dsomm, dsomm(&[model], &plain).map(|(imported, _)| imported));
    let average = Ciso { version: None, framework: None, method: Method::Average, scale: None, ladder: None };
    let of_averages = Ciso { method: Method::AverageOfAverages, ..average.clone() };
    let ladder = Ciso { ladder: Some(Ladder { met_from: None }), ..average.clone() };
    for options in [average, of_averages, ladder] {
        told(&style, Framework::Ciso, ciso(&[source.clone()], &options));
    }
});
