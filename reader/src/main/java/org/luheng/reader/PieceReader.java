package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one sentence piece by piece: for each quantity, or list of them, the frame it stands in. */
final class PieceReader extends Frame {
    private static final String[] NOW = {"截至", "截止", "目前", "现有", "近年来", "已经", "已建成", "已完成", "已达", "已实现", "现状"};
    private static final String[] DONE = {
        "全部", "全面建", "全面完成", "全面实现", "全面执行", "全面消除", "全面达到", "全面淘汰", "基本完成", "基本建成", "基本消除", "基本实现", "基本淘汰", "基本建立",
        "全覆盖", "清零", "消除", "完成", "建成", "稳定达标", "稳定达到"
    };

    private static final int LONGEST_TOPIC = 40;
    private static final int LONGEST_OBJECT = 12;

    private final SubjectFrame subjects;
    private final ShareFrame shares;
    private final CountFrame counts;
    private final AmountFrame amounts;
    private final QuantityLists lists;

    PieceReader(Notes notes, Said said) {
        super(notes, said);
        subjects = new SubjectFrame(notes, said);
        shares = new ShareFrame(notes, said);
        counts = new CountFrame(notes, said);
        amounts = new AmountFrame(notes, said, subjects);
        lists = new QuantityLists(this);
    }

    void all() {
        for (Sentence.Piece piece : said.sentence.pieces()) {
            piece(piece.from(), piece.to());
        }
    }

    private void piece(int from, int to) {
        for (String word : NOW) {
            int at = text.indexOf(word, from, to);
            said.now |= at >= from && depth(from, at) == 0 && !(word.equals("现有") && isWorkedOn(at, to));
        }
        List<Quantity> here = notes.quantities().in(from, to, said.known);
        int start = from;
        int at = 0;
        boolean taken = false;
        Quantity baseline = null;
        while (at < here.size()) {
            int last = lists.last(here, at, to);
            List<Quantity> list = lists.evened(here.subList(at, last + 1));
            Quantity next = last + 1 < here.size() ? here.get(last + 1) : null;
            if (lists.isBaseline(list, next)) {
                baseline = list.getFirst();
                at = last + 1;
                continue;
            }
            int end = said.now ? -1 : frame(list, start, to, baseline, here, last);
            baseline = null;
            if (end >= 0) {
                taken = true;
                start = end;
                while (last + 1 < here.size() && here.get(last + 1).from() < end) {
                    last++;
                }
            }
            at = last + 1;
        }
        subjects.brackets(from, to);
        said.bare = here.isEmpty() ? new Sentence.Piece(from, to) : null;
        if (!taken && !said.now) {
            if (here.isEmpty()) {
                topicOf(from, to);
            }
            done(from, to);
        }
    }

    /** 现有燃煤电厂投运脱硫设施170万千瓦: what is there is worked on. */
    private boolean isWorkedOn(int from, int to) {
        for (int at = from + 2; at + 1 < to && !Chinese.isDigit(text.charAt(at)); at++) {
            String verb = Lexicon.ACTIONS.at(text, at, to);
            if (verb != null && verb.length() > 1) {
                return true;
            }
        }
        return text.startsWith("现有污", from);
    }

