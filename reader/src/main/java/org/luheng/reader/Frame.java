package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all frames of a quantity share: how a target is made of it, and when it is none. */
abstract sealed class Frame permits PieceReader, SubjectFrame, ShareFrame, CountFrame {
    private static final int LONG_NAME = 48;

    private static final String[] PRICES = {
        "电价", "价格", "加价", "上浮", "下浮", "罚款", "贴息", "减免", "免征", "补贴", "补助", "奖励", "奖补", "税率", "税收优惠", "权重", "分值", "得分",
        "满分", "扣分", "加分", "退税", "抵扣", "服务费", "收费", "费用", "支持比例", "总投资", "投资额", "替代系数", "替代比例", "置换比例", "成本"
    };

    /** What somebody must meet who wants to come in, not what is to be reached. */
    private static final String[] ADMISSION = {"新入园", "准入", "新上项目", "新上高", "新引进项目", "新引进企业", "新建耗煤", "申报条件"};

    final Notes notes;
    final Said said;
    final String text;

    Frame(Notes notes, Said said) {
        this.notes = notes;
        this.said = said;
        text = notes.copy().text;
    }

    String withoutTimes(int from, int to) {
        StringBuilder words = new StringBuilder();
        int at = from;
        for (Times.Time time : said.known) {
            if (time.from() >= at && time.to() <= to) {
                words.append(text, at, time.from());
                at = time.to();
            }
        }
        return words.append(text, Math.min(at, to), to).toString();
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
        if (left.verb().equals("rise")) {
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
        List<String> dues = count > 1 ? dues(count, quantity.from()) : List.of();
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

    /** 到2025年、2030年分别达到…: as many dates as values. */
    List<String> dues(int count, int before) {
        List<String> dues = new ArrayList<>();
        for (Times.Time time : said.known) {
            if (time.to() <= before && time.kind() == Times.Kind.DUE) {
                dues.add(time.due());
            }
        }
        // Of dates said earlier in the sentence only the last ones belong to this list.
        while (dues.size() > count && count > 1) {
            dues.removeFirst();
        }
        return dues.size() == count ? dues : List.of();
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
        String due = dueOfList == null ? dueAt(quantity, end) : dueOfList;
        boolean inherited = due == null;
        if (inherited) {
            due = said.dueBefore;
        }
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
                || (before.contains("年均") && !before.contains("年均浓度") && !before.contains("年均值"));
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

    /** The last date before a quantity; or one behind it in the same words: 3家企业9月底前完成改造. */
    @Nullable
    String dueAt(Quantity quantity, int end) {
        String due = null;
        for (Times.Time time : said.known) {
            boolean inside = time.from() >= quantity.to() && time.to() <= end;
            if (time.kind() == Times.Kind.DUE && (time.to() <= quantity.from() || inside)) {
                due = time.due();
            }
        }
        return due;
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
            "或", "并", "且", "以及", "和", "及", "与", "时", "的目标", "的水平", "水平", "目标", "的要求", "，", "”", "的任务", "任务", "不等", "的标准"
        }) {
            if (text.startsWith(word, at)) {
                return !(word.equals("及") && text.startsWith("及以", at))
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

    boolean isPast(int at) {
        Times.Time before = null;
        for (Times.Time time : said.known) {
            if (time.to() <= at && (time.kind() == Times.Kind.DUE || time.kind() == Times.Kind.PAST)) {
                before = time;
            }
        }
        return before != null && before.kind() == Times.Kind.PAST;
    }

    boolean isExcluded(Quantity quantity, int start, int to) {
        String kind = quantity.kind();
        if (kind.equals("occasion")) {
            return true;
        }
        if (kind.equals("time") || kind.equals("days")) {
            String before = text.substring(start, quantity.from());
            return !(before.contains("天数")
                    || before.contains("小时数")
                    || before.contains("时长")
                    || before.contains("时数")
                    || before.contains("重污染天气"));
        }
        if (kind.equals("times")) {
            return contains(said.sentence, "替代")
                    || contains(said.sentence, "置换")
                    || contains(said.sentence, "倍量")
                    || contains(said.sentence, "削减");
        }
        for (String word : ADMISSION) {
            if (text.indexOf(word, said.sentence.from(), quantity.from()) >= start) {
                return true;
            }
        }
        boolean perUnit = quantity.unit().contains("元/");
        if (perUnit || kind.isEmpty() || kind.equals("share") || kind.equals("money") || kind.equals("level")) {
            for (String price : PRICES) {
                if (text.indexOf(price, start, to) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean contains(Sentence in, String word) {
        return text.indexOf(word, in.from(), in.to()) >= 0;
    }

    boolean sameKindBefore(Quantity quantity) {
        Target before = notes.targets().size() > said.first ? notes.targets().getLast() : null;
        return before != null && before.value() != null && before.unit().equals(quantity.unit());
    }
}
