//! Formulas that know their value: each function here writes a piece of a formula and computes it at once, so that the
//! text of a cell and the value kept beside it cannot part ways.
//!
//! Only functions are used that Excel and LibreOffice compute alike. A value is a number or nothing; nothing is the
//! empty text in a sheet, and what is computed from nothing is nothing.

use std::rc::Rc;

use crate::export::xlsx::{Cell, Value, number};

/// A formula, or a piece of one.
#[derive(Clone, Debug)]
pub(super) struct X {
    text: String,
    /// Its value; `None` for the empty text.
    pub value: Option<f64>,
    /// How loosely it binds: 0 a cell, number or function, 1 a product, 2 a sum, 3 a comparison.
    loose: u8,
}

/// The cells of a range and their values.
#[derive(Clone, Debug)]
pub(super) struct Span {
    text: String,
    values: Rc<[Option<f64>]>,
}

/// A factor of [`sum_product`]: as many numbers as the range has cells.
pub(super) struct Factor {
    text: String,
    values: Vec<f64>,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Is {
    Less,
    AtMost,
    Same,
    Other,
    AtLeast,
    More,
}

impl Is {
    fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Same => "=",
            Self::Other => "<>",
            Self::AtLeast => ">=",
            Self::More => ">",
        }
    }

    fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::Same => a == b,
            Self::Other => a != b,
            Self::AtLeast => a >= b,
            Self::More => a > b,
        }
    }
}

/// A number.
pub(super) fn n(value: f64) -> X {
    let loose = if value < 0.0 { 2 } else { 0 };
    X { text: number(value), value: Some(value), loose }
}

/// Nothing.
pub(super) fn nothing() -> X {
    X { text: "\"\"".to_string(), value: None, loose: 0 }
}

impl X {
    /// A cell by its name.
    pub fn cell(name: String, value: Option<f64>) -> Self {
        Self { text: name, value, loose: 0 }
    }

