//! A hash of words, to tell whether a passage still holds those that were checked.

use crate::text::words::cut;
use crate::text::{Canonical, View};

/// A hash of a passage's words (64-bit FNV-1a over the folded words, a space after each): typography, case and white
/// space do not change it, any letter or digit does.
///
/// ```
/// use checked_article::anchors::CheckedWords;
/// assert_eq!(CheckedWords::of("It rose “5 %”.", None), CheckedWords::of("it rose \"5%\"", None));
/// assert_ne!(CheckedWords::of("It rose 5 %.", None), CheckedWords::of("It rose 6 %.", None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedWords(pub u64);

impl CheckedWords {
    /// The hash of a passage; one and the same `canonical` must be used for what is to be compared.
    pub fn of(passage: &str, canonical: Option<Canonical>) -> Self {
        let view = View::new(&[passage], canonical);
        let folded = view.folded();
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        for word in cut(folded) {
            for byte in word.of(folded).bytes().chain([b' ']) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
            }
        }
        Self(hash)
    }
}
