//! Where the reader is in a document: a value, the way to it, and where faults go.

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use super::Value;
use super::ledger::{Ledger, Step, Trail};
use super::rules::{Rule, TEXT, is_bidi_control};

/// A place in a document, or where something is missing from it. The way to it is a chain of the cursors above, so that
/// a path is written only when a fault needs it.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    value: Option<&'a Value>,
    trail: Trail<'a>,
    ledger: &'a Ledger,
}

impl<'a> Cursor<'a> {
    /// The document itself.
    pub fn top(value: &'a Value, ledger: &'a Ledger) -> Self {
        Self { value: Some(value), trail: Trail::top(), ledger }
    }

    fn below(&'a self, step: Step<'a>, value: Option<&'a Value>) -> Cursor<'a> {
        Cursor { value, trail: Trail::below(&self.trail, step), ledger: self.ledger }
    }

    /// Reports that something else stands here than was expected.
    #[inline]
    pub fn fault(&self, expected: &'static str) {
        self.ledger.fault(&self.trail, self.value, expected);
    }

    /// Reports something that this version does not read, or not twice.
    #[inline]
    fn warn(&self, expected: &'static str) {
        self.ledger.warn(&self.trail, self.value, expected);
    }

    /// Reports that the document was written for a later version of the format than `version`.
    #[inline]
    pub fn warn_of_version(&self, version: &'static str) {
        self.ledger.warn_of_version(&self.trail, self.value, version);
    }

    /// The value, where there is one.
    pub fn value(&self) -> Option<&'a Value> {
        self.value
    }

    /// The object that stands here; where something else does that is a fault. Members beside the `known` ones are
    /// warned of, and so are members written twice.
    pub fn object(&'a self, known: &[&str]) -> Option<Object<'a>> {
        let Some(Value::Object(members)) = self.value else {
            self.fault("an object");
            return None;
        };
        let mut seen = 0u32;
        for (name, value) in members {
            let member = self.below(Step::Member(name), Some(value));
            match known.iter().position(|known| **known == **name) {
                None => member.warn("no member of this name"),
                Some(index) if seen & (1 << index) != 0 => member.warn("a member once"),
                Some(index) => seen |= 1 << index,
            }
        }
        Some(Object { at: self, lost: Cell::new(false) })
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
                member.warn("a value or no such member");
                None
            }
            Some(_) => Some(member),
        }
    }

    /// What `read` makes of the items of the array that stands here, without those of which it makes nothing. A fault
    /// where something else than an array stands here.
    pub fn list<T>(&self, mut read: impl FnMut(&Cursor<'_>) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        self.each(&mut |item| {
            if let Some(item) = read(item) {
                list.push(item);
            }
        });
        list
    }

    /// Calls `act` for each item of the array that stands here. A fault where something else does.
    pub fn each(&self, act: &mut dyn FnMut(&Cursor<'_>)) {
        let Some(Value::Array(items)) = self.value else {
            return self.fault("an array");
        };
        for (index, item) in items.iter().enumerate() {
            act(&self.below(Step::Item(index), Some(item)));
        }
    }

    /// The string that stands here, if it keeps the rule.
    pub fn string(&self, rule: &Rule) -> Option<Rc<str>> {
        match self.value {
            Some(Value::String(text)) if (rule.holds)(text) => Some(text.clone()),
            _ => {
                self.ledger.fault_of(&self.trail, self.value, rule);
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
            self.ledger.fault_of(&self.trail, self.value, &TEXT);
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
    #[inline]
    pub fn whole(&self, least: u32, most: u32, expected: &'static str) -> Option<u32> {
        let number = self.whole_number(least, most);
        if number.is_none() {
            self.fault(expected);
        }
        number
    }

    fn whole_number(&self, least: u32, most: u32) -> Option<u32> {
        match self.value {
            Some(Value::Number(number))
                if number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(number) =>
            {
                Some(*number as u32)
            }
            _ => None,
        }
    }

    /// The one of `values` whose name stands here.
    pub fn one_of<T: Copy, const N: usize>(&self, names: &[&'static str; N], values: [T; N]) -> Option<T> {
        self.position_in(names).map(|index| values[index])
    }

    fn position_in(&self, names: &[&'static str]) -> Option<usize> {
        let position = match self.value {
            Some(Value::String(text)) => names.iter().position(|name| *name == &**text),
            _ => None,
        };
        if position.is_none() {
            self.ledger.fault_of_names(&self.trail, self.value, names);
        }
        position
    }
}

/// An object that is being read. Every member is read as far as it goes, so that all faults are told; one that is needed
/// and is not as it should be makes the whole object lost, which [`Object::keep`] says in the end.
pub(super) struct Object<'a> {
    at: &'a Cursor<'a>,
    lost: Cell<bool>,
}

impl<'a> Deref for Object<'a> {
    type Target = Cursor<'a>;

    fn deref(&self) -> &Cursor<'a> {
        self.at
    }
}

impl Object<'_> {
    /// `value`; nothing where something that was needed of this object is missing.
    pub fn keep<T>(&self, value: T) -> Option<T> {
        if self.lost.get() { None } else { Some(value) }
    }

    /// Marks the object as lost.
    pub fn lose(&self) {
        self.lost.set(true);
    }

    /// The string that is needed in member `name`.
    pub fn need_string(&self, name: &'static str, rule: &Rule) -> Rc<str> {
        self.or_lost(self.need(name).string(rule))
    }

    /// The label that is needed in member `name`.
    pub fn need_label(&self, name: &'static str) -> Rc<str> {
        self.or_lost(self.need(name).label())
    }

    /// What was read of something that is needed; where it is nothing, the object is lost and anything will do.
    pub fn or_lost<T: Default>(&self, found: Option<T>) -> T {
        found.unwrap_or_else(|| {
            self.lose();
            T::default()
        })
    }

    /// The same for what has no value of its own to stand in.
    pub fn or<T>(&self, found: Option<T>, stand_in: T) -> T {
        if found.is_none() {
            self.lose();
        }
        found.unwrap_or(stand_in)
    }
}
