package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all frames of a quantity share: how a target is made of it, and when it is none. */
abstract sealed class Frame permits PieceReader, SubjectFrame, ShareFrame, CountFrame, AmountFrame {
    private static final int LONG_NAME = 48;

    final Notes notes;
    final Said said;
    final String text;
    final Dues dates;
    private final Exclusions exclusions;

    Frame(Notes notes, Said said) {
        this.notes = notes;
        this.said = said;
        text = notes.copy().text;
        dates = new Dues(said, text);
        exclusions = new Exclusions(said, text);
    }

    String withoutTimes(int from, int to) {
        return said.withoutTimes(text, from, to);
    }

    Comparator comparator(Left left, Quantity quantity) {
        if (quantity.valueTo() != null) {
            return Comparator.RANGE;
        }
        boolean least = quantity.after() == Quantity.After.ABOVE
                || left.comparator().equals("ge")
                || left.comparator().equals("gt");
        if (left.verb().equals("fall")) {
            return least ? Comparator.FALL_AT_LEAST : Comparator.FALL;
        }
        // 能效提升900万平方米: so much is worked on.
        boolean worked = quantity.kind().equals("count") || quantity.kind().equals("area");
        if (left.verb().equals("rise") && !(worked && left.word().equals("提升"))) {
            return least ? Comparator.RISE_AT_LEAST : Comparator.RISE;
        }
        if (quantity.after() == Quantity.After.ABOUT || left.comparator().equals("about")) {
            return Comparator.ABOUT;
        }
        if (left.verb().equals("le")) {
            return Comparator.AT_MOST;
        }
        return switch (left.comparator()) {
            case "ge" -> Comparator.AT_LEAST;
            case "gt" -> quantity.kind().equals("class") ? Comparator.AT_LEAST : Comparator.MORE;
            case "lt" -> Comparator.LESS;
            default ->
                quantity.after() == Quantity.After.ABOVE
                        ? Comparator.AT_LEAST
                        : quantity.after() == Quantity.After.BELOW ? Comparator.AT_MOST : Comparator.EQUAL;
        };
    }

    int took(List<Quantity> list, Left left, int start, int end, String name, String scope, Comparator comparator) {
        for (int at = 0; at < list.size(); at++) {
            add(list.get(at), left, start, end, name, scope, comparator, at, list.size());
        }
        if (list.size() > 1) {
            doubt(Doubt.Kind.LIST, "几个数共用一个名称", start, end);
        }
        said.topic = name;
        said.group = false;
        return end;
    }

    void add(
            Quantity quantity,
            Left left,
            int start,
            int end,
            String name,
            String scope,
            Comparator comparator,
            int at,
            int count) {
        List<String> dues = count > 1 ? dates.ofList(count, quantity.from()) : List.of();
        notes.targets()
                .add(made(
                        quantity,
                        left,
                        start,
                        end,
                        name,
                        scope,
                        comparator,
                        modality(start, quantity.from()),
                        dues.isEmpty() ? null : dues.get(at)));
        check(name, start, end);
    }

    void check(String name, int start, int end) {
        if (name.length() > LONG_NAME) {
            doubt(Doubt.Kind.NAME, "指标名称过长，可能没有切准", start, end);
        } else if (name.length() < 2) {
            doubt(Doubt.Kind.NAME, "指标名称过短，可能没有切准", start, end);
        }
    }

