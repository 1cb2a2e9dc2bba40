//! Approximate search, bit-parallel: where in a row of symbols does a pattern end with few errors?
//!
//! The symbols are words (or characters: whoever calls decides), so that a sentence fits in one machine word.
//! Source: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming",
//! Journal of the ACM 46 (3), 1999, in the block form of H. Hyyrö, 2003.

/// A place where the pattern ends, and the fewest insertions, deletions and replacements with which it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index after the last symbol.
    pub end: usize,
    /// The number of errors.
    pub errors: u32,
}

/// The memory that searches share, so that a search allocates nothing that the one before had.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// For each symbol of the text, its row in `masks`, or 0.
    rows: Vec<u32>,
    /// Row by row, the pattern's positions at which the symbol stands, 64 to a block.
    masks: Vec<u64>,
    blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug)]
struct Block {
    up: u64,
    down: u64,
}

impl Search {
    /// Finds where `pattern` ends in `text` with at most `limit` errors, in text order: the best place of each
    /// neighbourhood of `apart` symbols, the first of equally good ones.
    ///
    /// Every symbol of the text is below `symbols`; others in the pattern match nothing. Takes time proportional to
    /// the text's length for every 64 symbols of the pattern.
    pub fn find(&mut self, text: &[u32], pattern: &[u32], symbols: usize, limit: u32, apart: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        if pattern.is_empty() {
            return hits;
        }
        self.prepare(pattern, symbols);
        let height = self.blocks.len();
        let last = 1 << ((pattern.len() - 1) % 64);
        let mut errors = pattern.len() as u32;
        for (at, symbol) in text.iter().enumerate() {
            let row = self.rows.get(*symbol as usize).map_or(0, |row| *row as usize) * height;
            let masks = &self.masks[row..row + height];
            let mut carry = 0;
            for (block, mask) in self.blocks[..height - 1].iter_mut().zip(masks) {
                carry = block.advance(*mask, carry, 1 << 63);
            }
            carry = self.blocks[height - 1].advance(masks[height - 1], carry, last);
            errors = errors.saturating_add_signed(carry);
            if errors <= limit {
                let hit = Hit { end: at + 1, errors };
                match hits.last_mut() {
                    Some(near) if hit.end - near.end <= apart => {
                        if errors < near.errors {
                            *near = hit;
                        }
                    }
                    _ => hits.push(hit),
                }
            }
        }
        for symbol in pattern {
            if let Some(row) = self.rows.get_mut(*symbol as usize) {
                *row = 0;
            }
        }
        hits
    }

    fn prepare(&mut self, pattern: &[u32], symbols: usize) {
        let height = pattern.len().div_ceil(64);
        if self.rows.len() < symbols {
            self.rows.resize(symbols, 0);
        }
        self.blocks.clear();
        self.blocks.resize(height, Block { up: !0, down: 0 });
        self.masks.clear();
        self.masks.resize(height, 0);
        for (at, symbol) in pattern.iter().enumerate() {
            let Some(row) = self.rows.get_mut(*symbol as usize) else { continue };
            if *row == 0 {
                *row = (self.masks.len() / height) as u32;
                self.masks.resize(self.masks.len() + height, 0);
            }
            self.masks[*row as usize * height + at / 64] |= 1 << (at % 64);
        }
    }
}

impl Block {
    /// One column: `carry` is the difference that comes in from the block above, the answer goes to the one below.
    fn advance(&mut self, mask: u64, carry: i32, last: u64) -> i32 {
        let vertical = mask | self.down;
        let mask = mask | u64::from(carry < 0);
        let across = ((mask & self.up).wrapping_add(self.up) ^ self.up) | mask;
        let (up, down) = (self.down | !(across | self.up), self.up & across);
        let out = i32::from(up & last != 0) - i32::from(down & last != 0);
        let (up, down) = (up << 1 | u64::from(carry > 0), down << 1 | u64::from(carry < 0));
        self.up = down | !(vertical | up);
        self.down = up & vertical;
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook table: errors of the best match that ends at each place.
    fn table(text: &[u32], pattern: &[u32]) -> Vec<u32> {
        let mut column: Vec<u32> = (0..=pattern.len() as u32).collect();
        text.iter()
            .map(|symbol| {
                let mut diagonal = column[0];
                for row in 1..column.len() {
                    let replaced = diagonal + u32::from(pattern[row - 1] != *symbol);
                    diagonal = column[row];
                    column[row] = replaced.min(column[row] + 1).min(column[row - 1] + 1);
                }
                column[pattern.len()]
            })
            .collect()
    }

    proptest! {
        #[test]
        fn it_counts_as_the_textbook_does(
            text in prop::collection::vec(0u32..5, 0..200),
            pattern in prop::collection::vec(0u32..6, 1..150),
        ) {
            let hits = Search::default().find(&text, &pattern, 5, u32::MAX, 0);
            let counted: Vec<u32> = hits.iter().map(|hit| hit.errors).collect();
            prop_assert_eq!(counted, table(&text, &pattern));
        }
    }

    #[test]
    fn the_best_place_of_a_neighbourhood_is_told_once() {
        let hits = Search::default().find(&[0, 1, 2, 3, 3, 3, 3, 0, 1, 2], &[0, 1, 2], 4, 1, 3);
        assert_eq!(hits, [Hit { end: 3, errors: 0 }, Hit { end: 10, errors: 0 }]);
    }

    #[test]
    fn one_search_leaves_nothing_behind_for_the_next() {
        let mut search = Search::default();
        search.find(&[0, 1, 2], &[0, 1], 3, 0, 0);
        assert_eq!(search.find(&[0, 1, 2], &[2], 3, 0, 0), [Hit { end: 3, errors: 0 }]);
    }
}
