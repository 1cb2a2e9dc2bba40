//! Where the reader is in a document: a value, the way to it, and the list that faults go to.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use super::fault::{describe, is_bidi_control, push_escaped};
use super::rules::{Rule, TEXT};
use super::{Fault, Severity, Value};

/// A place in a document, or where something is missing from it. The way to it is a chain of the cursors above, so that
/// a path is written only when a fault needs it.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    value: Option<&'a Value>,
    above: Option<&'a Cursor<'a>>,
    step: Step<'a>,
    faults: &'a RefCell<Vec<Fault>>,
}

/// The last step of the way to a place.
#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

impl<'a> Cursor<'a> {
    /// The document itself.
    pub fn top(value: &'a Value, faults: &'a RefCell<Vec<Fault>>) -> Self {
        Self { value: Some(value), above: None, step: Step::Member(""), faults }
    }

    fn below(&'a self, step: Step<'a>, value: Option<&'a Value>) -> Cursor<'a> {
        Cursor { value, above: Some(self), step, faults: self.faults }
    }

    fn push_path(&self, path: &mut String) {
        let Some(above) = self.above else { return };
        above.push_path(path);
        match self.step {
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

    /// Reports a fault of which `found` tells more than the value itself.
    pub fn report(&self, severity: Severity, expected: Cow<'static, str>, found: String) {
        let mut path = String::new();
        self.push_path(&mut path);
        self.faults.borrow_mut().push(Fault { path, severity, expected, found });
    }

    /// Reports that something else stands here than was expected.
    pub fn fault(&self, expected: &'static str) {
        self.report(Severity::Error, Cow::Borrowed(expected), describe(self.value));
    }

    /// The value, where there is one.
    pub fn value(&self) -> Option<&'a Value> {
        self.value
    }

    /// Whether an object stands here; if not that is a fault. Members beside the `known` ones are warned of, and so are
    /// members written twice.
    pub fn is_object(&self, known: &[&str]) -> bool {
        let Some(Value::Object(members)) = self.value else {
            self.fault("an object");
            return false;
        };
        let mut seen = 0u32;
        for (name, value) in members {
            let member =
                Cursor { value: Some(value), above: Some(self), step: Step::Member(name), faults: self.faults };
            match known.iter().position(|known| **known == **name) {
                None => {
                    member.report(Severity::Warning, Cow::Borrowed("no member of this name"), describe(Some(value)))
                }
                Some(index) if seen & (1 << index) != 0 => {
                    member.report(Severity::Warning, Cow::Borrowed("a member once"), String::from("it again"));
                }
                Some(index) => seen |= 1 << index,
            }
        }
        true
    }

    /// The member `name`, missing or not: reading it says what was expected.
    pub fn need(&'a self, name: &'static str) -> Cursor<'a> {
        let value = match self.value {
            Some(Value::Object(members)) => members.iter().rfind(|member| *member.0 == *name).map(|member| &member.1),
            _ => None,
        };
        self.below(Step::Member(name), value)
    }

    /// The member `name`, where there is one. A `null` counts as none, with a warning.
    pub fn get(&'a self, name: &'static str) -> Option<Cursor<'a>> {
        let member = self.need(name);
        match member.value {
            None => None,
            Some(Value::Null) => {
                member.report(Severity::Warning, Cow::Borrowed("a value or no such member"), describe(member.value));
                None
            }
            Some(_) => Some(member),
        }
    }

    /// The items of the array that stands here; none, and a fault, where something else does.
    pub fn items(&'a self) -> impl Iterator<Item = Cursor<'a>> {
        let items: &[Value] = match self.value {
            Some(Value::Array(items)) => items,
            _ => {
                self.fault("an array");
                &[]
            }
        };
        items.iter().enumerate().map(|(index, item)| self.below(Step::Item(index), Some(item)))
    }

    /// The string that stands here, if it keeps the rule.
    pub fn string(&self, rule: &Rule) -> Option<Rc<str>> {
        match self.value {
            Some(Value::String(text)) if (rule.holds)(text) => Some(text.clone()),
            _ => {
                self.fault(rule.expected);
                None
            }
        }
    }

    /// A name or another short string that is drawn among words of ours: it must not turn their direction.
    pub fn label(&self) -> Option<Rc<str>> {
        let text = self.string(&TEXT)?;
        if !text.contains(is_bidi_control) {
            return Some(text);
        }
        let label: String = text.chars().filter(|character| !is_bidi_control(*character)).collect();
        if label.is_empty() {
            self.fault(TEXT.expected);
            return None;
        }
        Some(label.into())
    }

    /// The string in member `name`, where there is one and it keeps the rule.
    pub fn string_in(&self, name: &'static str, rule: &Rule) -> Option<Rc<str>> {
        self.get(name)?.string(rule)
    }

    /// The label in member `name`, where there is one.
    pub fn label_in(&self, name: &'static str) -> Option<Rc<str>> {
        self.get(name)?.label()
    }

    /// `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        match self.value {
            Some(Value::Bool(flag)) => Some(*flag),
            _ => {
                self.fault("true or false");
                None
            }
        }
    }

    /// A whole number from `least` to `most`.
    pub fn whole(&self, least: u32, most: u32, expected: &'static str) -> Option<u32> {
        match self.value {
            Some(Value::Number(number))
                if number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(number) =>
            {
                Some(*number as u32)
            }
            _ => {
                self.fault(expected);
                None
            }
        }
    }

    /// The one of `values` whose name stands here.
    pub fn one_of<T: Copy, const N: usize>(&self, names: &[&str; N], values: [T; N]) -> Option<T> {
        self.position_in(names).map(|index| values[index])
    }

    fn position_in(&self, names: &[&str]) -> Option<usize> {
        let position = match self.value {
            Some(Value::String(text)) => names.iter().position(|name| *name == &**text),
            _ => None,
        };
        if position.is_none() {
            let mut expected = String::new();
            for (index, name) in names.iter().enumerate() {
                if index > 0 {
                    expected.push_str(if index + 1 == names.len() { " or " } else { ", " });
                }
                expected.push('"');
                expected.push_str(name);
                expected.push('"');
            }
            self.report(Severity::Error, Cow::Owned(expected), describe(self.value));
        }
        position
    }
}
