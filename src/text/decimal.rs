//! Numbers in decimal digits.

/// `number` in decimal digits, as `to_string` writes it; without the machinery of formatting, which a reader would
/// download for this alone (0.6 kB).
///
/// ```
/// use checked_article::text::decimal;
/// assert_eq!(decimal(0) + &decimal(1_205), "01205");
/// ```
pub fn decimal(number: usize) -> String {
    let mut digits = String::new();
    let mut rest = number;
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return digits;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_writes_what_the_standard_library_writes(number: usize) {
            prop_assert_eq!(super::decimal(number), number.to_string());
        }
    }
}
