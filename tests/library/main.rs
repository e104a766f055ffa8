//! The library asked directly: each part of it, and the documents it makes.

mod answers;
mod bounds;
mod broken;
mod composing;
mod counting;
mod degrees;
mod diff;
mod editing;
mod highlights;
mod html;
mod identities;
mod input;
mod interview;
mod languages;
mod lint;
mod model;
mod outcomes;
mod outline;
mod plain;
mod plan;
mod policy;
mod rollup;
mod rows;
mod schemas;
mod scores;
mod scoring;
mod settings;

mod slips;
mod storeys;
mod support;
mod syntax;
mod trend;
mod versions;
mod wording;
mod xlsx;
