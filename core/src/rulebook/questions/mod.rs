//! One method for each question that the rulebook answers.

mod days;
mod decide;
mod fields;
mod notices;
mod pictures;
mod reminders;