    private int depth(int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            depth += Chinese.opens(c) ? 1 : Chinese.closes(c) ? -1 : 0;
        }
        return depth;
    }

    /** Reads what a quantity, or a list of them, is about; answers where the next subject begins, −1: it is no target. */
    private int frame(
            List<Quantity> list, int start, int to, @Nullable Quantity baseline, List<Quantity> here, int index) {
        Quantity quantity = list.getFirst();
        int end = list.getLast().to();
        int number = quantity.kind().equals("class") ? beforeKindOfWater(start, quantity.from()) : quantity.from();
        Left left = Left.of(text, start, number, said.known, baseline);
        if (left.done() || isPast(quantity.from()) || isExcluded(quantity, start, to)) {
            return -1;
        }
        if (quantity.kind().equals("growth")) {
            return subjects.growth(quantity, left, start);
        }
        if (quantity.kind().equals("class")) {
            return isClosing(end, to, true) && !left.isBare() && left.action() == null
                    ? subjects.level(list, left, start, end)
                    : -1;
        }
        if (quantity.kind().equals("ratio")) {
            return ratio(list, left, start, end, to);
        }
        if (quantity.unit().isEmpty() && !quantity.kind().equals("share")) {
            String of = Names.cleaned(withoutTimes(start, left.end()));
            boolean closes = !left.isBare() && left.action() == null && isClosing(end, to, false);
            // 新建数据中心PUE不高于1.3，存量数据中心不高于1.5
            boolean goesOn = Names.endsWithHead(said.topic) && Scopes.isGroup(of) && sameKindBefore(quantity);
            boolean index1 = closes && (Names.endsWithHead(of) || goesOn);
            return index1 ? subjects.level(list, left, start, end) : -1;
        }
        if (isClosing(end, to, false)) {
            return closing(list, left, start, end);
        }
        return attributive(list, left, start, end, to, here, index);
    }

    /** 桩车比不低于1:8; the ratios of replacement are rules. */
    private int ratio(List<Quantity> list, Left left, int start, int end, int to) {
        String subject = Names.cleaned(withoutTimes(start, left.end()));
        String words = text.substring(start, to);
        boolean rule = words.contains("置换") || words.contains("替代") || words.contains("削减");
        boolean ofRatio = subject.endsWith("比例") || subject.endsWith("比");
        return !rule && ofRatio && !left.isBare() && isClosing(end, to, false)
                ? subjects.level(list, left, start, end)
                : -1;
    }

    /** 达到地表水Ⅲ类标准: the verb stands in front of what the class is of. */
    private int beforeKindOfWater(int start, int at) {
        for (String word : new String[] {"地表水环境质量", "地表水环境", "地表水", "地下水", "海水", "国家"}) {
            if (at - word.length() >= start && text.startsWith(word, at - word.length())) {
                return at - word.length();
            }
        }
        return at;
    }

    private int closing(List<Quantity> list, Left left, int start, int end) {
        Quantity quantity = list.getFirst();
        if (left.verb().equals("fall") || left.verb().equals("rise")) {
            return subjects.change(list, left, start, end);
        }
        boolean carriesOut = left.word().equals("完成") || left.word().equals("实现");
        if (!left.verb().isEmpty() && !(carriesOut && left.end() == start)) {
            return subjects.level(list, left, start, end);
        }
        if (left.action() == null && left.end() > start && text.charAt(left.end() - 1) == '的') {
            return shares.share(list, left, start, end);
        }
        if (!left.comparator().isEmpty() && left.action() == null) {
            String subject = Names.cleaned(withoutTimes(start, left.end()));
            String verb = Lexicon.ACTIONS.at(subject, 0, subject.length());
            return verb != null
                            && !subject.isEmpty()
                            && verb.length() < subject.length()
                            && !Names.endsWithHead(subject)
                    ? amounts.amount(list, left, start, end)
                    : subjects.level(list, left, start, end);
        }
        String doing = left.action();
        boolean alone =
                doing != null && Names.cleaned(withoutTimes(start, left.end())).equals(doing);
        if (alone && doing != null && Lexicon.ACTIONS.kind(doing).equals("self")) {
            String name = doing.startsWith("完成") ? doing.substring(2) : doing;
            return took(list, left, start, end, name, "", comparator(left, quantity));
        }
        if (doing != null && list.size() > 1 && text.startsWith("分别", left.end() - doing.length() - 2)) {
            int next = again(list, left, start, end);
            if (next >= 0) {
                return next;
            }
        }
        if (alone || carriesOut) {
            // 新建100公里: what is new was said before.
            return said.topic.isEmpty() || !quantity.kind().equals("count") && !Frame.isAmount(quantity)
                    ? unread(list, start, end)
                    : took(list, left, start, end, said.topic, "", comparator(left, quantity));
        }
        return amounts.amount(list, left, start, end);
    }

    /** 其中2026年分别淘汰5亿块标砖和8万吨: of the same things, in the same order, as the sentence said before. */
    private int again(List<Quantity> list, Left left, int start, int end) {
        int first = notes.targets().size() - list.size();
        boolean same = first >= said.first;
        for (int at = 0; same && at < list.size(); at++) {
            same = notes.targets().get(first + at).unit().equals(list.get(at).unit());
        }
        for (int at = 0; same && at < list.size(); at++) {
            Quantity quantity = list.get(at);
            String name = notes.targets().get(first + at).indicator();
            add(quantity, left, start, end, name, "", comparator(left, quantity), at, 1);
        }
        return same ? end : -1;
    }

    /** 5万亩基地2个: the first number says how large one is. */
    private boolean countedBehind(int end, List<Quantity> here, int index, int to) {
        if (index + 1 >= here.size()) {
            return false;
        }
        Quantity next = here.get(index + 1);
        if (!next.kind().equals("count") || next.from() < end + 2 || !isClosing(next.to(), to, false)) {
            return false;
        }
        for (int at = end; at < next.from(); at++) {
            if ("、和及与，".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        Left left = Left.of(text, end, next.from(), said.known, null);
        return left.isBare();
    }

    /** The quantity stands in front of a noun. */
    private int attributive(
            List<Quantity> list, Left left, int start, int end, int to, List<Quantity> here, int index) {
        Quantity quantity = list.getFirst();
        int after = text.startsWith("的", end) ? end + 1 : end;
        if (Frame.isAmount(quantity) && countedBehind(end, here, index, to)) {
            return -1;
        }
        return switch (quantity.kind()) {
            case "share" -> shares.ofGroup(quantity, left, start, end, after, to);
            case "count" -> counts.counted(list, left, start, after, to, here, index);
            case "money" -> counts.arranged(quantity, left, start, after, to);
            default ->
                Frame.isAmount(quantity)
                                && (left.action() != null && left.verb().isEmpty()
                                        || goesOn(quantity, left, start)
                                        || counts.isWorkedOn(quantity, left, start, after, to))
                                && quantity.after() != Quantity.After.BELOW
                                && !counts.isThing(after, to)
                        ? counts.counted(list, left, start, after, to, here, index)
                        : -1;
        };
    }

    /** 更换30公里供热管网、22公里燃气管道: the verb of the first holds for the second. */
    private boolean goesOn(Quantity quantity, Left left, int start) {
        return left.isBare()
                && said.action != null
                && left.end() == quantity.from()
                && sameKindBefore(quantity)
                && text.charAt(start) == '、';
    }

    private void topicOf(int from, int to) {
        int is = text.indexOf('为', from, to);
        if (is > from + 2 && is < to && is - from <= 30) {
            String subject = Names.cleaned(withoutTimes(from, is));
            if (subject.length() >= 4) {
                said.topic = subject;
            }
            return;
        }
        // 主要产品中绿色产品种植面积比重，2012年达到30%
        String words = Names.cleaned(withoutTimes(from, to));
        if (words.length() >= 4 && words.length() <= LONGEST_TOPIC && Names.endsWithHead(words)) {
            said.topic = words;
            said.listing = to < text.length() && text.charAt(to) == '：';
            return;
        }
        // 排查整治入河排污口，9月底前完成41个: what the verbs are about.
        int object = 0;
        for (String verb = Lexicon.ACTIONS.at(words, 0, words.length());
                verb != null;
                verb = Lexicon.ACTIONS.at(words, object, words.length())) {
            object += verb.length();
        }
        if (object > 0
                && words.length() - object >= 3
                && words.length() - object <= LONGEST_OBJECT
                && said.topic.isEmpty()) {
            said.topic = words.substring(object);
        }
    }

    /** A date without a number. */
    private void done(int from, int to) {
        String due = null;
        for (Times.Time time : said.known) {
            boolean earliest = due == null || time.from() <= from;
            boolean since = text.charAt(time.to() - 1) == '起';
            due = time.kind() == Times.Kind.DUE && !since && time.to() <= to && earliest ? time.due() : due;
        }
        boolean ofRow = due == null && said.dated;
        due = ofRow ? said.dueBefore : due;
        if (due == null || to - from > 90 || Chinese.opens(text.charAt(from))) {
            return;
        }
        String words = text.substring(from, to);
        boolean done = false;
        for (String word : DONE) {
            done |= words.contains(word);
        }
        String name = Names.cleaned(withoutTimes(from, to));
        boolean bare = name.length() < 6 && (name.startsWith("全部") || name.startsWith("基本"));
        if (!done || bare || name.length() < 4) {
            return;
        }
        notes.targets()
                .add(new Target(
                        said.section,
                        notes.copy().quote(from, to),
                        name,
                        Comparator.DONE,
                        null,
                        null,
                        "",
                        due,
                        ofRow,
                        "",
                        null,
                        modality(from, to),
                        "",
                        false));
    }
}
