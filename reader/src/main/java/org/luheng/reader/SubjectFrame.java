package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/** 农膜回收率达到85%, 水耗比2020年下降9%: a subject, a verb, a quantity. */
final class SubjectFrame extends Frame {
    SubjectFrame(Notes notes, Said said) {
        super(notes, said);
    }

    /** A 下降 x. */
    int change(List<Quantity> list, Left left, int start, int end) {
        return named(list, left, start, end, withoutTimes(start, left.end()));
    }

    /** A 达到 x. */
    int level(List<Quantity> list, Left left, int start, int end) {
        if (left.end() > start
                && text.charAt(left.end() - 1) == '的'
                && !left.comparator().isEmpty()) {
            return -1;
        }
        return named(list, left, start, end, withoutTimes(start, left.end()));
    }

    /** 机关能耗减少10%，医院、学校分别减少8%、12%: the indicator goes on, each for its own group. */
    private boolean eachPlace(List<Quantity> list, Left left, int start, int end, String subject) {
        List<String> groups = Names.split(subject, true);
        if (list.size() < 2
                || groups.size() != list.size()
                || !Names.endsWithHead(said.topic)
                || !groups.stream().allMatch(Scopes::isGroup)
                || !sameKindBefore(list.getFirst())) {
            return false;
        }
        String name = withoutPlaces(said.topic);
        for (int at = 0; at < list.size(); at++) {
            add(list.get(at), left, start, end, name, groups.get(at), comparator(left, list.get(at)), 0, 1);
        }
        return true;
    }

    /** 甲、乙分别新增5家、12家: as many things as values, the verb in front of each. */
    int listed(List<Quantity> list, Left left, int start, int end, String words, String verb) {
        List<String> items = names(list, left, Names.cleaned(words));
        if (items.isEmpty()) {
            return unread(list, start, end);
        }
        String before = verb.startsWith("新") || verb.equals("淘汰") || verb.equals("关停") ? verb : "";
        for (int at = 0; at < list.size(); at++) {
            String item = items.get(Math.min(at, items.size() - 1));
            add(list.get(at), left, start, end, before + item, "", comparator(left, list.get(at)), at, list.size());
        }
        said.topic = "";
        said.group = false;
        return end;
    }

    /** 上述指标, 两项指标: those said before, as many as there are values; empty: too few, or it is no such word. */
    private List<String> saidBefore(String subject, int count) {
        boolean refers = REFERRING.contains(subject);
        for (String word : REFERRING) {
            refers |= subject.endsWith(word) && subject.length() <= word.length() + 3 && subject.contains("项");
        }
        if (!refers) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        List<Target> targets = notes.targets();
        for (int at = Math.max(0, targets.size() - FAR_BACK); at < targets.size() && names.size() < count; at++) {
            Target target = targets.get(at);
            boolean here = target.section().equals(said.section) && target.value() != null;
            if (here && !names.contains(target.indicator())) {
                names.add(target.indicator());
            }
        }
        return names.size() == count ? names : List.of();
    }

    private static final int FAR_BACK = 30;

    private static final List<String> REFERRING =
            List.of("上述指标", "以上指标", "前述指标", "该指标", "指标", "项指标", "两项指标", "三项指标", "上述比例", "上述目标", "比例");

