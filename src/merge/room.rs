//! What a room agrees on that has seen who said what: the note that keeps who said something else.

use super::Merge;
use super::notes::{self, RoomNote};
use super::position::Position;
use super::topic::Topic;
use crate::answers::{Answer, Claim};
use crate::lang::{Lang, Text};
use crate::text::one_line;

impl Merge<'_> {
    /// The note beside what a room agrees on: who said something else, then what all wrote; `None` if there is nothing to
    /// keep.
    #[must_use]
    pub fn note_of_room(&self, topic: &Topic<'_>, agreed: &Answer, lang: Lang) -> Option<RoomNote> {
        let differed = self.who_differed(topic, agreed).map(|words| words.into_string(lang));
        let parts: Vec<_> = differed.into_iter().chain(topic.notes.clone()).collect();
        let (text, is_cut) = notes::cut_to_limit(&parts.join(notes::BETWEEN));
        Some(RoomNote { text, is_cut }).filter(|note| !note.text.is_empty())
    }

    /// `differed: Bo 2, Chen n/a: no data`; `None` if nobody said anything else.
    fn who_differed(&self, topic: &Topic<'_>, agreed: &Answer) -> Option<Text> {
        let position = Position::of(topic.dimension, agreed);
        let others = topic.sides.iter().filter(|side| Position::of(topic.dimension, &side.answer) != position);
        let said = others.flat_map(|side| side.people.iter().map(move |at| (*at, topic.words(side))));
        let (en, zh): (Vec<_>, Vec<_>) = said
            .map(|(at, Text { en, zh, .. })| {
                let name = one_line(&self.people[at].name);
                let reason = topic.said.iter().find(|it| it.person == at).and_then(|it| it.answer.claim.as_ref());
                match reason {
                    Some(Claim::NotApplicable { reason, .. }) => {
                        let reason = one_line(reason);
                        (format!("{name} {en}: {reason}"), format!("{name} {zh}：{reason}"))
                    }
                    _ => (format!("{name} {en}"), format!("{name} {zh}")),
                }
            })
            .unzip();
        let (en, zh) = (en.join(", "), zh.join("、"));
        (!en.is_empty()).then(|| text!("differed: {en}", "意见不同：{zh}"))
    }
}
