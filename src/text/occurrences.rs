//! Exact search: all places at which a row of words stands in a text, in time proportional to the two, whatever they repeat.

use super::words::{Word, Words};

/// How many comparisons a word of the text may cost where the places of the row's rarest word are tried one by one.
const TRIES: usize = 4;

/// The indices of the first words of all places where `row` stands among `words`, in text order; none for an empty row.
///
/// ```
/// use checked_article::text::words::Words;
/// use checked_article::text::occurrences::occurrences;
/// let text = "so it is so it was";
/// let words = Words::new(text);
/// let row: Vec<_> = ["so", "it"].map(|word| words.number(text, word)).into();
/// assert_eq!(occurrences(&words, &row), [0, 3]);
/// ```
pub fn occurrences(words: &Words, row: &[Word]) -> Vec<usize> {
    let numbers = words.numbers();
    let Some(rarest) = (0..row.len()).min_by_key(|index| words.places(row[*index]).len()) else { return Vec::new() };
    let places = words.places(row[rarest]);
    if places.len().saturating_mul(row.len()) > numbers.len() * TRIES {
        return scan(numbers, row);
    }
    let starts = places.iter().filter_map(|place| (*place as usize).checked_sub(rarest));
    starts.filter(|start| numbers.get(*start..start + row.len()) == Some(row)).collect()
}

/// The same for any symbols, without an index of them.
///
/// Source: D. E. Knuth, J. H. Morris, V. R. Pratt, "Fast pattern matching in strings", SIAM Journal on Computing 6 (2), 1977.
fn scan<T: PartialEq>(text: &[T], row: &[T]) -> Vec<usize> {
    // How long a beginning of the row the last symbols are, at each of its symbols.
    let mut borders = vec![0];
    let mut length = 0;
    for symbol in &row[1..] {
        length = grown(row, &borders, length, symbol);
        borders.push(length);
    }
    let mut starts = Vec::new();
    length = 0;
    for (at, symbol) in text.iter().enumerate() {
        if length == row.len() {
            length = borders[length - 1];
        }
        length = grown(row, &borders, length, symbol);
        if length == row.len() {
            starts.push(at + 1 - length);
        }
    }
    starts
}

/// How long a beginning of the row stands before and at a symbol, where `length` of it stood before.
fn grown<T: PartialEq>(row: &[T], borders: &[usize], mut length: usize, symbol: &T) -> usize {
    while row[length] != *symbol {
        if length == 0 {
            return 0;
        }
        length = borders[length - 1];
    }
    length + 1
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;
    use crate::text::words::UNKNOWN;

    /// A symbol that counts how often it was compared.
    struct Counted<'c>(u8, &'c Cell<usize>);

    impl PartialEq for Counted<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.1.set(self.1.get() + 1);
            self.0 == other.0
        }
    }

    #[test]
    fn a_row_that_nearly_stands_everywhere_is_compared_twice_a_word_at_most() {
        let compared = Cell::new(0);
        let symbols = |text: &[u8]| text.iter().map(|symbol| Counted(*symbol, &compared)).collect::<Vec<_>>();
        let row = symbols(&[b"ab".repeat(2_000), b"b".to_vec()].concat());
        let text = symbols(&b"ab".repeat(50_000));
        assert!(scan(&text, &row).is_empty());
        assert!(compared.get() <= 2 * (text.len() + row.len()), "{}", compared.get());
    }

    #[test]
    fn a_word_that_the_text_does_not_hold_stands_nowhere() {
        let words = Words::new("same same same");
        assert!(occurrences(&words, &[UNKNOWN]).is_empty());
        assert!(occurrences(&words, &[0, UNKNOWN]).is_empty());
    }

    proptest! {
        #[test]
        fn both_ways_find_what_comparing_everywhere_finds(text in "[ab]( [ab]){0,40}", row in "[ab]( [ab]){0,5}") {
            let words = Words::new(&text);
            let row: Vec<Word> = row.split(' ').map(|word| words.number(&text, word)).collect();
            let everywhere: Vec<usize> =
                (0..words.numbers().len()).filter(|start| words.numbers()[*start..].starts_with(&row)).collect();
            prop_assert_eq!(&occurrences(&words, &row), &everywhere);
            if !row.contains(&UNKNOWN) {
                prop_assert_eq!(&scan(words.numbers(), &row), &everywhere);
            }
        }
    }
}
