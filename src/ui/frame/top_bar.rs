//! The top bar: what is evaluated, undo and redo, whether the work is kept, language and theme.

use yew::prelude::*;

use crate::{
    app::{Action, SchemeEntry, Shared, State, Theme, rests_on},
    browser::event,
    i18n::{
        Lang,
        texts::{
            frame::{FrameTexts, frame},
            keeping::keeping as keeping_texts,
            project::project,
        },
    },
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
        keeping::{Keeping, Kept},
    },
};

use super::{file_menu::FileMenu, history_menu::HistoryMenu};

/// Props of [`TopBar`].
#[derive(Properties, PartialEq)]
pub struct TopBarProps {
    /// The state.
    pub state: Shared<State>,
    /// How the work is kept.
    pub kept: Kept,
}

/// The top bar.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let ctx = use_ctx();
    let texts = frame(ctx.lang);
    let state = &props.state;
    html! {
        <header class="top-bar">
            <p class="brand"><strong lang="zh-CN">{ "法衡" }</strong><span lang="en">{ "Faheng" }</span></p>
            { data_chooser(&ctx, texts, state) }
            { year_stepper(&ctx, texts, state) }
            { scheme_chooser(&ctx, texts, state) }
            <span class="spacer" />
            { undo_redo(&ctx, texts, state) }
            <FileMenu state={state.clone()} elsewhere={props.kept.elsewhere.clone()} />
            { saved_state(&ctx, texts, props.kept.how) }
            { language_button(&ctx, texts) }
            { theme_button(&ctx, texts, state.view.theme) }
        </header>
    }
}

fn data_chooser(ctx: &Ctx, texts: &FrameTexts, state: &State) -> Html {
    let present = &state.inputs.table;
    let options = state.library.data_sets.iter().map(|entry| {
        let data = entry.table.data();
        html! {
            <option key={data.id.clone()} value={data.id.clone()} selected={entry.table == *present}>
                { ctx.lang.pick(&data.name) }
            </option>
        }
    });
    html! {
        <label class="chooser">
            <span>{ texts.data_set }</span>
            <select onchange={ctx.send(|e: Event| Action::ChooseDataSet(event::value(&e)))}>{ for options }</select>
        </label>
    }
}

/// The schemes, those that rest on the present data first.
fn scheme_chooser(ctx: &Ctx, texts: &FrameTexts, state: &State) -> Html {
    let present = &state.inputs.scheme;
    let changed = state.scheme_changed();
    let option = |entry: &&SchemeEntry| {
        let selected = entry.scheme.id == present.id;
        html! {
            <option key={entry.scheme.id.clone()} value={entry.scheme.id.clone()} {selected}>
                { ctx.lang.pick(&entry.scheme.name) }{ if selected && changed { texts.changed } else { "" } }
            </option>
        }
    };
    let data = state.inputs.table.data();
    let (resting, others): (Vec<_>, Vec<_>) =
        state.library.schemes.iter().partition(|entry| rests_on(&entry.scheme, data) > 0.0);
    let group = |label: &'static str, entries: &[&SchemeEntry]| {
        let shown = !entries.is_empty();
        shown.then(|| html! { <optgroup {label}>{ for entries.iter().map(option) }</optgroup> })
    };
    html! {
        <label class="chooser">
            <span>{ texts.scheme }</span>
            <select onchange={ctx.send(|e: Event| Action::ChooseScheme(event::value(&e)))}>
                { for group(texts.schemes_resting, &resting) }
                { for group(texts.schemes_others, &others) }
            </select>
        </label>
    }
}

fn year_stepper(ctx: &Ctx, texts: &FrameTexts, state: &State) -> Html {
    let years = state.inputs.table.years();
    let year = state.inputs.year;
    let step = |to: Option<u16>, label: &'static str, sign: Icon| {
        let on_click = to.map(|to| ctx.send(move |_: MouseEvent| Action::ChooseYear(to)));
        html! {
            <button type="button" class="icon-button" aria-label={label} title={label} disabled={to.is_none()}
                onclick={on_click}>{ icon(sign) }</button>
        }
    };
    let before = years.iter().rev().copied().find(|other| *other < year);
    let after = years.iter().copied().find(|other| *other > year);
    html! {
        <div class="year-stepper" role="group" aria-label={texts.year}>
            { step(before, texts.year_before, Icon::Left) }
            <output aria-live="polite">{ year }</output>
            { step(after, texts.year_after, Icon::Right) }
        </div>
    }
}

fn undo_redo(ctx: &Ctx, texts: &FrameTexts, state: &State) -> Html {
    let button = |action: Action,
                  sign: Icon,
                  label: &'static str,
                  name: Option<&crate::domain::Text>,
                  none: &str| {
        let name = name.map(|name| ctx.lang.pick(name));
        let title = name.map_or_else(|| none.to_owned(), |name| format!("{label}{}{name}", texts.colon));
        let on_click = ctx.send(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="quiet-button" {title} disabled={name.is_none()} onclick={on_click}>
                { icon(sign) }<span>{ label }</span>
            </button>
        }
    };
    let history = &state.history;
    html! {
        <div class="undo-redo" role="group" aria-label={texts.history}>
            { button(Action::Undo, Icon::Undo, texts.undo, history.undo_name(), texts.nothing_to_undo) }
            { button(Action::Redo, Icon::Redo, texts.redo, history.redo_name(), texts.nothing_to_redo) }
            <HistoryMenu history={history.clone()} />
        </div>
    }
}

fn saved_state(ctx: &Ctx, texts: &FrameTexts, keeping: Keeping) -> Html {
    let project = project(ctx.lang);
    match keeping {
        Keeping::Writing => {
            html! { <p class="saved-state" role="status"><span class="saved-text">{ keeping_texts(ctx.lang).writing }</span></p> }
        }
        Keeping::Kept => {
            html! { <p class="saved-state" role="status">{ icon(Icon::Check) }<span class="saved-text">{ texts.saved }</span></p> }
        }
        Keeping::ReadOnly => html! {
            <p class="saved-state" role="status" title={project.read_only_why}>
                { icon(Icon::Alert) }<span class="saved-text">{ project.read_only }</span>
            </p>
        },
        Keeping::NotKept => html! {
            <p class="saved-state saved-state-not" role="status" title={texts.not_kept_why}>
                { icon(Icon::Alert) }{ texts.not_kept }
            </p>
        },
    }
}

fn language_button(ctx: &Ctx, texts: &FrameTexts) -> Html {
    let other = ctx.lang.other();
    let label = match other {
        Lang::Zh => "中文",
        Lang::En => "EN",
    };
    html! {
        <button type="button" class="quiet-button" lang={other.tag()} title={texts.language_title}
            onclick={ctx.send(move |_: MouseEvent| Action::SetLang(other))}>{ label }</button>
    }
}

fn theme_button(ctx: &Ctx, texts: &FrameTexts, theme: Theme) -> Html {
    let (name, next) = match theme {
        Theme::Auto => (texts.theme_auto, Theme::Light),
        Theme::Light => (texts.theme_light, Theme::Dark),
        Theme::Dark => (texts.theme_dark, Theme::Auto),
    };
    let label = format!("{}{}{name}", texts.theme, texts.colon);
    html! {
        <button type="button" class="quiet-button" title={label.clone()} aria-label={label}
            onclick={ctx.send(move |_: MouseEvent| Action::SetTheme(next))}>{ icon(Icon::Contrast) }<span>{ name }</span></button>
    }
}
