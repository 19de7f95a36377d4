//! The headless twin `faheng`: arguments in, what is printed and the exit code out.
//!
//! The same engine and the same files as the page. Nothing here touches the machine: files come through a reader, so
//! that the twin runs wherever the core does, and gives the same bytes there. What the commands print is written out in
//! [`result`] (JSON, CSV) and `explain` (text).

mod arguments;
mod check;
mod explain;
mod inputs;
mod parts;
pub mod result;

use crate::i18n::{Lang, texts::twin};
use arguments::{Arguments, Command, Format};

/// Reads a file by the name that the user gave.
pub type Reader<'r> = &'r dyn Fn(&str) -> std::io::Result<Vec<u8>>;

/// What a run prints, and how it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// The result.
    pub stdout: String,
    /// Problems and notes.
    pub stderr: String,
    /// 0 where all went well, 1 for problems in the input, 2 for arguments that make no sense.
    pub code: u8,
}

impl Output {
    fn of(stdout: String) -> Self {
        Self { stdout, ..Self::default() }
    }

    fn problems(problems: Vec<String>) -> Self {
        Self { stderr: lines(problems), code: 1, ..Self::default() }
    }
}

/// Runs the twin: `arguments` without the program's own name.
pub fn run(arguments: &[String], read: Reader) -> Output {
    let Arguments { lang, command } = match Arguments::parse(arguments) {
        Ok(arguments) => arguments,
        Err((lang, error)) => {
            let hint = twin::twin(lang).see_help;
            let stderr = format!("{}\n{hint}\n", twin::usage_error(lang, &error));
            return Output { stderr, code: 2, ..Output::default() };
        }
    };
    let done = match command {
        Command::Help => Ok(Output::of(help(lang))),
        Command::Version => Ok(Output::of(format!("faheng {}\n", env!("CARGO_PKG_VERSION")))),
        Command::Check { files } => Ok(check::check(lang, &files, read)),
        Command::Score { data, scheme, year, format } => {
            inputs::case(lang, read, &data, &scheme, year).map(|case| {
                let evaluation = case.evaluate();
                let stdout = match format {
                    Format::Json => result::json(&case, &evaluation),
                    Format::Csv => result::csv(&case, &evaluation),
                };
                Output { stdout, stderr: lines(result::issues(&case, &evaluation)), code: 0 }
            })
        }
        Command::Explain { data, scheme, unit, year } => inputs::case(lang, read, &data, &scheme, year)
            .and_then(|case| explain::explain(&case, &unit).map(Output::of)),
    };
    done.unwrap_or_else(Output::problems)
}

fn help(lang: Lang) -> String {
    let seeds = |ids: Vec<String>| ids.join(" ");
    twin::help(lang, &seeds(inputs::data_set_ids()), &seeds(inputs::scheme_ids()))
}

/// One line each.
fn lines(lines: Vec<String>) -> String {
    lines.into_iter().fold(String::new(), |text, line| text + &line + "\n")
}
