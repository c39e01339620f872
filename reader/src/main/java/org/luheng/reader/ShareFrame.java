package org.luheng.reader;

import java.util.List;

/** 销售量占总量的20%, 80%以上的机关建成…: a part of a whole, or of a group. */
final class ShareFrame extends Frame {
    /** Characters; a second group stands nearer. */
    private static final int FAR = 60;

    ShareFrame(Notes notes, Said said) {
        super(notes, said);
    }

    /** A 占 B 的 x, A 达到 B 的 x. */
    int share(List<Quantity> list, Left left, int start, int end) {
        int of = left.end() - 1;
        int verbAt = -1;
        String verb = "";
        for (int at = of - 1; at > start && verbAt < 0; at--) {
            String word = Lexicon.VERBS.before(text, start, at);
            if (word != null
                    && (word.equals("占")
                            || word.equals("占到")
                            || word.equals("超过")
                            || word.endsWith("达到")
                            || word.endsWith("达"))) {
                verbAt = at - word.length();
                verb = word;
            }
        }
        if (text.startsWith("占", start) && verbAt < 0) {
            verbAt = start;
            verb = "占";
        }
        if (verbAt < 0) {
            String whole = Names.cleaned(withoutTimes(start, of));
            if (whole.isEmpty() || !list.getFirst().kind().equals("share")) {
                return unread(list, start, end);
            }
            doubt(Doubt.Kind.NAME, "占谁的比例，原句没有写全", start, end);
            return took(list, left, start, end, whole + "占比", "", comparator(left, list.getFirst()));
        }
        String subject = Names.cleaned(withoutTimes(start, verbAt));
        boolean about = verbAt > start && text.charAt(verbAt - 1) == '约';
        if (subject.endsWith("约")) {
            subject = subject.substring(0, subject.length() - 1);
        }
        subject = subject.isEmpty() ? said.topic : subject;
        String whole = Names.cleaned(text.substring(verbAt + verb.length(), of));
        if (subject.isEmpty()) {
            return unread(list, start, end);
        }
        Comparator comparator = comparator(left, list.getFirst());
        return took(
                list,
                left,
                start,
                end,
                subject + "占" + whole + "比例",
                "",
                about && comparator == Comparator.EQUAL ? Comparator.ABOUT : comparator);
    }

    /** 80%以上的机关建成…, 泊位70%以上具备…, 不低于20%比例的充电设施. */
    int ofGroup(Quantity quantity, Left left, int start, int end, int after, int to) {
        String before = Names.cleaned(withoutTimes(start, left.end()));
        String behind = text.substring(after, to);
        int second = secondGroup(after, to);
        if (before.endsWith("覆盖") && before.length() > 4 && after > end && left.action() == null) {
            return covered(quantity, left, start, after, second, to);
        }
        if (second > 0 && before.isEmpty() && left.action() == null) {
            return twoGroups(quantity, left, start, after, second, to);
        }
        for (String word : new String[] {"比例的", "的比例", "比例", "份额的", "比重的"}) {
            if (text.startsWith(word, end)) {
                String thing = Names.cleaned(text.substring(end + word.length(), to));
                String doing = left.action() == null ? "" : left.action();
                if ((before + thing).length() < 3) {
                    return -1;
                }
                return took(
                        List.of(quantity),
                        left,
                        start,
                        to,
                        before + doing + thing + "比例",
                        "",
                        comparator(left, quantity));
            }
        }
        boolean carriesOut =
                left.verb().equals("eq") && before.isEmpty() && left.word().equals("完成");
        boolean quantified = !left.verb().isEmpty() || (!left.comparator().isEmpty() && !before.isEmpty());
        if (quantified && !carriesOut) {
            return -1;
        }
        if (left.action() != null && !carriesOut) {
            // 减少10%的用量, 新增20%产能
            String kind = Lexicon.ACTIONS.kind(left.action());
            return kind.equals("fall") || kind.equals("rise") ? -1 : unread(List.of(quantity), start, to);
        }
        String rest = Names.cleaned(behind);
        if (before.equals("对")) {
            // 对5%以上的加油站进行抽测
            before = "";
        }
        // 废弃物100%安全处置: all of it, and how.
        boolean whole = quantity.isWhole() && after == end && !before.isEmpty() && rest.length() >= 2;
        if (!whole && (rest.length() < 3 || !isPredicate(rest, before))) {
            return unread(List.of(quantity), start, to);
        }
        String name = (carriesOut ? "完成" : "") + before + rest + "比例";
        String modality = modality(start, quantity.from());
        if (said.group && modality.isEmpty() && left.end() == start) {
            modality = said.groupModality;
        }
        said.groupModality = modality;
        Target target = made(
                quantity,
                left,
                start,
                to,
                name,
                Scopes.isGroup(before) ? before : "",
                comparator(left, quantity),
                modality,
                null);
        notes.targets().add(target);
        said.group = true;
        said.action = null;
        said.topic = "";
        return to;
    }

    /** 站点覆盖90%以上的社区和60%的行政村. */
    private int covered(Quantity first, Left left, int start, int after, int second, int to) {
        String covers = Names.cleaned(withoutTimes(start, left.end()));
        String one = Names.cleaned(text.substring(after, second > 0 ? second - 1 : to));
        took(List.of(first), left, start, to, covers + one + "比例", "", comparator(left, first));
        if (second > 0) {
            Quantity other = notes.quantities().in(second, to, said.known).getFirst();
            String two = Names.cleaned(text.substring(other.to() + 1, to));
            took(List.of(other), left, start, to, covers + two + "比例", "", comparator(left, other));
        }
        said.topic = "";
        return to;
    }

    /** Where in 75%的甲和50%的乙实施改造 the second share begins, 0: there is none. */
    private int secondGroup(int from, int to) {
        List<Quantity> here = notes.quantities().in(from, Math.min(to, from + FAR), said.known);
        if (here.isEmpty() || !here.getFirst().kind().equals("share")) {
            return 0;
        }
        Quantity other = here.getFirst();
        boolean and = other.from() > from + 1 && "和、及与".indexOf(text.charAt(other.from() - 1)) >= 0;
        return and && text.startsWith("的", other.to()) && !isClosing(other.to(), to, false) ? other.from() : 0;
    }

    private int twoGroups(Quantity first, Left left, int start, int after, int second, int to) {
        Quantity other = notes.quantities().in(second, to, said.known).getFirst();
        String one = Names.cleaned(text.substring(after, second - 1));
        String rest = text.substring(other.to() + 1, to);
        String tail = Scopes.behindPlace(one, rest);
        if (tail.isEmpty()) {
            return unread(List.of(first), start, to);
        }
        String two = rest.substring(0, rest.length() - tail.length());
        for (boolean later : new boolean[] {false, true}) {
            Quantity of = later ? other : first;
            String group = later ? two : one;
            String modality = modality(start, of.from());
            String name = group + tail + "比例";
            notes.targets().add(made(of, left, start, to, name, group, comparator(left, of), modality, null));
        }
        said.group = false;
        return to;
    }

    private static boolean isPredicate(String rest, String before) {
        if (before.isEmpty() && rest.length() >= 5) {
            return true;
        }
        for (String word : new String[] {
            "达到", "达", "使用", "建成", "具备", "实现", "完成", "采用", "优于", "符合", "安装", "建立", "开展", "纳入", "配备", "通过", "得到", "接入",
            "覆盖", "满足", "为", "成为", "执行", "淘汰", "更换", "建设", "配建", "设置", "创建", "可"
        }) {
            if (rest.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
