//! A small tree of XML elements, and text made fit for it. Written out by quick-xml, which escapes.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element. It is one pointer wide: hundreds of calls pass elements on by value.
#[derive(Clone, Debug)]
pub(in crate::export) struct El(Box<Element>);

/// Attributes and children in the order in which they are written.
#[derive(Clone, Debug)]
struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    El(El),
    Text(String),
}

/// An element without attributes and children.
#[inline(never)]
pub(in crate::export) fn el(name: &'static str) -> El {
    El(Box::new(Element { name, attributes: Vec::new(), children: Vec::new() }))
}

/// An element with the one attribute `val`, the commonest of charts.
pub(in crate::export) fn val(name: &'static str, value: impl Into<Value>) -> El {
    el(name).attr("val", value)
}

/// The value of an attribute.
#[derive(Clone, Debug)]
pub(in crate::export) struct Value(String);

/// Hundreds of calls build elements; only these small functions are made for each kind of value.
macro_rules! values {
    ($($of:ty),+) => {
        $(impl From<$of> for Value {
            #[inline(never)]
            fn from(value: $of) -> Self {
                Self(value.to_string())
            }
        })+
    };
}

values!(&str, i32, i64, u32, usize, f64);

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::from(value.as_str())
    }
}

impl From<&&str> for Value {
    fn from(value: &&str) -> Self {
        Self::from(*value)
    }
}

impl El {
    /// Adds an attribute.
    pub(in crate::export) fn attr(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with(name, value.into())
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, Value(value): Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// Adds a child at the end.
    #[inline(never)]
    pub(in crate::export) fn child(mut self, child: El) -> Self {
        self.0.children.push(Node::El(child));
        self
    }

    /// Adds children at the end: a list, or an element that may be absent.
    pub(in crate::export) fn children(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds text at the end.
    #[inline(never)]
    pub(in crate::export) fn text(mut self, text: &str) -> Self {
        self.0.children.push(Node::Text(text.to_string()));
        self
    }

    /// The document with this root, in UTF-8. Every value and text is [`clean`]ed.
    pub(in crate::export) fn document(&self) -> std::io::Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new());
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        self.write(&mut writer)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.0.name);
        for (name, value) in &self.0.attributes {
            start.push_attribute((*name, clean(value).as_str()));
        }
        if self.0.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.0.children {
            match child {
                Node::El(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(&clean(text))))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.0.name)))
    }
}

/// The text without what XML forbids or what would disturb a line: control characters, code points that are no
/// characters, and marks that turn the direction of writing. A tab or a new line becomes a space.
pub(in crate::export) fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{FFFE}'
            | '\u{FFFF}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => None,
            other if other.is_control() => None,
            other => Some(other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_cleaned() {
        let root = el("a:t").attr("name", "\"<&\u{1}").text("<script>&\u{0}😀\n\u{202E}甲");
        let document = String::from_utf8(root.document().unwrap()).unwrap();
        assert_eq!(
            document,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <a:t name=\"&quot;&lt;&amp;\">&lt;script&gt;&amp;😀 甲</a:t>"
        );
    }
}
