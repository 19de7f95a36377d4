//! The tour of the page: its stops in order, and the screen that each is on. It changes nothing that is evaluated, and
//! leaves the user on the screen where it began.

use super::{Screen, State};

/// Where the tour stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The data set and the year.
    Data,
    /// The weights.
    Weights,
    /// The ranking.
    Ranking,
    /// A unit's reasons.
    Reasons,
    /// Rules and vetoes.
    Rules,
    /// Charts.
    Charts,
    /// Slides.
    Slides,
    /// Keeping and sending out.
    Keep,
}

impl Stop {
    /// All, in their order.
    pub const ALL: [Self; 8] = [
        Self::Data,
        Self::Weights,
        Self::Ranking,
        Self::Reasons,
        Self::Rules,
        Self::Charts,
        Self::Slides,
        Self::Keep,
    ];

    /// The screen that it is on.
    pub fn screen(self) -> Screen {
        match self {
            Self::Data | Self::Keep => Screen::Overview,
            Self::Weights | Self::Ranking | Self::Reasons => Screen::Scoring,
            Self::Rules => Screen::Rules,
            Self::Charts => Screen::Charts,
            Self::Slides => Screen::Deck,
        }
    }
}

/// A tour that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tour {
    /// The stop's place in [`Stop::ALL`].
    pub at: usize,
    /// The screen where it began.
    pub from: Screen,
}

impl Tour {
    /// The present stop.
    pub fn stop(self) -> Option<Stop> {
        Stop::ALL.get(self.at).copied()
    }
}

/// What can happen to a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourAction {
    /// Begin at the first stop.
    Begin,
    /// Go to the next stop; behind the last one the tour ends.
    Next,
    /// Go back to the stop before.
    Back,
    /// End it.
    Leave,
}

/// Applies an action on the tour.
pub(super) fn reduce_tour(state: &mut State, action: TourAction) {
    let view = &mut state.view;
    let now = match (action, view.tour) {
        (TourAction::Begin, _) => Some(Tour { at: 0, from: view.screen }),
        (TourAction::Next, Some(tour)) => {
            Some(Tour { at: tour.at + 1, ..tour }).filter(|tour| tour.stop().is_some())
        }
        (TourAction::Back, Some(tour)) => Some(Tour { at: tour.at.saturating_sub(1), ..tour }),
        (TourAction::Leave, _) | (_, None) => None,
    };
    if let Some(began) = view.tour.or(now) {
        view.screen = now.and_then(Tour::stop).map_or(began.from, Stop::screen);
    }
    view.tour = now;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, fixture, reduce};

    fn go(state: &State, action: TourAction) -> State {
        reduce(state, Action::Tour(action))
    }

    #[test]
    fn it_stops_everywhere_and_ends_where_it_began_with_nothing_changed() {
        let start = reduce(&fixture::state(), Action::OpenScreen(Screen::Trends));
        let mut state = go(&start, TourAction::Begin);
        for (nth, stop) in Stop::ALL.into_iter().enumerate() {
            let tour = state.view.tour.unwrap();
            assert_eq!((tour.at, tour.stop(), state.view.screen), (nth, Some(stop), stop.screen()));
            state = go(&state, TourAction::Next);
        }
        assert_eq!(state, start);
    }

    #[test]
    fn it_goes_back_and_is_left_at_any_stop() {
        let start = fixture::state();
        let second = go(&go(&start, TourAction::Begin), TourAction::Next);
        let first = go(&second, TourAction::Back);
        assert_eq!(first.view.tour.unwrap().at, 0);
        assert_eq!(go(&first, TourAction::Back), first);
        assert_eq!(go(&second, TourAction::Leave), start);
        assert_eq!(go(&start, TourAction::Next), start);
    }
}