    int named(List<Quantity> list, Left left, int start, int end, String words) {
        String subject = Names.cleaned(words);
        List<String> before = saidBefore(subject, list.size());
        if (!before.isEmpty()) {
            for (int at = 0; at < list.size(); at++) {
                add(
                        list.get(at),
                        left,
                        start,
                        end,
                        before.get(at),
                        "",
                        comparator(left, list.get(at)),
                        at,
                        list.size());
            }
            doubt(Doubt.Kind.CONTEXT, "“" + subject + "”按前文的指标读", start, end);
            return end;
        }
        Quantity quantity = list.getFirst();
        boolean ofShare = quantity.kind().equals("share") || quantity.kind().equals("points");
        String scope = "";
        if (subject.isEmpty()) {
            if (said.topic.isEmpty()) {
                return unread(list, start, end);
            }
            subject = said.topic;
        } else if (eachPlace(list, left, start, end, subject)) {
            return end;
        } else if (subject.startsWith("占") && !said.topic.isEmpty() && ofShare) {
            subject = said.topic + subject;
        } else if ((ofShare || sameKindBefore(quantity))
                && !Names.endsWithHead(subject)
                && Names.endsWithHead(said.topic)
                && Scopes.isGroup(subject)
                && !subject.contains("、")) {
            scope = subject;
            subject = withoutPlaces(said.topic);
        }
        if (scope.isEmpty() && isParallel(left, quantity, subject)) {
            // 机关安装比例不低于50%，学校、医院不低于40%，厂房不低于30%
            scope = subject;
            String behind = Scopes.behindGroup(said.topic);
            subject = behind.isEmpty() ? said.topic : behind;
        }
        if (ofShare && scope.isEmpty() && subject.endsWith("率") && Names.isTail(subject) && !said.topic.isEmpty()) {
            // 执行率达到100%，实施率100%: of the same thing.
            subject = said.topic.substring(
                            0, said.topic.length() - Names.tail(said.topic).length())
                    + subject;
        }
        List<String> names = names(list, left, subject);
        if (names.isEmpty()) {
            doubt(Doubt.Kind.LIST, "“分别”前的项数与后面 " + list.size() + " 个数不一致", start, end);
            names = List.of(subject);
        }
        Comparator comparator = comparator(left, quantity);
        for (int at = 0; at < Math.max(names.size(), list.size()); at++) {
            Quantity one = list.get(Math.min(at, list.size() - 1));
            String name = names.get(Math.min(at, names.size() - 1));
            if (Scopes.isGroup(name)
                    && quantity.kind().equals("share")
                    && scope.isEmpty()
                    && !left.word().startsWith("占")) {
                return unread(list, start, end);
            }
            String whole = one.qualifier().isEmpty() ? name : name + "（" + one.qualifier() + "）";
            boolean shareWithoutHead = quantity.kind().equals("share")
                    && comparator != Comparator.FALL
                    && comparator != Comparator.RISE
                    && comparator != Comparator.FALL_AT_LEAST
                    && comparator != Comparator.RISE_AT_LEAST
                    && !Names.endsWithHead(name)
                    && one.qualifier().isEmpty();
            add(
                    one,
                    left,
                    start,
                    end,
                    shareWithoutHead ? whole + "比例" : whole,
                    scope,
                    comparator(left, one),
                    at,
                    list.size());
        }
        said.topic = subject;
        said.group = false;
        return end;
    }

    /** Only for whom it holds changes: the comparator, and nothing but it, stands behind both. */
    private boolean isParallel(Left left, Quantity quantity, String subject) {
        return !left.comparator().isEmpty()
                && left.verb().isEmpty()
                && sameKindBefore(quantity)
                && notes.targets().getLast().comparator() == comparator(left, quantity)
                && Names.endsWithHead(said.topic)
                && !Names.endsWithHead(subject)
                && subject.length() <= LONGEST_GROUP
                && Lexicon.ACTIONS.at(subject, 0, subject.length()) == null;
    }

    private static final int LONGEST_GROUP = 12;

    /** One name for each quantity, or one for each subject; empty: they do not fit. */
    private List<String> names(List<Quantity> list, Left left, String subject) {
        boolean qualified = !list.getFirst().qualifier().isEmpty();
        if (list.size() > 1 && !qualified) {
            for (boolean and : new boolean[] {false, true}) {
                List<String> items = Names.split(subject, and);
                if (items.size() == list.size()) {
                    return Names.expanded(items);
                }
            }
            return dates.ofList(list.size(), list.getFirst().from()).isEmpty() ? List.of() : List.of(subject);
        }
        if (list.size() == 1 && subject.contains("、") || left.each() || left.respectively()) {
            List<String> items = Names.split(subject, left.each() || left.respectively());
            boolean whole = items.size() > 1;
            for (String item : items) {
                whole &= Names.endsWithHead(item) && Names.tail(item).length() > 1;
            }
            boolean etc = subject.contains("等");
            if (items.size() > 1
                    && !etc
                    && ((left.each() || left.respectively()) && Names.endsWithHead(subject) || whole)) {
                return Names.expanded(items);
            }
        }
        return List.of(subject);
    }

