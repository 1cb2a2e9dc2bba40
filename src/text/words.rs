//! The words of a view, numbered so that equal words have equal numbers, and the places of each word.

use super::letter::{Kind, kind};

/// The number of a word; `Word::UNKNOWN` equals nothing, not even itself, as far as comparing texts goes.
pub type Word = u32;

/// The number of a word that the text does not hold.
pub const UNKNOWN: Word = u32::MAX;

/// Where a word lies in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
}

impl Bounds {
    /// The word's letters in the view's folded text.
    pub fn of(self, folded: &str) -> &str {
        folded.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The word's length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it has no letters; no word of a text is.
    pub fn is_empty(self) -> bool {
        self.end == self.start
    }
}

/// Cuts folded text into words: runs of letters and digits with the apostrophes, decimal points and commas inside
/// them; a character each in scripts without spaces; and signs that are read aloud.
pub fn cut(folded: &str) -> Vec<Bounds> {
    let mut words = Vec::new();
    let mut chars = folded.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut this = kind(c);
        let rest = &folded[start + c.len_utf8()..];
        let digit_next = rest.as_bytes().first().is_some_and(u8::is_ascii_digit);
        match this {
            Kind::Letter | Kind::Digit => {}
            Kind::Mark if c == '.' && digit_next && !folded[..start].ends_with(in_or_after_word) => {}
            Kind::Alone | Kind::Sign => {
                words.push(Bounds { start: start as u32, end: (start + c.len_utf8()) as u32 });
                continue;
            }
            Kind::Mark if c == '-' && is_minus(folded, start) => {
                words.push(Bounds { start: start as u32, end: start as u32 + 1 });
                continue;
            }
            _ => continue,
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let kind = kind(next);
            let inside = match kind {
                Kind::Letter | Kind::Digit => true,
                Kind::Mark => joins(folded, at, next, this),
                _ => false,
            };
            if !inside {
                break;
            }
            this = kind;
            end = at + next.len_utf8();
            chars.next();
        }
        words.push(Bounds { start: start as u32, end: end as u32 });
    }
    words
}

/// Letters and digits, and the full stop of an ellipsis: a full stop after them begins no number.
fn in_or_after_word(c: char) -> bool {
    c == '.' || matches!(kind(c), Kind::Letter | Kind::Digit)
}

/// Whether the hyphen at `at` is a minus: a number follows, perhaps after its currency, and nothing stands before that a
/// dash could join the number to.
pub fn is_minus(folded: &str, at: usize) -> bool {
    let currency = |c: &char| kind(*c) == Kind::Sign && !after_number(*c);
    let mut next = folded[at + 1..].chars();
    let number = match next.next().and_then(|c| if currency(&c) { next.next() } else { Some(c) }) {
        Some('.') => next.next().is_some_and(|c| c.is_ascii_digit()),
        next => next.is_some_and(|c| c.is_ascii_digit()),
    };
    let open = |c: char| matches!(c, ' ' | '(' | '[' | '"' | '\'' | '/') || currency(&c);
    number && folded[..at].chars().next_back().is_none_or(open)
}

/// Signs that follow their number, so that a dash behind them leads to the end of a range.
fn after_number(sign: char) -> bool {
    matches!(sign, '%' | '‰' | '‱' | '°' | '¢')
}

/// Whether a mark inside a word belongs to it: `it's`, `3.5`, `3,5`; but `100,000` is cut, so that it equals `100 000`.
fn joins(folded: &str, at: usize, mark: char, before: Kind) -> bool {
    let after = &folded.as_bytes()[at + mark.len_utf8()..];
    match mark {
        '\'' => {
            let next = folded[at + 1..].chars().next();
            before == Kind::Letter && next.is_some_and(|next| kind(next) == Kind::Letter)
        }
        '.' => before == Kind::Digit && after.first().is_some_and(u8::is_ascii_digit),
        ',' => {
            let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
            before == Kind::Digit && digits > 0 && digits != 3
        }
        _ => false,
    }
}

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    bounds: Vec<Bounds>,
    numbers: Vec<Word>,
    /// For each number, its first place in `places`; one more at the end.
    first: Vec<u32>,
    /// The positions of every word, by number and then in text order.
    places: Vec<u32>,
    /// Open addressing: a word's position plus one, or 0.
    table: Vec<u32>,
}

