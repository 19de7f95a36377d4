//! Number fields for every setting of a score function.

use yew::prelude::*;

use crate::{
    app::Action,
    domain::{CriterionId, Measure, MeasureKind, Relative, ScoreFunction, Step},
    i18n::texts::scheme_screen::{self, SchemeScreenTexts},
    ui::{
        components::{Choice, Icon, NumberField, icon},
        context::Ctx,
    },
};

struct Form<'a> {
    ctx: &'a Ctx,
    texts: &'static SchemeScreenTexts,
    id: &'a CriterionId,
    measure: &'a Measure,
}

/// The fields of a function.
pub fn fields(ctx: &Ctx, id: &CriterionId, function: &ScoreFunction, measure: &Measure) -> Html {
    let form = Form { ctx, texts: scheme_screen::scheme_screen(ctx.lang), id, measure };
    let texts = form.texts;
    let inside = match function.clone() {
        ScoreFunction::Linear { zero, full } => html! {
            <>
                { form.value(texts.zero, zero, move |zero| ScoreFunction::Linear { zero, full }) }
                { form.value(texts.full, full, move |full| ScoreFunction::Linear { zero, full }) }
            </>
        },
        ScoreFunction::Target { target } => {
            form.value(texts.target, target, |target| ScoreFunction::Target { target })
        }
        ScoreFunction::PerEvent { loss } => {
            form.share(texts.loss, loss, |loss| ScoreFunction::PerEvent { loss })
        }
        ScoreFunction::YesNo { full_when } => {
            let options = vec![("yes".into(), texts.yes.into()), ("no".into(), texts.no.into())];
            let chosen = if full_when { "yes" } else { "no" };
            let on_choose =
                form.set(|answer: String| Some(ScoreFunction::YesNo { full_when: answer == "yes" }));
            html! { <><span class="aside">{ texts.full_when }</span><Choice label={texts.full_when} {options} {chosen} {on_choose} /></> }
        }
        ScoreFunction::Improvement { zero, full, relative } => {
            let field = |label, value, make: fn((f64, f64), f64) -> (f64, f64)| {
                let put = move |new| {
                    let (zero, full) = make((zero, full), new);
                    ScoreFunction::Improvement { zero, full, relative }
                };
                if relative { form.share_of_any(label, value, put) } else { form.value(label, value, put) }
            };
            let on_change = form
                .set(move |_: Event| Some(ScoreFunction::Improvement { zero, full, relative: !relative }));
            html! {
                <>
                    { field(texts.zero, zero, |(_, full), zero| (zero, full)) }
                    { field(texts.full, full, |(zero, _), full| (zero, full)) }
                    <label class="builder-check"><input type="checkbox" checked={relative} onchange={on_change} />{ texts.relative_change }</label>
                </>
            }
        }
        ScoreFunction::Relative { method, higher_is_better } => form.relative(method, higher_is_better),
        ScoreFunction::Piecewise { points } => form.points(&points),
        ScoreFunction::Steps { below, steps } => form.steps(below, &steps),
    };
    html! { <div class="function-settings">{ inside }</div> }
}