    int growth(Quantity quantity, Left left, int start) {
        String subject = Names.cleaned(withoutTimes(start, left.end()));
        if (subject.isEmpty()) {
            return -1;
        }
        said.topic = subject;
        Comparator comparator = quantity.after() == Quantity.After.BELOW ? Comparator.LESS : Comparator.EQUAL;
        return took(List.of(quantity), left, start, quantity.to(), subject + "增长率", "", comparator);
    }

    /** What stands in brackets behind a value: （福清市…达到70%）. */
    void brackets(int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '《') {
                at = Sentence.past(text, at, to);
                continue;
            }
            if (!Chinese.opens(c)) {
                at++;
                continue;
            }
            int end = Sentence.past(text, at, to);
            if (end > at + 5) {
                inner(at + 1, end - 1);
            }
            at = Math.max(end, at + 1);
        }
    }

    private void inner(int from, int to) {
        List<Quantity> here = notes.quantities().in(from, to, said.known);
        Target last = notes.targets().isEmpty() ? null : notes.targets().getLast();
        int start = from;
        for (int at = 0; at < here.size(); at++) {
            Quantity quantity = here.get(at);
            int comma = text.substring(start, quantity.from()).lastIndexOf('，');
            start = comma >= 0 ? start + comma + 1 : start;
            Left left = Left.of(text, start, quantity.from(), said.known, null);
            String subject = Names.cleaned(withoutTimes(start, left.end()));
            boolean whole =
                    !left.verb().isEmpty() && Names.endsWithHead(subject) && isClosing(quantity.to(), to, false);
            if (whole && !left.done() && !isExcluded(quantity, start, to) && !isPast(quantity.from())) {
                String kept = said.topic;
                named(List.of(quantity), left, start, quantity.to(), subject);
                said.topic = kept;
            }
            boolean part = left.isBare() && subject.length() > 1 && isClosing(quantity.to(), to, false);
            if (part && !whole && last != null && isPartOfLast(quantity)) {
                String name = partOf(last.indicator(), subject);
                add(quantity, left, start, quantity.to(), name, "", comparator(left, quantity), 0, 1);
            }
            boolean tried =
                    subject.isEmpty() && !modality(from, quantity.from()).isEmpty();
            if (tried
                    && last != null
                    && notes.targets().size() > said.first
                    && last.unit().equals(quantity.unit())) {
                // 下降2.8%（力争3.2%）
                add(quantity, left, from, quantity.to(), last.indicator(), last.scope(), last.comparator(), 0, 1);
            }
            start = quantity.to();
        }
    }

    /** 县（市）、建制镇污水处理率: 污水处理率, of whatever place comes next. */
    private static String withoutPlaces(String topic) {
        List<String> items = Names.split(topic, false);
        if (items.size() < 2) {
            return Scopes.of(topic).rest();
        }
        String behind = Scopes.behindPlace(items.getFirst(), items.getLast());
        return behind.isEmpty() ? Scopes.of(items.getLast()).rest() : behind;
    }

    /** 国家级绿色工厂; where the whole begins with a verb the part stands behind it: 淘汰老旧货车（国三）. */
    private static String partOf(String whole, String part) {
        String bare = part.startsWith("含") ? part.substring(1) : part;
        String of = whole;
        for (String sum : new String[] {"总数", "总量", "数量"}) {
            of = of.endsWith(sum) ? of.substring(0, of.length() - sum.length()) : of;
        }
        boolean attribute = bare.length() <= 3 || bare.endsWith("级") || bare.endsWith("以上") || bare.endsWith("以下");
        return Names.endsWithHead(bare) || !attribute
                ? bare
                : Lexicon.ACTIONS.at(of, 0, of.length()) == null ? bare + of : of + "（" + bare + "）";
    }

    /** 绿色工厂45家（其中国家级8家）: counted as the whole is. */
    private boolean isPartOfLast(Quantity quantity) {
        return quantity.kind().equals("count") && quantity.after() != Quantity.After.BELOW && sameKindBefore(quantity);
    }
}
