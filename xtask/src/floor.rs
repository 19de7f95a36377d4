//! What styles may not rely on: the oldest browsers that must show the page are Chromium 96, Firefox 94
//! and Safari 15. A line that is only an improvement where it is known says so: `/* beyond the floor: why */`.

use crate::Result;

/// Text to look for, and the Chromium version that brought it.
const TOO_NEW: [(&str, u32); 14] = [
    (":has(", 105),
    ("@container", 105),
    ("container-type", 105),
    ("@scope", 118),
    ("@property", 85), // Firefox only since 128
    ("color-mix(", 111),
    ("oklch(", 111),
    ("light-dark(", 123),
    ("dvh", 108),
    ("svh", 108),
    ("subgrid", 117),
    ("@starting-style", 117),
    ("@media (width", 104),
    ("@media (height", 104),
];

/// Refuses a style sheet that uses something newer than the floor; `name` is for the message.
pub fn check(name: &str, css: &str) -> Result {
    for (number, line) in css.lines().enumerate() {
        if line.contains("beyond the floor:") {
            continue;
        }
        if let Some((what, version)) = TOO_NEW.iter().find(|(what, _)| line.contains(what)) {
            return Err(format!(
                "src/styles/{name}:{}: `{what}` is not known to all browsers of the floor (Chromium has it since {version}; the floor is 96)",
                number + 1
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_new_is_named_with_its_line() {
        let message = check("base.css", "p { color: red }\np:has(a) {}").err();
        assert!(message.is_some_and(|message| message.starts_with("src/styles/base.css:2: `:has(`")));
        assert_eq!(check("base.css", "p:has(a) {} /* beyond the floor: only a nicer gap */"), Ok(()));
    }
}
