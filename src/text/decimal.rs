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

/// The numbers in `list`, written in digits with a space between each and the next.
///
/// ```
/// use checked_article::text::decimals;
/// assert_eq!(decimals("3 14"), [3, 14]);
/// assert!(decimals("").is_empty());
/// ```
pub fn decimals(list: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut within = false;
    for byte in list.bytes() {
        let digit = usize::from(byte.wrapping_sub(b'0'));
        match numbers.last_mut() {
            Some(number) if within && digit < 10 => *number = number.wrapping_mul(10).wrapping_add(digit),
            _ if digit < 10 => numbers.push(digit),
            _ => {}
        }
        within = digit < 10;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_writes_what_the_standard_library_writes(number: usize) {
            prop_assert_eq!(super::decimal(number), number.to_string());
        }

        #[test]
        fn numbers_are_read_as_they_were_written(numbers: Vec<u32>) {
            let written: Vec<String> = numbers.iter().map(|number| super::decimal(*number as usize)).collect();
            let read: Vec<u32> = super::decimals(&written.join(" ")).into_iter().map(|number| number as u32).collect();
            prop_assert_eq!(read, numbers);
        }
    }
}