    Target made(
            Quantity quantity,
            Left left,
            int start,
            int end,
            String name,
            String scope,
            Comparator comparator,
            String modality,
            @Nullable String dueOfList) {
        Times.Time stated = dueOfList == null ? dates.at(quantity, end) : null;
        String due = dueOfList != null ? dueOfList : stated != null ? stated.due() : said.dueBefore;
        boolean inherited = dueOfList == null && (stated == null || !dates.holds(stated, quantity));
        Scopes.Scoped scoped = Scopes.withoutExamples(name);
        int from = start;
        while (from < end && "，、；和及与或并".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        Times.Time base = left.base();
        if (base == null) {
            for (Times.Time time : said.known) {
                base = time.kind() == Times.Kind.BASE && time.from() >= start && time.to() <= end ? time : base;
            }
        }
        String before = text.substring(start, quantity.from());
        boolean yearly = left.year()
                || before.contains("每年")
                || (before.contains("年均") && !name.endsWith("浓度") && !name.endsWith("值"));
        return new Target(
                said.section,
                notes.copy().quote(from, end),
                scoped.rest(),
                comparator,
                quantity.value(),
                quantity.valueTo(),
                quantity.unit(),
                due,
                inherited,
                scope.isEmpty() ? scoped.scope() : scope,
                base == null || base.year() == 0 ? null : Integer.valueOf(base.year()),
                modality,
                bound(end),
                yearly);
    }

    String modality(int from, int to) {
        String words = text.substring(from, to);
        return words.contains("力争") || words.contains("争取") ? "力争" : words.contains("原则上") ? "原则上" : "";
    }

    String bound(int end) {
        for (String word : new String[] {"约束性", "预期性"}) {
            if (text.startsWith("（" + word, end)) {
                return word;
            }
        }
        return "";
    }

    int unread(List<Quantity> list, int start, int end) {
        Quantity quantity = list.getFirst();
        if (quantity.kind().equals("share")
                || quantity.kind().equals("points")
                || quantity.kind().equals("count")) {
            doubt(
                    Doubt.Kind.UNREAD_QUANTITY,
                    "“" + quantity.value() + quantity.unit() + "”没有读成目标：不清楚它说的是什么",
                    start,
                    end);
        }
        return -1;
    }

    void doubt(Doubt.Kind kind, String why, int from, int to) {
        notes.doubts().add(new Doubt(said.section, kind, why, notes.copy().quote(from, Math.max(from, to))));
    }

    boolean isClosing(int at, int to, boolean ofClass) {
        if (at >= to) {
            return true;
        }
        char c = text.charAt(at);
        if (Chinese.opens(c)) {
            // 7座以下（含）车辆: the bracket only says what the number means.
            int past = Sentence.past(text, at, to);
            return past > at + 20 || past == at + 1 || isClosing(past, to, ofClass);
        }
        if ("、，；。）〕：".indexOf(c) >= 0) {
            return true;
        }
        for (String word : new String[] {
            "或", "并", "且", "以及", "和", "及", "与", "的目标", "的水平", "水平", "目标", "的要求", "，", "”", "的任务", "任务", "不等", "的标准"
        }) {
            if (text.startsWith(word, at)) {
                return !(word.equals("的要求") && at + word.length() < to)
                        && !(word.equals("及") && text.startsWith("及以", at))
                        && !text.startsWith("水平的", at)
                        && !text.startsWith("和谐", at);
            }
        }
        if (ofClass && (text.startsWith("标准", at) || text.startsWith("水质", at) || text.startsWith("水体", at))) {
            return at + 2 >= to;
        }
        for (Times.Time time : said.known) {
            if (time.from() == at) {
                return true;
            }
        }
        return false;
    }

    boolean isExcluded(Quantity quantity, int start, int to) {
        return exclusions.has(quantity, start, to);
    }

    boolean isPast(int at) {
        Times.Time before = null;
        for (Times.Time time : said.known) {
            if (time.to() <= at && (time.kind() == Times.Kind.DUE || time.kind() == Times.Kind.PAST)) {
                before = time;
            }
        }
        return before != null && before.kind() == Times.Kind.PAST;
    }

    boolean contains(Sentence in, String word) {
        return text.indexOf(word, in.from(), in.to()) >= 0;
    }

    boolean sameKindBefore(Quantity quantity) {
        Target before = notes.targets().size() > said.first ? notes.targets().getLast() : null;
        return before != null && before.value() != null && before.unit().equals(quantity.unit());
    }

    /** The verb belongs to the name. */
    static boolean keeps(String kind) {
        return kind.equals("keep") || kind.equals("self");
    }

    static boolean isAmount(Quantity quantity) {
        return switch (quantity.kind()) {
            case "length", "area", "power", "capacity", "mass", "volume", "energy", "amount", "money" -> true;
            default -> false;
        };
    }
}
