//! Problems as they are collected, of which there are never more than a hundred.

use crate::foundation::catalogue::Code;
use crate::foundation::problem::{Error, Problem, Reason};

/// The problems of an input, in the order in which they were found: at most [`Problems::MOST`], and
/// `TOO_MANY_PROBLEMS` after them if there are more.
///
/// Without an end to them, an input that costs nothing to send could ask for an answer that is many
/// times as long. Every reader of every format and language collects into this type.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    /// `TOO_MANY_PROBLEMS`, once a problem was left out.
    rest: Option<Box<Problem>>,
}

impl Problems {
    /// The number of problems that are told one by one.
    pub(crate) const MOST: usize = 100;

    /// The number of first problems that may suggest the likely meaning.
    const SUGGESTING: usize = 10;

    pub(crate) const fn new() -> Problems {
        Problems {
            list: Vec::new(),
            rest: None,
        }
    }

    /// Adds a problem, or counts it as left out.
    pub(crate) fn push(&mut self, problem: Problem) {
        if problem.code == Code::TooManyProblems {
            // The problems that another collection left out.
            self.rest.get_or_insert_with(|| Box::new(problem));
        } else if self.list.len() < Problems::MOST && self.rest.is_none() {
            self.list.push(problem);
        } else if self.rest.is_none() {
            let reason = Reason::new(Code::TooManyProblems).with("limit", Problems::MOST);
            self.rest = Some(Box::new(reason.into_problem()));
        }
    }

    pub(crate) fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            if self.is_full() {
                return;
            }
            self.push(problem);
        }
    }

    /// `true` if a problem was left out, so that looking for more is of no use: each loop of a
    /// reader ends here.
    pub(crate) const fn is_full(&self) -> bool {
        self.rest.is_some()
    }

    /// `true` if a suggestion may still be looked for, which takes some time.
    pub(crate) const fn may_suggest(&self) -> bool {
        self.list.len() < Problems::SUGGESTING
    }

    /// The number of problems, the one that stands for the rest included.
    pub(crate) fn len(&self) -> usize {
        self.list.len().saturating_add(usize::from(self.is_full()))
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.list.is_empty() && self.rest.is_none()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter().chain(self.rest.as_deref())
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        let Problems { mut list, rest } = self;
        list.extend(rest.map(|problem| *problem));
        list
    }

    /// An error of these problems, or `None` without any.
    pub(crate) fn into_error(self) -> Option<Error> {
        Error::from_problems(self.into_vec())
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(list: Vec<Problem>) -> Problems {
        let mut problems = Problems::new();
        problems.extend(list);
        problems
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.into_vec().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(number: usize) -> Problem {
        Reason::new(Code::MissingField).at(format!("/{number}"))
    }

    #[test]
    fn a_hundred_problems_are_told_and_one_stands_for_the_rest() {
        let mut problems = Problems::new();
        (0..100).for_each(|number| problems.push(problem(number)));
        assert!(!problems.is_full());
        assert_eq!(problems.clone().into_vec().len(), 100);
        (100..100_000).for_each(|number| problems.push(problem(number)));
        assert!(problems.is_full());
        assert_eq!(problems.len(), 101);
        let list = problems.into_vec();
        assert_eq!(list.len(), 101);
        assert_eq!(list[99].pointer, "/99");
        assert_eq!(list[100].to_string(), "TOO_MANY_PROBLEMS limit=`100`");
        assert!(list[100].is_blocking());
    }

    /// An error that was cut stays cut in any collection.
    #[test]
    fn what_another_collection_left_out_is_left_out_here() {
        let first = Problems::from((0..200).map(problem).collect::<Vec<_>>());
        let again = Problems::from(first.clone().into_vec());
        assert_eq!(again.into_vec(), first.clone().into_vec());
        let mut second = Problems::from(vec![problem(0); 50]);
        second.extend(first.into_vec());
        assert_eq!(second.into_vec().len(), 101);
        let rest = Reason::new(Code::TooManyProblems).with("limit", 3);
        let alone = Problems::from(vec![rest.clone().into_problem(), problem(1)]);
        assert_eq!(alone.into_vec(), [rest.into_problem()]);
    }

    #[test]
    fn an_error_has_no_more_problems_either() {
        let error = Error::from_problems((0..5000).map(problem).collect()).unwrap();
        assert_eq!(error.problems().count(), 101);
        assert_eq!(error.problems().last().unwrap().code, Code::TooManyProblems);
    }
}