    /// The formula as a cell of a sheet.
    pub fn into_cell(self) -> Cell {
        let value = match self.value.filter(|value| value.is_finite()) {
            Some(value) => Value::Number(value),
            None => Value::Text(String::new()),
        };
        Cell::Formula(self.text, value)
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn inside(&self, loosest: u8) -> String {
        if self.loose > loosest { format!("({})", self.text) } else { self.text.clone() }
    }

    fn join(&self, sign: &str, other: &X, loose: u8, value: impl Fn(f64, f64) -> f64) -> X {
        // The right side of a minus or a division needs its parentheses even where it binds as tightly.
        let right = other.inside(loose.saturating_sub(1));
        let value = self.value.zip(other.value).map(|(a, b)| value(a, b));
        X { text: format!("{}{sign}{right}", self.inside(loose)), value, loose }
    }

    /// Compares; true is 1.
    pub fn is(&self, is: Is, other: &X) -> X {
        let text = format!("{}{}{}", self.inside(2), is.sign(), other.inside(2));
        let holds = self.value.zip(other.value).is_some_and(|(a, b)| is.holds(a, b));
        X { text, value: Some(f64::from(u8::from(holds))), loose: 3 }
    }

    /// It is a number.
    pub fn is_number(&self) -> X {
        call("ISNUMBER", &[self], Some(f64::from(u8::from(self.value.is_some()))))
    }

    /// This where it is a number, else nothing.
    pub fn or_nothing(&self) -> X {
        when(&self.is_number(), self, &nothing())
    }

    fn is_true(&self) -> bool {
        self.value.is_some_and(|value| value != 0.0)
    }
}

macro_rules! operators {
    ($($of:ident $name:ident $sign:literal $loose:literal),+) => {$(
        impl std::ops::$of<&X> for &X {
            type Output = X;

            fn $name(self, other: &X) -> X {
                self.join($sign, other, $loose, |a, b| std::ops::$of::$name(a, b))
            }
        }
    )+};
}

operators!(Add add "+" 2, Sub sub "-" 2, Mul mul "*" 1, Div div "/" 1);

fn call(name: &str, of: &[&X], value: Option<f64>) -> X {
    let texts: Vec<&str> = of.iter().map(|x| x.text.as_str()).collect();
    X { text: format!("{name}({})", texts.join(",")), value, loose: 0 }
}

fn fold(name: &str, of: &[&X], value: impl Fn(f64, f64) -> f64) -> X {
    let all: Option<Vec<f64>> = of.iter().map(|x| x.value).collect();
    call(name, of, all.and_then(|all| all.into_iter().reduce(value)))
}

/// The least.
pub(super) fn min(of: &[&X]) -> X {
    fold("MIN", of, f64::min)
}

/// The most.
pub(super) fn max(of: &[&X]) -> X {
    fold("MAX", of, f64::max)
}

/// Kept within 0..=1.
pub(super) fn share(x: &X) -> X {
    max(&[&n(0.0), &min(&[&n(1.0), x])])
}

/// All are true.
pub(super) fn and(of: &[&X]) -> X {
    call("AND", of, Some(f64::from(u8::from(of.iter().all(|x| x.is_true())))))
}

/// Any is true.
pub(super) fn or(of: &[&X]) -> X {
    call("OR", of, Some(f64::from(u8::from(of.iter().any(|x| x.is_true())))))
}

/// One where something is true, else another.
pub(super) fn when(is: &X, then: &X, or_else: &X) -> X {
    let value = if is.is_true() { then.value } else { or_else.value };
    call("IF", &[is, then, or_else], value)
}

/// The absolute value.
pub(super) fn abs(x: &X) -> X {
    call("ABS", &[x], x.value.map(f64::abs))
}

/// The natural logarithm.
pub(super) fn ln(x: &X) -> X {
    call("LN", &[x], x.value.map(libm::log))
}

/// A power.
pub(super) fn power(x: &X, exponent: &X) -> X {
    call("POWER", &[x, exponent], x.value.zip(exponent.value).map(|(x, p)| libm::pow(x, p)))
}

/// The next whole number below.
pub(super) fn int(x: &X) -> X {
    call("INT", &[x], x.value.map(libm::floor))
}

/// Rounded to so many decimals.
pub(super) fn round(x: &X, decimals: u8) -> X {
    let scale = libm::pow(10.0, f64::from(decimals));
    call("ROUND", &[x, &n(f64::from(decimals))], x.value.map(|x| libm::round(x * scale) / scale))
}

/// How many of some cells hold numbers.
pub(super) fn count_of(cells: &[&X]) -> X {
    call("COUNT", cells, Some(cells.iter().filter(|x| x.value.is_some()).count() as f64))
}

/// The sum of some cells; those without a number count as 0.
pub(super) fn sum_of(cells: &[&X]) -> X {
    call("SUM", cells, Some(cells.iter().filter_map(|x| x.value).sum()))
}

/// The sum of pieces, 0 where there are none.
pub(super) fn total(pieces: &[X]) -> X {
    pieces.iter().cloned().reduce(|sum, piece| &sum + &piece).unwrap_or_else(|| n(0.0))
}

impl Span {
    /// A range by its name.
    pub fn new(text: String, values: Rc<[Option<f64>]>) -> Self {
        Self { text, values }
    }

    fn of(&self, name: &str, value: Option<f64>) -> X {
        X { text: format!("{name}({})", self.text), value, loose: 0 }
    }

    fn numbers(&self) -> impl Iterator<Item = f64> {
        self.values.iter().flatten().copied()
    }

    /// How many cells hold numbers.
    pub fn count(&self) -> X {
        self.of("COUNT", Some(self.numbers().count() as f64))
    }

    /// Their sum.
    pub fn sum(&self) -> X {
        self.of("SUM", Some(self.numbers().sum()))
    }

    /// The least.
    pub fn min(&self) -> X {
        self.of("MIN", self.numbers().reduce(f64::min).or(Some(0.0)))
    }

    /// The most.
    pub fn max(&self) -> X {
        self.of("MAX", self.numbers().reduce(f64::max).or(Some(0.0)))
    }

