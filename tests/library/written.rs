//! A model that is written is the same when it is read again.

use assess::model::source::write;
use assess::model::{Model, Texts};

use crate::support::{load, load_files};

fn read_again(model: &Model) -> Model {
    load_files(write(model)).model.unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_shape_of_model_is_written_as_it_is_read() {
    let folders = [
        "tests/models/two",
        "tests/models/three",
        "tests/models/five",
        "tests/models/six",
        "examples/models/ten-practices",
        "examples/models/mountain-hut",
    ];
    for folder in folders {
        let model = load(folder).model.unwrap_or_else(|problems| panic!("{folder}: {problems}"));
        assert_eq!(read_again(&model), model, "{folder}");
        let quoted = Model { texts: Texts::Quoted, ..model };
        assert_eq!(read_again(&quoted), quoted, "{folder}");
        let other = Model { asks_outcomes: !quoted.asks_outcomes, ..quoted };
        assert_eq!(read_again(&other), other, "{folder}");
    }
}

#[test]
fn a_large_area_is_written_as_a_file_for_each_node_below_it() {
    let mut model = load("tests/models/three").model.expect("the fixture is sound");
    let long = "long ".repeat(60_000);
    model.areas.to_mut()[0].groups.to_mut()[0].about = assess::lang::Text::new(long.clone(), long);
    let names: Vec<_> = write(&model).into_iter().map(|file| file.name).collect();
    let area = model.areas[0].id.as_str();
    assert!(!names.contains(&format!("{area}.toml")), "{names:?}");
    for group in model.areas[0].groups.iter() {
        assert!(names.contains(&format!("{area}/{}.toml", group.id.key())), "{names:?}");
    }
}