impl Form<'_> {
    /// Sends the function made of a new value; nothing where it makes none.
    fn set<T: 'static>(&self, make: impl Fn(T) -> Option<ScoreFunction> + 'static) -> Callback<T> {
        let (id, dispatch) = (self.id.clone(), self.ctx.dispatch.clone());
        Callback::from(move |value| {
            if let Some(function) = make(value) {
                dispatch.emit(Action::SetFunction(id.clone(), function));
            }
        })
    }

    /// A field for a value in the indicator's measure.
    fn value(&self, label: &'static str, value: f64, make: impl Fn(f64) -> ScoreFunction + 'static) -> Html {
        let is_share = self.measure.kind == MeasureKind::Share;
        let scale = if is_share { 100.0 } else { 1.0 };
        let behind = if is_share { "%" } else { self.ctx.lang.pick(&self.measure.name) };
        self.field(label, value, scale, (-f64::MAX, f64::MAX), behind, make)
    }

    /// A field for a share of the points, 0..=1.
    fn share(&self, label: &'static str, value: f64, make: impl Fn(f64) -> ScoreFunction + 'static) -> Html {
        self.field(label, value, 100.0, (0.0, 1.0), "%", make)
    }

    /// A field for a change as a share of last year's value.
    fn share_of_any(
        &self,
        label: &'static str,
        value: f64,
        make: impl Fn(f64) -> ScoreFunction + 'static,
    ) -> Html {
        self.field(label, value, 100.0, (-f64::MAX, f64::MAX), "%", make)
    }

    fn field(
        &self,
        label: &'static str,
        value: f64,
        scale: f64,
        (min, max): (f64, f64),
        behind: &str,
        make: impl Fn(f64) -> ScoreFunction + 'static,
    ) -> Html {
        let on_set = self.set(move |value: f64| Some(make(value)));
        let step = if scale > 1.0 { 0.01 } else { 1.0 };
        html! {
            <label class="builder-number">
                <span>{ label }</span><NumberField {value} {label} {scale} {step} {min} {max} {on_set} />{ behind }
            </label>
        }
    }

    fn relative(&self, method: Relative, higher_is_better: bool) -> Html {
        let texts = self.texts;
        let clamp = if let Relative::ZScore { clamp } = method { Some(clamp) } else { None };
        let ways = [
            Relative::MinMax,
            Relative::RankShare,
            Relative::Percentile,
            Relative::ZScore { clamp: clamp.unwrap_or(2.0) },
            Relative::DistanceToBest,
        ];
        let options = ways
            .iter()
            .enumerate()
            .map(|(nth, way)| (nth.to_string().into(), scheme_screen::relative(self.ctx.lang, *way).into()))
            .collect::<Vec<_>>();
        let chosen = ways.iter().position(|way| *way == method).unwrap_or(0).to_string();
        let on_choose = self.set(move |nth: String| {
            let method = *ways.get(nth.parse::<usize>().ok()?)?;
            Some(ScoreFunction::Relative { method, higher_is_better })
        });
        let on_higher = self.set(move |_: Event| {
            Some(ScoreFunction::Relative { method, higher_is_better: !higher_is_better })
        });
        html! {
            <>
                <span class="aside">{ texts.method }</span>
                <Choice label={texts.method} {options} {chosen} {on_choose} />
                if let Some(clamp) = clamp {
                    { self.field(texts.clamp, clamp, 1.0, (0.01, 10.0), "", move |clamp| {
                        ScoreFunction::Relative { method: Relative::ZScore { clamp }, higher_is_better }
                    }) }
                }
                <label class="builder-check"><input type="checkbox" checked={higher_is_better} onchange={on_higher} />{ texts.higher }</label>
            </>
        }
    }

    fn points(&self, points: &[(f64, f64)]) -> Html {
        let texts = self.texts;
        let row = |(nth, (x, share)): (usize, &(f64, f64))| {
            let with = |change: fn(&mut (f64, f64), f64)| {
                let points = points.to_vec();
                move |new: f64| {
                    let mut points = points.clone();
                    if let Some(point) = points.get_mut(nth) {
                        change(point, new);
                    }
                    points.sort_by(|a, b| a.0.total_cmp(&b.0));
                    ScoreFunction::Piecewise { points }
                }
            };
            let remove = (points.len() > 2).then(|| {
                let points = points.to_vec();
                self.removing(move || {
                    let mut points = points.clone();
                    points.remove(nth);
                    ScoreFunction::Piecewise { points }
                })
            });
            html! {
                <li key={nth}>
                    { self.value(texts.at, *x, with(|point, x| point.0 = x)) }
                    { self.share(texts.share, *share, with(|point, share| point.1 = share)) }
                    { for remove }
                </li>
            }
        };
        let all = points.to_vec();
        let on_add = self.set(move |_: MouseEvent| {
            // In the middle of the last two.
            let mut points = all.clone();
            let [.., before, last] = points[..] else { return None };
            points.insert(points.len() - 1, ((before.0 + last.0) / 2.0, (before.1 + last.1) / 2.0));
            Some(ScoreFunction::Piecewise { points })
        });
        html! {
            <>
                <ul class="function-points">{ for points.iter().enumerate().map(row) }</ul>
                <button type="button" class="small-button" onclick={on_add}>{ texts.add_point }</button>
            </>
        }
    }

    fn steps(&self, below: f64, steps: &[Step]) -> Html {
        let texts = self.texts;
        let row = |(nth, step): (usize, &Step)| {
            let with = |change: fn(&mut Step, f64)| {
                let steps = steps.to_vec();
                move |new: f64| {
                    let mut steps = steps.clone();
                    if let Some(step) = steps.get_mut(nth) {
                        change(step, new);
                    }
                    steps.sort_by(|a, b| a.from.total_cmp(&b.from));
                    ScoreFunction::Steps { below, steps }
                }
            };
            let remove = (steps.len() > 1).then(|| {
                let steps = steps.to_vec();
                self.removing(move || {
                    let mut steps = steps.clone();
                    steps.remove(nth);
                    ScoreFunction::Steps { below, steps }
                })
            });
            html! {
                <li key={nth}>
                    { self.value(texts.from, step.from, with(|step, from| step.from = from)) }
                    { self.share(texts.share, step.share, with(|step, share| step.share = share)) }
                    { for remove }
                </li>
            }
        };
        let all = steps.to_vec();
        let on_add = self.set(move |_: MouseEvent| {
            let mut steps = all.clone();
            let last = *steps.last()?;
            let before =
                steps.len().checked_sub(2).and_then(|nth| steps.get(nth)).map_or(last.from - 1.0, |s| s.from);
            steps.push(Step { from: last.from + (last.from - before).max(f64::EPSILON), share: last.share });
            Some(ScoreFunction::Steps { below, steps })
        });
        let kept = steps.to_vec();
        html! {
            <>
                { self.share(texts.below, below, move |below| ScoreFunction::Steps { below, steps: kept.clone() }) }
                <ul class="function-points">{ for steps.iter().enumerate().map(row) }</ul>
                <button type="button" class="small-button" onclick={on_add}>{ texts.add_step }</button>
            </>
        }
    }

    fn removing(&self, make: impl Fn() -> ScoreFunction + 'static) -> Html {
        let on_click = self.set(move |_: MouseEvent| Some(make()));
        let label = self.texts.remove_point;
        html! {
            <button type="button" class="icon-button" aria-label={label} title={label} onclick={on_click}>{ icon(Icon::Close) }</button>
        }
    }
}
