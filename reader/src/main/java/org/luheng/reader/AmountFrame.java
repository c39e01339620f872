package org.luheng.reader;

import java.util.List;

/** 新建管网460公里, 普及率85%以上: a verb or a noun, and the number at the end. */
final class AmountFrame extends Frame {
    private static final int LONGEST_PLAIN = 24;
    private static final int LONGEST_SCOPE = 16;
    private static final int LONGEST_DONE = 40;

    /** What is counted is so already, or only listed. */
    private static final String[] STANDS = {
        "在册", "共有", "拥有", "已有", "规划", "涉及", "涵盖", "包括", "占地", "总投", "超过", "相当于", "达到设计"
    };

    private final SubjectFrame subjects;

    AmountFrame(Notes notes, Said said, SubjectFrame subjects) {
        super(notes, said);
        this.subjects = subjects;
    }

    /** A verb and what it counts, the number at the end: 新建管网460公里; or a noun alone: 普及率85%以上. */
    int amount(List<Quantity> list, Left left, int start, int end) {
        Quantity quantity = list.getFirst();
        String words = Names.cleaned(withoutTimes(start, left.end()));
        String doing = Lexicon.ACTIONS.at(words, 0, words.length());
        if (doing != null
                && !Names.isTail(words)
                && doing.length() < words.length()
                && !Lexicon.ACTIONS.kind(doing).equals("pass")) {
            String object = words.substring(doing.length());
            String kind = Lexicon.ACTIONS.kind(doing);
            boolean removes = kind.equals("fall")
                    && (object.endsWith("产能") || object.endsWith("能力"))
                    && !quantity.kind().equals("share")
                    && !quantity.kind().equals("points");
            boolean changes = kind.equals("fall") && !removes
                    || kind.equals("rise") && !quantity.kind().equals("count");
            if (quantity.kind().equals("share") && !changes) {
                String name = keeps(kind) ? words : Names.cleaned(object);
                return Names.endsWithHead(object)
                        ? took(list, left, start, end, name, "", comparator(left, quantity))
                        : unread(list, start, end);
            }
            if (quantity.kind().equals("size") && !changes) {
                return -1;
            }
            said.action = doing;
            Comparator comparator = comparator(left, quantity);
            if (changes) {
                boolean least = quantity.after() == Quantity.After.ABOVE
                        || left.comparator().equals("ge")
                        || left.comparator().equals("gt");
                comparator = kind.equals("fall")
                        ? least ? Comparator.FALL_AT_LEAST : Comparator.FALL
                        : least ? Comparator.RISE_AT_LEAST : Comparator.RISE;
            }
            String name = keeps(kind) || removes ? words : Names.cleaned(object);
            return took(list, left, start, end, name, "", comparator);
        }
        if (words.endsWith("减量") && words.length() > 4 && quantity.kind().equals("share")) {
            // 厨余垃圾减量8%
            boolean least = quantity.after() == Quantity.After.ABOVE;
            String name = words.substring(0, words.length() - 2);
            return took(list, left, start, end, name, "", least ? Comparator.FALL_AT_LEAST : Comparator.FALL);
        }
        if (isLowered(withoutTimes(start, left.end()), words, quantity)) {
            boolean least = quantity.after() == Quantity.After.ABOVE;
            return took(list, left, start, end, words, "", least ? Comparator.FALL_AT_LEAST : Comparator.FALL);
        }
        if (quantity.kind().equals("money")) {
            for (String of : new String[] {"社会资本", "社会资金", "社会投资"}) {
                if (words.endsWith(of) && doing == null && words.length() <= of.length() + 4) {
                    // 引入社会资本8000万元
                    return took(list, left, start, end, words, "", comparator(left, quantity));
                }
            }
            String purse = purse(words);
            if (!purse.isEmpty()) {
                boolean noun = words.endsWith("资金") && purse.length() + 4 < words.length();
                String name = noun ? words.substring(words.indexOf("安排") < 0 ? 0 : words.indexOf("安排") + 2) : purse;
                return took(list, left, start, end, name, "", comparator(left, quantity));
            }
        }
        String behind = left.action();
        if (behind != null && words.endsWith(behind) && words.length() - behind.length() >= 4) {
            // 灌溉面积新增300万亩, 老旧货车淘汰120辆; but 老旧小区改造120个
            String thing = words.substring(0, words.length() - behind.length());
            boolean ahead = behind.startsWith("新") || behind.equals("淘汰") || behind.equals("关停") || behind.equals("拆除");
            String name = ahead ? behind + thing : keeps(Lexicon.ACTIONS.kind(behind)) ? words : thing;
            return took(list, left, start, end, name, "", comparator(left, quantity));
        }
        int respectively = Names.respectively(words);
        if (list.size() > 1 && respectively >= 0) {
            return amounts(list, left, start, end, words.substring(0, respectively), words.substring(respectively + 2));
        }
        if (list.size() > 1 && behind != null && left.respectively() && words.endsWith(behind)) {
            return subjects.listed(
                    list, left, start, end, words.substring(0, words.length() - behind.length()), behind);
        }
        if (words.isEmpty()) {
            boolean dated = said.known.stream().anyMatch(time -> time.from() >= start && time.to() <= quantity.from());
            boolean goesOn = dated && (sameKindBefore(quantity) || Names.endsWithHead(said.topic));
            String done = left.sum() ? doneBefore() : "";
            String of = done.isEmpty() ? said.topic : done;
            return (left.sum() || goesOn) && !of.isEmpty() && !quantity.kind().equals("share")
                    ? took(list, left, start, end, of, "", comparator(left, quantity))
                    : unread(list, start, end);
        }
        int inside = actionInside(words);
        if (inside >= 0 && !quantity.kind().equals("share") && !quantity.kind().equals("size")) {
            String verb = java.util.Objects.requireNonNull(Lexicon.ACTIONS.at(words, inside, words.length()));
            String object = words.substring(inside + verb.length());
            said.action = verb;
            List<String> places = eachOf(words.substring(0, inside));
            if (places.size() > 1 && list.size() == 1) {
                String name = keeps(Lexicon.ACTIONS.kind(verb)) ? verb + object : object;
                for (String place : places) {
                    add(quantity, left, start, end, name, place, comparator(left, quantity), 0, 1);
                }
                said.topic = name;
                return end;
            }
            return took(
                    list,
                    left,
                    start,
                    end,
                    keeps(Lexicon.ACTIONS.kind(verb)) ? verb + object : object,
                    "",
                    comparator(left, quantity));
        }
        if (Names.endsWithHead(words) && !isGenericHead(words, quantity)) {
            return subjects.named(list, left, start, end, words);
        }
        boolean inner = (text.startsWith("其中", start) || said.parts) && (Scopes.isGroup(words) || isKind(words));
        if (inner && !said.topic.isEmpty() && sameKindBefore(quantity)) {
            String of = said.topic;
            int next = took(list, left, start, end, of, words, comparator(left, quantity));
            said.parts = true;
            return next;
        }
        if (said.listing && quantity.kind().equals("share") && words.length() <= LONGEST_SCOPE) {
            String of = said.topic;
            return took(list, left, start, end, of, words, comparator(left, quantity));
        }
        if (quantity.kind().equals("share") && Scopes.isGroup(words) && Names.endsWithHead(said.topic)) {
            // 覆盖率：市区100%，县城80%以上
            return subjects.named(list, left, start, end, words);
        }
        if (said.action != null && (quantity.kind().equals("count") || isAmount(quantity))) {
            return took(list, left, start, end, words, "", comparator(left, quantity));
        }
        String part = partOf(words, quantity);
        if (!part.isEmpty()) {
            return took(list, left, start, end, part, "", comparator(left, quantity));
        }
        return plainly(list, left, start, end, words);
    }