    /// The middle one.
    pub fn median(&self) -> X {
        let mut values: Vec<f64> = self.numbers().collect();
        values.sort_by(f64::total_cmp);
        let (middle, odd) = (values.len() / 2, values.len() % 2 == 1);
        let value =
            values.get(middle).map(|&upper| if odd { upper } else { (values[middle - 1] + upper) / 2.0 });
        self.of("MEDIAN", value)
    }

    /// Their mean.
    pub fn mean(&self) -> X {
        let count = self.numbers().count();
        self.of("AVERAGE", (count > 0).then(|| self.numbers().sum::<f64>() / count as f64))
    }

    /// The standard deviation of a sample (n − 1).
    pub fn deviation(&self) -> X {
        let count = self.numbers().count() as f64;
        let mean = self.numbers().sum::<f64>() / count;
        let squares: f64 = self.numbers().map(|x| (x - mean) * (x - mean)).sum();
        self.of("STDEV", (count > 1.0).then(|| libm::sqrt(squares / (count - 1.0))))
    }

    /// The numbers themselves; a cell without one counts as 0.
    pub fn factor(&self) -> Factor {
        let values = self.values.iter().map(|value| value.unwrap_or_default()).collect();
        Factor { text: self.text.clone(), values }
    }

    /// 1 where there is a number.
    pub fn present(&self) -> Factor {
        let values = self.values.iter().map(|value| f64::from(u8::from(value.is_some()))).collect();
        Factor { text: format!("--ISNUMBER({})", self.text), values }
    }

    /// 1 where a number compares so. To be used beside [`Span::present`]: a text compares above every number.
    pub fn compares(&self, is: Is, with: &X) -> Factor {
        let holds = |value: &Option<f64>| value.zip(with.value).is_some_and(|(a, b)| is.holds(a, b));
        let values = self.values.iter().map(|value| f64::from(u8::from(holds(value)))).collect();
        Factor { text: format!("--({}{}{})", self.text, is.sign(), with.inside(2)), values }
    }
}

/// The sum over the cells of the product of factors of the same shape.
pub(super) fn sum_product(factors: &[Factor]) -> X {
    let texts: Vec<&str> = factors.iter().map(|factor| factor.text.as_str()).collect();
    let cells = factors.first().map_or(0, |factor| factor.values.len());
    let product =
        |at: usize| factors.iter().map(|factor| factor.values.get(at).unwrap_or(&0.0)).product::<f64>();
    X {
        text: format!("SUMPRODUCT({})", texts.join(",")),
        value: Some((0..cells).map(product).sum()),
        loose: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(name: &str, value: f64) -> X {
        X::cell(name.to_string(), Some(value))
    }

    #[test]
    fn a_formula_and_its_value_come_from_one_hand() {
        let (a, b) = (cell("A1", 6.0), cell("B1", 4.0));
        let x = &(&a - &(&b - &n(1.0))) / &(&a * &b);
        assert_eq!((x.text(), x.value), ("(A1-(B1-1))/(A1*B1)", Some(3.0 / 24.0)));
        let x = when(&a.is(Is::More, &b), &(&a - &n(-2.0)), &nothing());
        assert_eq!((x.text(), x.value), ("IF(A1>B1,A1-(-2),\"\")", Some(8.0)));
        assert_eq!((&a + &nothing()).value, None);
    }

    #[test]
    fn ranges_pass_over_what_is_no_number() {
        let span = Span::new("A1:C1".to_string(), Rc::from([Some(3.0), None, Some(5.0)].as_slice()));
        assert_eq!((span.count().value, span.sum().value), (Some(2.0), Some(8.0)));
        assert_eq!((span.median().value, span.mean().value), (Some(4.0), Some(4.0)));
        let above = sum_product(&[span.present(), span.compares(Is::More, &n(3.0))]);
        assert_eq!((above.text(), above.value), ("SUMPRODUCT(--ISNUMBER(A1:C1),--(A1:C1>3))", Some(1.0)));
    }
}
