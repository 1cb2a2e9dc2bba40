//! The word lists as they are shipped: put together when the crate is built, so that nobody downloads the names of classes.
//!
//! A section is a line: one byte for each of its classes, then its words, set apart by spaces; a space ends the line too.

use super::Class;

/// What a class's number is added to.
pub(super) const FIRST_CODE: u8 = b'@';

/// How many bytes the lists become.
pub(super) const fn length(lists: &[&str]) -> usize {
    write(lists, &mut [])
}

/// The lists in `N` bytes, as [`length`] says.
pub(super) const fn pack<const N: usize>(lists: &[&str]) -> [u8; N] {
    let mut packed = [0; N];
    write(lists, &mut packed);
    packed
}

/// Writes what fits, and gives back the length of the whole.
const fn write(lists: &[&str], packed: &mut [u8]) -> usize {
    let (mut length, mut list) = (0, 0);
    while list < lists.len() {
        let bytes = lists[list].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            // A line, without its end.
            let start = at;
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            let line = bytes.split_at(start).1.split_at(at - start).0;
            at += 1;
            if line.is_empty() {
                continue;
            }
            let heading = line[0] == b'[';
            length = put(packed, length, b' ');
            if heading {
                length = put(packed, length, b'\n');
            }
            length = if heading { write_classes(line, packed, length) } else { copy(line, packed, length) };
        }
        list += 1;
    }
    length
}

/// Writes the classes of a heading.
const fn write_classes(heading: &[u8], packed: &mut [u8], mut length: usize) -> usize {
    let (mut start, mut at) = (1, 1);
    while at < heading.len() {
        if heading[at] == b' ' || heading[at] == b']' {
            let name = heading.split_at(start).1.split_at(at - start).0;
            if let Some(number) = Class::of_section(name) {
                length = put(packed, length, FIRST_CODE + number);
            }
            start = at + 1;
        }
        at += 1;
    }
    length
}

const fn copy(words: &[u8], packed: &mut [u8], mut length: usize) -> usize {
    let mut at = 0;
    while at < words.len() {
        length = put(packed, length, words[at]);
        at += 1;
    }
    length
}

const fn put(packed: &mut [u8], at: usize, byte: u8) -> usize {
    if at < packed.len() {
        packed[at] = byte;
    }
    at + 1
}