    /** A verb that takes things away or makes them, and what: 淘汰老旧货车; empty: the piece just before says no such thing. */
    private String doneBefore() {
        Sentence.Piece bare = said.bare;
        if (bare == null) {
            return "";
        }
        String words = Names.cleaned(withoutTimes(bare.from(), bare.to()));
        for (String adverb : new String[] {"全面", "全部", "基本", "加快", "逐步"}) {
            words = words.startsWith(adverb) ? words.substring(adverb.length()) : words;
        }
        String verb = Lexicon.ACTIONS.at(words, 0, words.length());
        boolean named = verb != null && keeps(Lexicon.ACTIONS.kind(verb)) && words.length() >= verb.length() + 3;
        return named && words.length() <= LONGEST_DONE ? words : "";
    }

    /** 营运类, 家用型: a kind of what was said. */
    private static boolean isKind(String words) {
        return words.length() <= 5 && (words.endsWith("类") || words.endsWith("型"));
    }

    /** 腾出用能空间4万吨: no verb that is known, but words and what they are counted in. It is read, with a doubt. */
    private int plainly(List<Quantity> list, Left left, int start, int end, String words) {
        Quantity quantity = list.getFirst();
        boolean counted = quantity.kind().equals("count")
                || isAmount(quantity) && !quantity.kind().equals("money");
        boolean listed = text.charAt(start) == '、' && notes.targets().size() > said.first && words.length() > 1;
        for (String word : STANDS) {
            counted &= !words.contains(word);
        }
        if (!counted || words.length() < 4 && !listed || words.length() > LONGEST_PLAIN || words.indexOf('、') >= 0) {
            return quantity.kind().equals("size") ? -1 : unread(list, start, end);
        }
        doubt(Doubt.Kind.NAME, "不清楚“" + words + "”是不是要完成的量", start, end);
        return took(list, left, start, end, words, "", comparator(left, quantity));
    }

    /** 甲、乙两镇各: 甲镇 and 乙镇; empty: it is no such thing. */
    private static List<String> eachOf(String words) {
        if (!words.endsWith("各") || words.indexOf('、') < 0) {
            return List.of();
        }
        String bare = words.substring(0, words.length() - 1);
        int kind = bare.length() - 1;
        boolean counted = kind > 1 && Chinese.isNumeral(bare.charAt(kind - 1));
        String last = counted ? bare.substring(kind) : "";
        return Names.split(counted ? bare.substring(0, kind - 1) : bare, true).stream()
                .map(place -> place.endsWith(last) ? place : place + last)
                .toList();
    }

