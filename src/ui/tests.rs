//! Screens rendered to strings: headings, tables, both languages, names with markup in them.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use yew::ServerRenderer;

use super::app::{Page, PageProps};
use crate::{
    app::{Action, Library, Screen, Shared, State, fixture, reduce},
    i18n::Lang,
};

/// Waits for the renderer, which works in threads of its own.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        std::thread::yield_now();
    }
}

/// The page after some actions.
fn page(actions: impl FnOnce() -> Vec<Action> + Send + 'static) -> String {
    page_of(fixture::state, actions)
}

fn page_of(start: fn() -> State, actions: impl FnOnce() -> Vec<Action> + Send + 'static) -> String {
    let props = move || PageProps {
        start: Shared::new(actions().into_iter().fold(start(), |state, action| reduce(&state, action))),
    };
    wait(ServerRenderer::<Page>::with_props(props).hydratable(false).render())
}

const SCREENS: [Screen; 11] = [
    Screen::Overview,
    Screen::Scoring,
    Screen::Scheme,
    Screen::Rules,
    Screen::Trends,
    Screen::Approval,
    Screen::Charts,
    Screen::Deck,
    Screen::Data,
    Screen::Compare,
    Screen::Method,
];

/// A screen in a language, a unit open beside the ranking.
fn screen(screen: Screen, lang: Lang) -> String {
    page(move || {
        vec![Action::SetLang(lang), Action::OpenScreen(screen), Action::OpenUnit(Some("finance".into()))]
    })
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[test]
fn every_screen_has_one_first_heading_landmarks_and_a_way_to_skip() {
    for name in SCREENS {
        for lang in [Lang::Zh, Lang::En] {
            let html = screen(name, lang);
            assert_eq!(count(&html, "<h1"), 1, "{name:?}");
            assert_eq!(count(&html, "<main"), 1);
            assert_eq!(count(&html, "<nav"), 1);
            assert!(html.contains("href=\"#main\""));
            assert_eq!(count(&html, "aria-current=\"page\""), 1);
        }
    }
}

#[test]
fn tables_have_captions_and_scopes() {
    for name in SCREENS {
        let html = screen(name, Lang::Zh);
        // A grid is named by a label, as its caption would scroll away with the rows.
        let tables =
            html.match_indices("<table").map(|(at, _)| &html[at..at + html[at..].find('>').unwrap()]);
        let captioned = tables.filter(|tag| !tag.contains("aria-label=")).count();
        assert_eq!(captioned, count(&html, "<caption"), "{name:?}");
        for (at, _) in html.match_indices("<th").filter(|(at, _)| !html[*at..].starts_with("<thead")) {
            let tag = &html[at..at + html[at..].find('>').unwrap()];
            assert!(tag.contains("scope="), "{tag}");
        }
    }
}

#[test]
fn the_ranking_says_how_it_is_sorted_and_puts_the_vetoed_last() {
    let html = screen(Screen::Scoring, Lang::Zh);
    assert_eq!(count(&html, "aria-sort=\"ascending\""), 1);
    let (finance, housing) = (html.find("id=\"unit-0\"").unwrap(), html.find("id=\"unit-1\"").unwrap());
    assert!(finance < housing);
    // housing loses 35 % of its cases, more than 30 %: vetoed, its score struck through, the reason beside it
    assert!(html[housing..].contains("<s>"));
    assert!(html.contains("败诉否决：败诉率 35% &gt; 30%"));
}

#[test]
fn without_rules_nobody_is_vetoed() {
    let html = page(|| vec![Action::OpenScreen(Screen::Scoring), Action::SetRulesInForce(false)]);
    assert_eq!(count(&html, "<s>"), 0);
}

/// Without what stands in fields: Chinese names are edited there in English too.
fn without_values(html: &str) -> String {
    let mut parts = html.split(" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or("", |(_, behind)| behind))
}

#[test]
fn no_chinese_is_left_in_english() {
    let is_chinese =
        |c: char| ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
    for name in SCREENS {
        let html = screen(name, Lang::En);
        // The brand and the button that leads to Chinese stay Chinese.
        let text = html.replace("用中文显示页面", "").replace("法衡", "").replace("中文", "");
        let text = without_values(&text);
        let rest: String = text.chars().filter(|c| is_chinese(*c)).collect();
        assert_eq!(rest, "", "{name:?}");
    }
}

#[test]
fn names_with_markup_are_shown_and_not_run() {
    let start = || {
        let mut data = fixture::data("d");
        data.name.zh = "<script>alert(1)</script>".to_owned();
        data.units[0].name.zh = "<img src=x onerror=alert(1)>".to_owned();
        State::new(Library::new(vec![data.into()], vec![fixture::scheme().into()])).unwrap()
    };
    let html = page_of(start, || vec![Action::OpenScreen(Screen::Scoring)]);
    assert!(!html.contains("<script"));
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x"));
}

#[test]
fn undo_names_what_it_takes_back() {
    let html = page(|| vec![Action::SetPoints("a".into(), 65.0)]);
    assert!(html.contains("title=\"撤销：分值 项a 60 → 65\""));
}
