//! Arguments → a command, or why they make no sense.

use crate::{
    domain::Year,
    i18n::{Lang, texts::twin::UsageError},
};

/// What is asked, and in which language the answer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    pub lang: Lang,
    pub command: Command,
}

/// The commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Score { data: String, scheme: String, year: Option<Year>, format: Format },
    Explain { data: String, scheme: String, unit: String, year: Option<Year> },
    Check { files: Vec<String> },
    Help,
    Version,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Csv,
}

type Parsed<T> = Result<T, UsageError>;

impl Arguments {
    /// Parses the arguments behind the program's name. An error comes with the language that it is to be told in.
    pub fn parse(arguments: &[String]) -> Result<Self, (Lang, UsageError)> {
        let mut words = Words::read(arguments);
        let lang = match words.option("--lang") {
            Ok(None) => Lang::Zh,
            Ok(Some(word)) if word == "zh" => Lang::Zh,
            Ok(Some(word)) if word == "en" => Lang::En,
            Ok(Some(word)) => return Err((Lang::Zh, UsageError::BadValue { option: "--lang", value: word })),
            Err(error) => return Err((Lang::Zh, error)),
        };
        let command = command(words).map_err(|error| (lang, error))?;
        Ok(Self { lang, command })
    }
}

fn command(mut words: Words) -> Parsed<Command> {
    for (names, command) in [(["--help", "-h"], Command::Help), (["--version", "-V"], Command::Version)] {
        if names.iter().any(|name| words.flag(name)) {
            return Ok(command);
        }
    }
    let name = words.plain().ok_or(UsageError::NoCommand)?;
    let command = match name.as_str() {
        "help" => Command::Help,
        "score" => Command::Score {
            data: words.required("--data")?,
            scheme: words.required("--scheme")?,
            year: words.year()?,
            format: words.format()?,
        },
        "explain" => Command::Explain {
            data: words.required("--data")?,
            scheme: words.required("--scheme")?,
            unit: words.required("--unit")?,
            year: words.year()?,
        },
        "check" => {
            let files: Vec<String> = std::iter::from_fn(|| words.plain()).collect();
            if files.is_empty() {
                return Err(UsageError::NoFile);
            }
            Command::Check { files }
        }
        _ => return Err(UsageError::UnknownCommand(name)),
    };
    words.rest()?;
    Ok(command)
}

/// The words that nobody has taken yet. Behind `--` every word is plain.
struct Words {
    words: Vec<String>,
    plain: Vec<String>,
}

impl Words {
    fn read(arguments: &[String]) -> Self {
        let end = arguments.iter().position(|word| word == "--");
        let (words, plain) = arguments.split_at(end.unwrap_or(arguments.len()));
        Self { words: words.to_vec(), plain: plain.iter().skip(1).cloned().collect() }
    }

    /// Takes `--name value` or `--name=value`.
    fn option(&mut self, name: &'static str) -> Parsed<Option<String>> {
        let is_it =
            |word: &String| word == name || word.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
        let Some(at) = self.words.iter().position(is_it) else { return Ok(None) };
        let word = self.words.remove(at);
        let value = match word.split_once('=') {
            Some((_, value)) => value.to_owned(),
            None if self.words.get(at).is_some_and(|next| !next.starts_with("--")) => self.words.remove(at),
            None => return Err(UsageError::NoValue(name)),
        };
        if self.words.iter().any(is_it) {
            return Err(UsageError::Twice(name));
        }
        Ok(Some(value))
    }

    fn required(&mut self, name: &'static str) -> Parsed<String> {
        self.option(name)?.ok_or(UsageError::Missing(name))
    }

    fn year(&mut self) -> Parsed<Option<Year>> {
        let Some(value) = self.option("--year")? else { return Ok(None) };
        value.parse().map(Some).map_err(|_| UsageError::BadValue { option: "--year", value })
    }

    fn format(&mut self) -> Parsed<Format> {
        match self.option("--format")?.as_deref() {
            None | Some("json") => Ok(Format::Json),
            Some("csv") => Ok(Format::Csv),
            Some(other) => Err(UsageError::BadValue { option: "--format", value: other.to_owned() }),
        }
    }

    fn flag(&mut self, name: &str) -> bool {
        self.words.iter().any(|word| word == name)
    }

    /// Takes the next word that is no option.
    fn plain(&mut self) -> Option<String> {
        match self.words.iter().position(|word| !word.starts_with('-')) {
            Some(at) => Some(self.words.remove(at)),
            None if self.plain.is_empty() => None,
            None => Some(self.plain.remove(0)),
        }
    }

    /// Nothing may be left.
    fn rest(self) -> Parsed<()> {
        match self.words.into_iter().chain(self.plain).next() {
            Some(word) => Err(UsageError::Unexpected(word)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, UsageError> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Arguments::parse(&words).map_err(|(_, error)| error)
    }

    #[test]
    fn options_stand_in_any_order_and_with_or_without_an_equals_sign() {
        let score =
            Command::Score { data: "d".into(), scheme: "s".into(), year: Some(2019), format: Format::Csv };
        let expected = Ok(Arguments { lang: Lang::En, command: score });
        assert_eq!(parse("score --data d --scheme s --year 2019 --format csv --lang en"), expected);
        assert_eq!(parse("--lang=en score --format=csv --year=2019 --scheme=s --data=d"), expected);
    }

    #[test]
    fn files_may_begin_with_a_dash_behind_two() {
        let files = vec!["a.json".to_owned(), "-b.json".to_owned()];
        assert_eq!(parse("check a.json -- -b.json").unwrap().command, Command::Check { files });
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let bad = |option, value: &str| Err(UsageError::BadValue { option, value: value.into() });
        assert_eq!(parse(""), Err(UsageError::NoCommand));
        assert_eq!(parse("rank"), Err(UsageError::UnknownCommand("rank".into())));
        assert_eq!(parse("score --scheme s"), Err(UsageError::Missing("--data")));
        assert_eq!(parse("score --data --scheme s"), Err(UsageError::NoValue("--data")));
        assert_eq!(parse("score --data a --data b --scheme s"), Err(UsageError::Twice("--data")));
        assert_eq!(parse("score --data d --scheme s --year soon"), bad("--year", "soon"));
        assert_eq!(parse("score --data d --scheme s --format xml"), bad("--format", "xml"));
        assert_eq!(parse("score --data d --scheme s --lang fr"), bad("--lang", "fr"));
        assert_eq!(parse("score --data d --scheme s --unit u"), Err(UsageError::Unexpected("--unit".into())));
        assert_eq!(parse("check"), Err(UsageError::NoFile));
    }
}
