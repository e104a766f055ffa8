//! How levels moved over time: one file through its history, or several with their days.

mod commands;
mod dated;
mod history;
mod repository;