impl Words {
    /// Numbers the words of a folded text.
    pub fn new(folded: &str) -> Self {
        let bounds = cut(folded);
        let size = (bounds.len() * 2 + 2).next_power_of_two();
        let mut words = Self { numbers: Vec::with_capacity(bounds.len()), table: vec![0; size], ..Self::default() };
        words.bounds = bounds;
        let mut count: Vec<u32> = Vec::new();
        for position in 0..words.bounds.len() {
            let slot = words.slot(folded, words.bounds[position].of(folded));
            let number = match words.table[slot] {
                0 => {
                    words.table[slot] = position as u32 + 1;
                    count.push(0);
                    count.len() as u32 - 1
                }
                same => words.numbers[same as usize - 1],
            };
            count[number as usize] += 1;
            words.numbers.push(number);
        }
        let mut total = 0;
        for count in &count {
            words.first.push(total);
            total += count;
        }
        words.first.push(total);
        let mut next = words.first.clone();
        words.places = vec![0; words.numbers.len()];
        for (position, number) in words.numbers.iter().enumerate() {
            words.places[next[*number as usize] as usize] = position as u32;
            next[*number as usize] += 1;
        }
        words
    }

    /// Where each word lies.
    pub fn bounds(&self) -> &[Bounds] {
        &self.bounds
    }

    /// Each word's number, in text order.
    pub fn numbers(&self) -> &[Word] {
        &self.numbers
    }

    /// How many different words there are; every number lies below it.
    pub fn different(&self) -> usize {
        self.first.len().saturating_sub(1)
    }

    /// The positions at which a word stands, in text order.
    pub fn places(&self, word: Word) -> &[u32] {
        let range = self.first.get(word as usize).zip(self.first.get((word as usize).wrapping_add(1)));
        range.and_then(|(start, end)| self.places.get(*start as usize..*end as usize)).unwrap_or(&[])
    }

    /// The number of a word in folded letters, or `UNKNOWN`. `folded` is the text that was numbered.
    pub fn number(&self, folded: &str, word: &str) -> Word {
        match self.table.get(self.slot(folded, word)) {
            Some(&position) if position > 0 => self.numbers[position as usize - 1],
            _ => UNKNOWN,
        }
    }

    /// The position of the first word that ends after the offset `at` of the view.
    pub fn position(&self, at: usize) -> usize {
        self.bounds.partition_point(|word| word.end as usize <= at)
    }

    fn slot(&self, folded: &str, word: &str) -> usize {
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        for byte in word.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = (hash ^ (hash >> 32)) as usize & mask;
        while let Some(&position) = self.table.get(slot) {
            if position == 0 || self.bounds[position as usize - 1].of(folded) == word {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(folded: &str) -> Vec<&str> {
        cut(folded).into_iter().map(|word| word.of(folded)).collect()
    }

    #[test]
    fn words_keep_what_changes_their_meaning() {
        assert_eq!(
            split("it's 3.5% of $100,000, not -5 'or' .5"),
            ["it's", "3.5", "%", "of", "$", "100", "000", "not", "-", "5", "or", ".5"]
        );
        assert_eq!(split("2016-17 re-elect a--b"), ["2016", "17", "re", "elect", "a", "b"]);
    }

    #[test]
    fn a_minus_is_a_word_and_a_dash_between_numbers_is_none() {
        assert_eq!(split("-5 (-5) \"-5\" -.5"), ["-", "5", "-", "5", "-", "5", "-", ".5"]);
        assert_eq!(split("(.5 \".5\" so.5 ...5"), [".5", ".5", "so", "5", "5"]);
        assert_eq!(split("-$5 $-5 =-5"), ["-", "$", "5", "$", "-", "5", "=", "-", "5"]);
        assert_eq!(
            split("5-6 5%-6% 5°-6° (5)-6 - 5 mid-$6"),
            ["5", "6", "5", "%", "6", "%", "5", "°", "6", "°", "5", "6", "5", "mid", "$", "6"]
        );
    }

    #[test]
    fn a_script_without_spaces_is_cut_by_character() {
        assert_eq!(split("東京 tokyo"), ["東", "京", "tokyo"]);
    }

    #[test]
    fn equal_words_have_one_number_and_all_their_places() {
        let text = "the cat the dog the";
        let words = Words::new(text);
        let the = words.number(text, "the");
        assert_eq!(words.places(the), [0, 2, 4]);
        assert_eq!(words.number(text, "bird"), UNKNOWN);
        assert!(words.places(UNKNOWN).is_empty());
        assert_eq!(words.different(), 3);
    }

    #[test]
    fn an_empty_text_has_no_words() {
        let words = Words::new("");
        assert_eq!(words.number("", "any"), UNKNOWN);
        assert_eq!(words.position(0), 0);
    }
}
