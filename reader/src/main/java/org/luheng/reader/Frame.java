package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all frames of a quantity share: how a target is made of it, and when it is none. */
abstract sealed class Frame permits PieceReader, SubjectFrame, ShareFrame, CountFrame {
    private static final int LONG_NAME = 48;

    private static final List<String> FINISHED =
            List.of("建成", "投运", "投产", "投用", "完成", "建成投运", "建成投用", "竣工", "全部完成", "全面完成");

    /** Words that may stand beside a date that holds for all that follows: 力争, 全市. */
    private static final int SHORT = 4;

    private static final String[] PRICES = {
        "电价", "价格", "加价", "上浮", "下浮", "罚款", "贴息", "减免", "免征", "补贴", "补助", "奖励", "奖补", "税率", "税收优惠", "权重", "分值", "得分",
        "满分", "扣分", "加分", "退税", "抵扣", "服务费", "收费", "费用", "支持比例", "支持标准", "补助标准", "奖补标准", "分成", "分享比例", "总投资", "投资额",
        "替代系数", "替代比例", "置换比例", "成本"
    };

    /** What somebody must meet who wants to come in, not what is to be reached. */
    private static final String[] ADMISSION = {"新入园", "新入驻", "准入", "新购", "新上项目", "新上高", "新引进项目", "新引进企业", "新建耗煤", "申报条件"
    };

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
        if (left.verb().equals("rise")
                && !(quantity.kind().equals("count") && left.word().equals("提升"))) {
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

    /** 到2025年、2030年分别达到…: as many dates as values, one beside the other. */
    List<String> dues(int count, int before) {
        List<String> dues = new ArrayList<>();
        int end = -1;
        for (Times.Time time : said.known) {
            if (time.to() <= before && time.kind() == Times.Kind.DUE) {
                if (end >= 0 && !isBetweenDates(end, time.from())) {
                    dues.clear();
                }
                dues.add(time.due());
                end = time.to();
            }
        }
        return dues.size() == count ? dues : List.of();
    }

    private boolean isBetweenDates(int from, int to) {
        for (int at = from; at < to; at++) {
            if ("、和及与到至，".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return to - from <= 2;
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
        Times.Time stated = dueOfList == null ? dueAt(quantity, end) : null;
        String due = dueOfList != null ? dueOfList : stated != null ? stated.due() : said.dueBefore;
        boolean inherited = dueOfList == null && (stated == null || !holds(stated, quantity));
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

    /** The last date before a quantity; or one behind it in the same words: 3家企业9月底前完成改造. */
    Times.@Nullable Time dueAt(Quantity quantity, int end) {
        Times.Time due = null;
        for (Times.Time time : said.known) {
            boolean inside = time.from() >= quantity.to() && time.to() <= end;
            if (time.kind() == Times.Kind.DUE && (time.to() <= quantity.from() || inside)) {
                due = time;
            }
        }
        return due == null ? dueBehind(end) : due;
    }

    /** 新增处理能力6万吨，2028年建成: a date and nothing but a verb behind. */
    private Times.@Nullable Time dueBehind(int end) {
        for (Sentence.Piece piece : said.sentence.pieces()) {
            Times.Time only = null;
            for (Times.Time time : said.known) {
                boolean inside = time.from() >= piece.from() && time.to() <= piece.to();
                only = inside && time.kind() == Times.Kind.DUE ? time : only;
            }
            if (piece.from() > end && only != null) {
                String rest = withoutTimes(piece.from(), piece.to());
                return FINISHED.contains(rest) ? only : null;
            }
        }
        return null;
    }

    /** The date is said in the same words, or stands alone (到2025年，A，B); in other words it is only carried over. */
    private boolean holds(Times.Time time, Quantity quantity) {
        for (Sentence.Piece piece : said.sentence.pieces()) {
            if (time.core() >= piece.from() && time.to() <= piece.to()) {
                boolean same =
                        time.from() >= quantity.to() || quantity.from() < piece.to() && quantity.from() >= piece.from();
                return same || withoutTimes(piece.from(), piece.to()).length() <= SHORT;
            }
        }
        return true;
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
        int clause = Math.max(said.sentence.from(), text.lastIndexOf('；', quantity.from()) + 1);
        for (String word : ADMISSION) {
            int at = text.indexOf(word, clause, quantity.from());
            if (at >= start || at >= 0 && limits(text.substring(start, quantity.from()))) {
                return true;
            }
        }
        if (text.substring(start, quantity.from()).contains("平均水平") || isRule(quantity, start)) {
            // 高于全省平均水平1个百分点
            return true;
        }
        if (kind.equals("count") && givesMoney(quantity.to(), to)) {
            return true;
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

    /** What holds for everybody at any time, or is hoped for: limits of discharge, room temperatures, points, yields of a project. */
    private boolean isRule(Quantity quantity, int start) {
        String unit = quantity.unit();
        String before = text.substring(start, quantity.from());
        boolean discharge =
                unit.endsWith("克/立方米") && (contains(said.sentence, "排放浓度") || contains(said.sentence, "排放限值"));
        boolean room = unit.equals("℃") || unit.equals("摄氏度");
        boolean points = unit.equals("分") && !before.contains("满意度") && !before.contains("指数");
        boolean yield = quantity.kind().equals("money")
                && (contains(said.sentence, "建成后") || contains(said.sentence, "投产后") || contains(said.sentence, "达产后"));
        return discharge || room || points || yield;
    }

    /** 投资强度不低于…, after a condition: one more condition. */
    private static boolean limits(String words) {
        return words.endsWith("不低于")
                || words.endsWith("不得低于")
                || words.endsWith("不高于")
                || words.endsWith("不得高于")
                || words.endsWith("不超过");
    }

    /** 淘汰1辆…补助1.5万元. */
    private boolean givesMoney(int from, int to) {
        for (String word : new String[] {"补助", "补贴", "奖励", "奖补"}) {
            int at = text.indexOf(word, from, to);
            if (at >= 0 && at + word.length() < to && text.substring(at, to).contains("元")) {
                return true;
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
