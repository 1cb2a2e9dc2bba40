//! Aligning a pattern with a stretch of text, symbol by symbol: which stands for which, what is missing, what was
//! put in. The stretch may be longer than the pattern; what lies before and after costs nothing.

/// How well two symbols fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The same.
    Same,
    /// Spelled alike.
    Close,
    /// Different.
    Other,
}

/// One step through pattern and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A symbol of the pattern stands for one of the text.
    Pair(Fit),
    /// A symbol of the pattern is missing in the text.
    Missing,
    /// A symbol of the text is not in the pattern.
    Added,
}

/// A step with the indices at which it is taken; `Missing` uses up no text and `Added` no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// What happens.
    pub step: Step,
    /// The index in the pattern.
    pub pattern: usize,
    /// The index in the text.
    pub text: usize,
}

/// Aligns a pattern with a text, at the least cost: a replacement, a missing and an added symbol cost two, a close one
/// costs one. Equal symbols are the same; of two others, given as indices in pattern and text, `unlike` tells how well
/// they fit, and is asked only in the rows of the pattern that are `open` to it. Takes time and memory proportional to
/// the lengths' product.
pub fn align<S: Copy + PartialEq>(
    pattern: &[S],
    text: &[S],
    open: impl Fn(usize) -> bool,
    mut unlike: impl FnMut(usize, usize) -> Fit,
) -> Vec<Aligned> {
    let (rows, width) = (pattern.len(), text.len() + 1);
    let mut steps = vec![Step::Missing; rows * width];
    let mut costs = vec![0_u32; width];
    for ((row, symbol), steps) in pattern.iter().enumerate().zip(steps.chunks_exact_mut(width)) {
        let open = open(row);
        let Some((first, costs)) = costs.split_first_mut() else { continue };
        // The costs of what lies before in this row, and before in the row above.
        let mut diagonal = *first;
        *first += 2;
        let mut before = *first;
        for (column, ((other, above), step)) in text.iter().zip(costs).zip(&mut steps[1..]).enumerate() {
            let fit = match symbol == other {
                true => Fit::Same,
                false if open => unlike(row, column),
                false => Fit::Other,
            };
            let mut cost = diagonal
                + match fit {
                    Fit::Same => 0,
                    Fit::Close => 1,
                    Fit::Other => 2,
                };
            *step = Step::Pair(fit);
            diagonal = *above;
            if diagonal + 2 < cost {
                (cost, *step) = (diagonal + 2, Step::Missing);
            }
            if before + 2 < cost {
                (cost, *step) = (before + 2, Step::Added);
            }
            (*above, before) = (cost, cost);
        }
    }
    let mut column = 0;
    for (at, cost) in costs.iter().enumerate() {
        // Of two ends side by side the later one, which replaces the last symbol where the earlier one loses it.
        if *cost < costs[column] || (*cost == costs[column] && at == column + 1) {
            column = at;
        }
    }
    let mut row = rows;
    let mut path = Vec::with_capacity(rows + 8);
    while row > 0 {
        let step = steps[(row - 1) * width + column];
        if step != Step::Added {
            row -= 1;
        }
        if step != Step::Missing {
            column -= 1;
        }
        path.push(Aligned { step, pattern: row, text: column });
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pattern: &str, text: &str) -> String {
        let (p, t): (Vec<&str>, Vec<&str>) = (pattern.split(' ').collect(), text.split(' ').collect());
        let told = align(&p, &t, |_| false, |_, _| Fit::Close).into_iter().map(|aligned| match aligned.step {
            Step::Pair(Fit::Same) => p[aligned.pattern].to_string(),
            Step::Pair(_) => format!("{}>{}", p[aligned.pattern], t[aligned.text]),
            Step::Missing => format!("-{}", p[aligned.pattern]),
            Step::Added => format!("+{}", t[aligned.text]),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_replaced_put_in_and_taken_out_is_told_apart() {
        assert_eq!(told("she will vote", "today she will not vote again"), "she will +not vote");
        assert_eq!(told("she will not vote", "she will vote"), "she will -not vote");
        assert_eq!(told("rose by two", "it rose by three points"), "rose by two>three");
    }

    #[test]
    fn an_empty_text_misses_all() {
        assert_eq!(align(&["she", "will"], &[], |_| false, |_, _| Fit::Other).len(), 2);
    }

    #[test]
    fn what_is_spelled_alike_is_asked_where_a_symbol_is_open_to_it() {
        let steps = |open: bool| align(&["colour"], &["color"], |_| open, |_, _| Fit::Close);
        assert_eq!(steps(true)[0].step, Step::Pair(Fit::Close));
        assert_eq!(steps(false)[0].step, Step::Pair(Fit::Other));
    }
}
