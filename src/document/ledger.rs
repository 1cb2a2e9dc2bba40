//! Where faults go: with the feature `faults` each with its path and what was expected, without it only that there are
//! some. A reader's browser has no use for the wording, which weighs 2 kB; the tools that it fetches when something is
//! wrong have it.

pub(super) use kept::{Ledger, Trail};

/// The last step of the way to a place.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "faults"), expect(dead_code, reason = "the way is not kept"))]
pub(super) enum Step<'a> {
    /// A member of an object.
    Member(&'a str),
    /// An item of an array, counted from 0.
    Item(usize),
}

#[cfg(feature = "faults")]
mod kept {
    use std::borrow::Cow;
    use std::cell::RefCell;

    use super::Step;
    use crate::document::fault::{describe, push_escaped};
    use crate::document::rules::Rule;
    use crate::document::{Fault, Severity, Value};

    /// Every fault in the order of reading.
    #[derive(Default)]
    pub struct Ledger(RefCell<Vec<Fault>>);

    impl Ledger {
        /// The faults.
        pub fn into_faults(self) -> Vec<Fault> {
            self.0.into_inner()
        }

        /// Whether there are none.
        pub fn is_empty(&self) -> bool {
            self.0.borrow().is_empty()
        }

        /// Something else stands here than was expected.
        pub fn fault(&self, trail: &Trail<'_>, value: Option<&Value>, expected: &'static str) {
            self.report(trail, Severity::Error, expected.into(), describe(value));
        }

        /// The string here does not keep `rule`.
        pub fn fault_of(&self, trail: &Trail<'_>, value: Option<&Value>, rule: &Rule) {
            self.fault(trail, value, rule.expected);
        }

        /// None of `names` stands here.
        pub fn fault_of_names(&self, trail: &Trail<'_>, value: Option<&Value>, names: &[&'static str]) {
            let mut expected = String::new();
            for (index, name) in names.iter().enumerate() {
                if index > 0 {
                    expected.push_str(if index + 1 == names.len() { " or " } else { ", " });
                }
                expected.push('"');
                expected.push_str(name);
                expected.push('"');
            }
            self.report(trail, Severity::Error, expected.into(), describe(value));
        }

        /// Something stands here that is not read.
        pub fn warn(&self, trail: &Trail<'_>, value: Option<&Value>, expected: &'static str) {
            let found = if expected == "a member once" { String::from("it again") } else { describe(value) };
            self.report(trail, Severity::Warning, expected.into(), found);
        }

        /// The document was written for a later version than `version`.
        pub fn warn_of_version(&self, trail: &Trail<'_>, value: Option<&Value>, version: &'static str) {
            let found = describe(value);
            let found = [&*found, ": written for version ", &*found, "; this reads version ", version].concat();
            self.report(trail, Severity::Warning, version.into(), found);
        }

        fn report(&self, trail: &Trail<'_>, severity: Severity, expected: Cow<'static, str>, found: String) {
            let mut path = String::new();
            trail.push_path(&mut path);
            self.0.borrow_mut().push(Fault { path, severity, expected, found });
        }
    }

    /// The way to a place: its last step, and the way to where that was taken.
    #[derive(Clone, Copy)]
    pub struct Trail<'a>(Option<(&'a Trail<'a>, Step<'a>)>);

    impl<'a> Trail<'a> {
        /// The way to the document itself.
        pub fn top() -> Self {
            Self(None)
        }

        /// One step further than `above`.
        pub fn below(above: &'a Trail<'a>, step: Step<'a>) -> Self {
            Self(Some((above, step)))
        }

        fn push_path(&self, path: &mut String) {
            let Some((above, step)) = &self.0 else { return };
            above.push_path(path);
            match step {
                Step::Member(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    push_escaped(path, name);
                }
                Step::Item(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
    }
}

#[cfg(not(feature = "faults"))]
mod kept {
    use std::cell::Cell;
    use std::marker::PhantomData;

    use super::Step;
    use crate::document::Value;
    use crate::document::rules::Rule;

    /// Whether anything was wrong.
    #[derive(Default)]
    pub struct Ledger(Cell<bool>);

    impl Ledger {
        /// Whether nothing was.
        pub fn is_empty(&self) -> bool {
            !self.0.get()
        }

        /// Something else stands here than was expected.
        #[inline]
        pub fn fault(&self, _: &Trail<'_>, _: Option<&Value>, _: &'static str) {
            self.0.set(true);
        }

        /// The string here does not keep a rule.
        #[inline]
        pub fn fault_of(&self, _: &Trail<'_>, _: Option<&Value>, _: &Rule) {
            self.0.set(true);
        }

        /// None of some names stands here.
        #[inline]
        pub fn fault_of_names(&self, _: &Trail<'_>, _: Option<&Value>, _: &[&'static str]) {
            self.0.set(true);
        }

        /// Something stands here that is not read.
        #[inline]
        pub fn warn(&self, _: &Trail<'_>, _: Option<&Value>, _: &'static str) {
            self.0.set(true);
        }

        /// The document was written for a later version.
        #[inline]
        pub fn warn_of_version(&self, _: &Trail<'_>, _: Option<&Value>, _: &'static str) {
            self.0.set(true);
        }
    }

    /// Nothing: a way is kept for the wording of faults alone.
    #[derive(Clone, Copy)]
    pub struct Trail<'a>(PhantomData<&'a ()>);

    impl<'a> Trail<'a> {
        /// The way to the document itself.
        #[inline]
        pub fn top() -> Self {
            Self(PhantomData)
        }

        /// One step further.
        #[inline]
        pub fn below(_: &'a Trail<'a>, _: Step<'a>) -> Self {
            Self(PhantomData)
        }
    }
}