    /** 东部、西部分别完成审计120家、95家; 2026年、2027年分别改造60台、85台. */
    private int amounts(List<Quantity> list, Left left, int start, int end, String before, String behind) {
        String doing = Lexicon.ACTIONS.at(behind, 0, behind.length());
        String object = doing == null || keeps(Lexicon.ACTIONS.kind(doing)) ? behind : behind.substring(doing.length());
        List<String> scopes = List.of();
        for (boolean and : new boolean[] {false, true}) {
            List<String> items = Names.split(before, and);
            scopes = items.size() == list.size() ? items : scopes;
        }
        if (scopes.isEmpty()
                        && dates.ofList(list.size(), list.getFirst().from()).isEmpty()
                || object.length() < 2) {
            return unread(list, start, end);
        }
        for (int at = 0; at < list.size(); at++) {
            String scope = scopes.isEmpty() ? "" : scopes.get(at);
            add(list.get(at), left, start, end, object, scope, comparator(left, list.get(at)), at, list.size());
        }
        said.topic = object;
        return end;
    }

    /** 装机达到11万千瓦，其中风电5万千瓦: a part of what was said before in the same unit. */
    private String partOf(String words, Quantity quantity) {
        for (int at = notes.targets().size() - 1; at >= said.first; at--) {
            Target whole = notes.targets().get(at);
            if (whole.value() != null
                    && isAmount(quantity)
                    && UnitReader.kind(whole.unit()).equals(quantity.kind())) {
                String tail = Names.tail(whole.indicator());
                boolean money = quantity.kind().equals("money");
                return tail.length() >= 2 || money && !tail.isEmpty() ? words + tail : money ? "" : words;
            }
        }
        return "";
    }

    private static boolean isGenericHead(String words, Quantity quantity) {
        return words.length() < 2 || quantity.kind().equals("size") && !words.endsWith("量") && !words.endsWith("面积");
    }

    /** Where a verb that counts stands inside: 各区新建… */
    private static int actionInside(String words) {
        for (int at = 1; at + 3 < words.length(); at++) {
            String verb = Lexicon.ACTIONS.at(words, at, words.length());
            if (verb != null && verb.length() > 1 && opensObject(verb)) {
                String rest = words.substring(at + verb.length());
                if (rest.length() >= 2 && !Names.endsWithHead(words)) {
                    return at;
                }
                return -1;
            }
        }
        return -1;
    }

    /** Of verbs in the midst of a piece only those that nothing else can be: 各区新建…, not 高效节水灌溉. */
    private static boolean opensObject(String verb) {
        String kind = Lexicon.ACTIONS.kind(verb);
        return kind.equals("drop")
                || (kind.equals("keep") && (verb.startsWith("新") || verb.equals("淘汰") || verb.equals("推广")));
    }

    /** 降低单位产品能耗5%以上: by so much, unless it is a rate that may itself be 5%. */
    private static boolean isLowered(String printed, String words, Quantity quantity) {
        if (!quantity.kind().equals("share") && !quantity.kind().equals("points")) {
            return false;
        }
        boolean rate = words.endsWith("率") || words.endsWith("比例") || words.endsWith("比重") || words.endsWith("占比");
        for (String verb : new String[] {"降低", "减少", "压减", "削减"}) {
            int at = printed.indexOf(verb);
            if (at >= 0
                    && at <= 4
                    && printed.endsWith(words)
                    && (!rate || quantity.kind().equals("points"))) {
                return Names.endsWithHead(words) && quantity.after() != Quantity.After.BELOW;
            }
        }
        return false;
    }

    /** 省级预算内资金五年安排: the purse, 省级预算内资金; empty: it is not the government's own. */
    static String purse(String whole) {
        String words = whole;
        if (whole.endsWith("资金") && whole.contains("财政")) {
            // 省级财政安排改造资金: the verb stands before what it is for.
            for (String verb : new String[] {"安排", "投入", "筹措"}) {
                int at = whole.indexOf(verb);
                words = at > 0 ? whole.substring(0, at + verb.length()) : words;
            }
        }
        for (String verb : new String[] {"统筹安排", "安排", "投入", "筹措", "拨付", "落实", "列支"}) {
            if (words.endsWith(verb)) {
                String purse = words.substring(0, words.length() - verb.length());
                for (String stray : new String[] {"累计", "每年", "年均", "共", "计划"}) {
                    purse = purse.endsWith(stray) ? purse.substring(0, purse.length() - stray.length()) : purse;
                }
                if (purse.length() > 4 && purse.endsWith("年") && Chinese.isNumeral(purse.charAt(purse.length() - 2))) {
                    purse = purse.substring(0, purse.length() - 2);
                }
                boolean own = purse.contains("财政") || purse.contains("预算") || purse.endsWith("专项资金");
                return own && !purse.contains("企业") && !purse.contains("项目") ? purse : "";
            }
        }
        return "";
    }
}
