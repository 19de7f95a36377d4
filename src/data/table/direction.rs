//! Whether more or less of an indicator is better, as far as its name tells.

use crate::domain::{MeasureKind, Text};

/// Which way an indicator is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

/// What tells which way an indicator is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A word of its name, and no other word speaks against it.
    Word(&'static str),
    /// Words of its name that speak against each other; the last one was followed.
    Words(&'static str, &'static str),
    /// Its measure: days and places are better when they are few, marks when they are many.
    Measure,
    /// Nothing; more was taken to be better.
    Nothing,
    /// A person chose it.
    Chosen,
}

impl Sign {
    /// A person should look at it.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Words(..) | Self::Nothing)
    }
}

const LESS: &[&str] = &[
    "败诉",
    "纠错",
    "撤销",
    "被诉",
    "投诉",
    "信访",
    "上访",
    "举报",
    "超期",
    "逾期",
    "超时",
    "违法",
    "违规",
    "违纪",
    "差错",
    "错误",
    "错案",
    "事故",
    "死亡",
    "处分",
    "问责",
    "通报批评",
    "扣分",
    "负面",
    "延误",
    "积压",
    "拖欠",
    "不合格",
    "不达标",
    "不规范",
    "不满意",
    "不及时",
    "未按",
    "未完成",
    "未及时",
    "未公开",
    "未整改",
    "未办结",
    "未履行",
    "未通过",
    "未落实",
    "未执行",
    "问题",
    "时限",
    "用时",
    "耗时",
    "时长",
    "天数",
    "成本",
    "排名",
    "名次",
    "腐败",
    "犯罪",
    "案件发生",
    "lost",
    "annulled",
    "overturned",
    "revoked",
    "complaint",
    "petition",
    "overdue",
    "late",
    "delay",
    "violation",
    "unlawful",
    "illegal",
    "error",
    "accident",
    "missing",
    "backlog",
    "days",
    "crime",
    "corruption",
    "violence",
    "discrimination",
];

const MORE: &[&str] = &[
    "合格",
    "整改",
    "办结",
    "完成",
    "公示",
    "公开",
    "备案",
    "审查",
    "及时",
    "按时",
    "按期",
    "满意",
    "达标",
    "覆盖",
    "培训",
    "学法",
    "普法",
    "得分",
    "评分",
    "指数",
    "胜诉",
    "采纳",
    "履行",
    "执行率",
    "应诉",
    "出庭",
    "化解",
    "查处",
    "检查",
    "准确",
    "增长",
    "提升",
    "压减",
    "压缩",
    "缩短",
    "减少",
    "规范",
    "落实",
    "达成",
    "调解",
    "到位",
    "compliance",
    "compliant",
    "complete",
    "satisfaction",
    "trained",
    "training",
    "publish",
    "disclos",
    "on time",
    "in time",
    "score",
    "index",
    "absence of",
    "control of",
    "free from",
    "rule of law",
    "effective",
    "quality",
    "reduction",
    "reduced",
    "rectified",
    "won",
];

/// Words that turn whatever follows them into something better when it is rare.
const TURNING: &[&str] = &["absence of", "control of", "free from"];

/// Which way an indicator is scored, and what tells it. In Chinese the last word decides (问题整改率, 投诉办结率); a word
/// inside a longer one of the other list (合格 in 不合格) does not count.
pub fn direction_of(name: &Text, kind: MeasureKind) -> (Better, Sign) {
    let name = format!("{} {}", name.zh, name.en).to_lowercase();
    let (less, more) = (found(&name, LESS, MORE), found(&name, MORE, LESS));
    if let Some((_, word)) = more.filter(|(_, word)| TURNING.contains(word)) {
        return (Better::More, Sign::Word(word));
    }
    match (less, more) {
        (Some((_, word)), None) => (Better::Less, Sign::Word(word)),
        (None, Some((_, word))) => (Better::More, Sign::Word(word)),
        (Some((less_at, less)), Some((more_at, more))) if less_at > more_at => {
            (Better::Less, Sign::Words(more, less))
        }
        (Some((_, less)), Some((_, more))) => (Better::More, Sign::Words(less, more)),
        (None, None) => match kind {
            MeasureKind::Days | MeasureKind::Place => (Better::Less, Sign::Measure),
            MeasureKind::Points | MeasureKind::YesNo => (Better::More, Sign::Measure),
            _ => (Better::More, Sign::Nothing),
        },
    }
}

/// The word of a list that ends last in a name, with that end; words that stand inside one of the other list are passed
/// over.
fn found(name: &str, words: &[&'static str], others: &[&str]) -> Option<(usize, &'static str)> {
    let ends = |word: &str| -> Vec<(usize, usize)> {
        let latin = word.is_ascii();
        let starts = name.match_indices(word).map(|(start, _)| start);
        // An English word begins where a word begins: no "late" in "related".
        let begins = |start: &usize| {
            !latin || !name[..*start].chars().next_back().is_some_and(|letter| letter.is_ascii_alphabetic())
        };
        starts.filter(begins).map(|start| (start, start + word.len())).collect()
    };
    let covers: Vec<(usize, usize)> = others.iter().flat_map(|other| ends(other)).collect();
    let stands = |(start, end): (usize, usize)| {
        !covers.iter().any(|(from, to)| *from <= start && end <= *to && to - from > end - start)
    };
    let all = words.iter().flat_map(|word| {
        ends(word).into_iter().filter(|place| stands(*place)).map(move |(_, end)| (end, *word))
    });
    all.max_by_key(|(end, word)| (*end, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(zh: &str, en: &str, kind: MeasureKind) -> (Better, Sign) {
        direction_of(&Text::new(zh, en), kind)
    }

    #[test]
    fn a_word_of_the_name_tells() {
        use MeasureKind::{Count, Share};
        assert_eq!(of("行政诉讼败诉率", "", Share), (Better::Less, Sign::Word("败诉")));
        assert_eq!(of("执法案卷不合格数", "", Count), (Better::Less, Sign::Word("不合格")));
        assert_eq!(of("执法决定公示率", "", Share), (Better::More, Sign::Word("公示")));
        assert_eq!(of("", "Cases lost", Count), (Better::Less, Sign::Word("lost")));
        assert_eq!(of("", "Related laws published", Count), (Better::More, Sign::Word("publish")));
        assert_eq!(of("", "Absence of corruption", MeasureKind::Number).0, Better::More);
    }

    #[test]
    fn words_against_each_other_are_doubtful_and_the_last_is_followed() {
        let (better, sign) = of("问题整改率", "", MeasureKind::Share);
        assert_eq!((better, sign), (Better::More, Sign::Words("问题", "整改")));
        assert!(sign.is_doubtful());
        assert_eq!(of("培训投诉件数", "", MeasureKind::Count).0, Better::Less);
    }

    #[test]
    fn without_a_word_the_measure_tells_or_nothing() {
        assert_eq!(of("审批", "", MeasureKind::Days), (Better::Less, Sign::Measure));
        assert_eq!(of("督导", "", MeasureKind::Points), (Better::More, Sign::Measure));
        let (better, sign) = of("立案数", "", MeasureKind::Count);
        assert!(better == Better::More && sign == Sign::Nothing && sign.is_doubtful());
    }
}
