//! Names compared: what is written differently and still means the same, and how alike two names are.

use std::collections::BTreeMap;

use super::fold::folded;

/// A name as it is compared: folded, lower case, without its numbering, blanks and punctuation.
pub fn normalised(name: &str) -> String {
    let folded = folded(name).to_lowercase();
    let bare: String = without_numbering(&folded)
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '%' | '‰'))
        .collect();
    if bare.is_empty() { folded.chars().filter(|c| !c.is_whitespace()).collect() } else { bare }
}

/// The numbering that a name begins with: `1.1`, `3.1.`, `一,`, `(一)`, `A1`, `Factor 1:`; empty where there is none.
pub fn numbering(name: &str) -> String {
    let folded = folded(name);
    let rest = without_numbering(&folded);
    folded
        .get(..folded.len() - rest.len())
        .unwrap_or_default()
        .trim()
        .trim_end_matches(['.', ',', ':'])
        .to_owned()
}

fn without_numbering(folded: &str) -> &str {
    let trimmed = folded.trim_start();
    let inside = trimmed.strip_prefix('(').unwrap_or(trimmed);
    let is_count = |c: char| c.is_ascii_digit() || c == '.' || "一二三四五六七八九十百".contains(c);
    let end = inside.find(|c: char| !is_count(c)).unwrap_or(inside.len());
    let (count, rest) = inside.split_at(end);
    if count.is_empty() || count.starts_with('.') {
        return trimmed;
    }
    let closed = rest.trim_start().strip_prefix([',', ':', ')', '.', ']']);
    let spaced = rest.starts_with(' ') && count.contains(|c: char| c.is_ascii_digit());
    let dotted = count.contains('.') && count.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let name = match closed {
        Some(name) => name,
        None if spaced || dotted => rest,
        None => return trimmed,
    };
    let name = name.trim_start();
    if name.is_empty() { trimmed } else { name }
}

/// How alike two normalised names are, 0..=1: twice the pairs of neighbouring letters they share, by all their pairs
/// (the Sørensen–Dice coefficient); 1 for equal names.
pub fn likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b) = (pairs(a), pairs(b));
    let all: u32 = a.values().sum::<u32>() + b.values().sum::<u32>();
    let shared: u32 = a.iter().map(|(pair, count)| (*count).min(b.get(pair).copied().unwrap_or(0))).sum();
    if all == 0 { 0.0 } else { f64::from(2 * shared) / f64::from(all) }
}

fn pairs(name: &str) -> BTreeMap<(char, char), u32> {
    let mut pairs = BTreeMap::new();
    for pair in name.chars().zip(name.chars().skip(1)) {
        *pairs.entry(pair).or_insert(0) += 1;
    }
    pairs
}

/// The word for a kind of place or body at a name's end.
const PLACE_ENDS: [&str; 14] = [
    "自治区",
    "自治州",
    "自治县",
    "街道办事处",
    "街道",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "镇",
    "乡",
];

/// How surely two normalised names mean the same unit, 0..=1, 0 where nothing speaks for it: with and without 市 or 县
/// at the end, with the place before it (巩义市财政局), short for long (人社局, 发改委).
pub fn unit_likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    let bare = |name: &str| {
        let end = PLACE_ENDS.iter().find(|end| name.ends_with(*end) && name.len() > end.len() + 3);
        end.map_or_else(|| name.to_owned(), |end| name[..name.len() - end.len()].to_owned())
    };
    if bare(short) == bare(long) && short.chars().count() >= 2 {
        return 0.95;
    }
    if let Some(place) = long.strip_suffix(short)
        && short.chars().count() >= 3
        && PLACE_ENDS.iter().any(|end| place.ends_with(end))
    {
        return 0.93;
    }
    if is_short_for(short, long) {
        return 0.8;
    }
    likeness(short, long)
}

/// 人社局 for 人力资源和社会保障局: the first letters agree, the others come in order, and the ends mean the same body.
fn is_short_for(short: &str, long: &str) -> bool {
    const BODIES: [(&str, &str); 6] =
        [("局", "局"), ("委", "委员会"), ("办", "办公室"), ("厅", "厅"), ("委", "委"), ("办", "办")];
    BODIES.iter().any(|(short_end, long_end)| {
        let (Some(short), Some(long)) = (short.strip_suffix(short_end), long.strip_suffix(long_end)) else {
            return false;
        };
        let count = short.chars().count();
        if !(2..=4).contains(&count) || short.is_ascii() || long.chars().count() < count + 1 {
            return false;
        }
        let starts_alike =
            PLACE_ENDS.iter().filter_map(|end| long.split_once(end)).map(|(_, rest)| rest).chain([long]);
        starts_alike.into_iter().any(|long| {
            let mut rest = long.chars();
            short.chars().next() == long.chars().next()
                && short.chars().all(|letter| rest.any(|other| other == letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_is_no_part_of_a_name() {
        for (name, number, bare) in [
            ("1.1 Government powers", "1.1", "governmentpowers"),
            ("3.1. The laws", "3.1", "thelaws"),
            ("1、办结件数", "1", "办结件数"),
            ("（一）决策", "(一)", "决策"),
            ("一、履行职能", "一", "履行职能"),
            ("12345热线办结率", "", "12345热线办结率"),
            ("三公经费", "", "三公经费"),
            ("2019", "", "2019"),
            ("办结率（%）", "", "办结率%"),
        ] {
            assert_eq!((numbering(name).as_str(), normalised(name).as_str()), (number, bare), "{name}");
        }
    }

    #[test]
    fn likeness_counts_pairs_of_letters() {
        // 审批|批时|时限 and 审批|批平|平均|均时|时限: two shared of eight, 2·2 ÷ 8 = 0.5.
        assert_eq!(likeness("审批时限", "审批平均时限"), 0.5);
        assert_eq!(likeness("abc", "abc"), 1.0);
        assert_eq!(likeness("a", "b"), 0.0);
        assert_eq!(likeness("", "b"), 0.0);
    }

    #[test]
    fn units_by_their_many_names() {
        let alike = |a: &str, b: &str| unit_likeness(&normalised(a), &normalised(b));
        assert!(alike("郑州", "郑州市") > 0.9);
        assert!(alike("财政局", "巩义市财政局") > 0.9);
        assert!(alike("人社局", "人力资源和社会保障局") >= 0.8);
        assert!(alike("市场监督管理局", "市监局") >= 0.8);
        assert!(alike("发改委", "巩义市发展和改革委员会") >= 0.8);
        assert!(alike("财政局", "审计局") < 0.6);
        assert!(alike("东城区", "西城区") < 0.7);
        assert!(alike("卫健委", "发展和改革委员会") < 0.6);
    }
}
