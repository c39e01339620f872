package org.luheng.reader;

import java.util.List;

/** 创建10家示范单位, 新建管网460公里: a verb and what it counts. */
final class CountFrame extends Frame {
    private static final int LONGEST_PLAIN = 24;

    /** What is counted is so already, or only listed. */
    private static final String[] STANDS = {
        "在册", "现有", "共有", "拥有", "已有", "存量", "规划", "涉及", "涵盖", "包括", "占地", "总投", "超过", "相当于", "达到设计"
    };

    private final SubjectFrame subjects;

    CountFrame(Notes notes, Said said, SubjectFrame subjects) {
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
            boolean changes = kind.equals("fall")
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
            return took(list, left, start, end, keeps(kind) ? words : Names.cleaned(object), "", comparator);
        }
        if (isLowered(withoutTimes(start, left.end()), words, quantity)) {
            boolean least = quantity.after() == Quantity.After.ABOVE;
            return took(list, left, start, end, words, "", least ? Comparator.FALL_AT_LEAST : Comparator.FALL);
        }
        if (quantity.kind().equals("money")) {
            String purse = purse(words);
            if (!purse.isEmpty()) {
                return took(list, left, start, end, purse, "", comparator(left, quantity));
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
            return left.sum() && !said.topic.isEmpty() && !quantity.kind().equals("share")
                    ? took(list, left, start, end, said.topic, "", comparator(left, quantity))
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
        boolean inside1 = text.startsWith("其中", start) && Scopes.isGroup(words);
        if (inside1 && !said.topic.isEmpty() && sameKindBefore(quantity)) {
            return took(list, left, start, end, said.topic, words, comparator(left, quantity));
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
        if (scopes.isEmpty() && dues(list.size(), list.getFirst().from()).isEmpty() || object.length() < 2) {
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
                    && Quantities.kind(whole.unit()).equals(quantity.kind())) {
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

    /** The verb belongs to the name. */
    private static boolean keeps(String kind) {
        return kind.equals("keep") || kind.equals("self");
    }

    /** Of verbs in the midst of a piece only those that nothing else can be: 各区新建…, not 高效节水灌溉. */
    private static boolean opensObject(String verb) {
        String kind = Lexicon.ACTIONS.kind(verb);
        return kind.equals("drop")
                || (kind.equals("keep") && (verb.startsWith("新") || verb.equals("淘汰") || verb.equals("推广")));
    }

    /** 每年安排不少于100万元专项资金: what the government itself will spend. */
    int arranged(Quantity quantity, Left left, int start, int after, int to) {
        String before = Names.cleaned(withoutTimes(start, left.end()));
        boolean promised = left.comparator().equals("ge") && (before.endsWith("安排") || before.endsWith("投入"));
        String noun = Names.cleaned(text.substring(after, to));
        if (!promised || noun.isEmpty()) {
            return -1;
        }
        String name = noun.endsWith("资金") && noun.length() <= 12 ? noun : before;
        return took(List.of(quantity), left, start, to, name, "", comparator(left, quantity));
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
    private static String purse(String words) {
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

    static boolean isAmount(Quantity quantity) {
        return switch (quantity.kind()) {
            case "length", "area", "power", "capacity", "mass", "volume", "energy", "amount", "money" -> true;
            default -> false;
        };
    }

    /** 30万千瓦机组: a thing of that size. */
    boolean isThing(int from, int to) {
        String noun = text.substring(from, to);
        for (String thing :
                new String[] {"机组", "锅炉", "高炉", "焦炉", "窑", "企业", "项目", "单位", "以上", "以下", "煤矿", "电站", "电厂", "码头", "泊位"
                }) {
            int at = noun.indexOf(thing);
            if (at >= 0 && at <= 8) {
                return true;
            }
        }
        return false;
    }

    /** 创建10家示范单位, 完成闽江等3条河流的整治. */
    int counted(Quantity quantity, Left left, int start, int after, int to, List<Quantity> here, int index) {
        String doing = left.action();
        String scope = "";
        int from = start;
        if (doing == null
                && (left.word().equals("完成")
                        || left.word().equals("实现")
                        || left.word().equals("达到"))
                && Names.cleaned(withoutTimes(start, left.end())).isEmpty()) {
            doing = left.word();
        }
        if (doing == null && left.verb().isEmpty()) {
            String words = Names.cleaned(withoutTimes(start, left.end()));
            String opening = Lexicon.ACTIONS.at(words, 0, words.length());
            boolean listed = words.endsWith("等");
            if (opening != null && !Lexicon.ACTIONS.kind(opening).equals("pass")) {
                doing = opening;
                scope = listed
                        ? words.substring(opening.length(), words.length() - 1)
                        : words.substring(opening.length());
            } else if (said.action != null && (listed || words.isEmpty())) {
                doing = said.action;
                scope = listed ? words.substring(0, words.length() - 1) : "";
            }
        }
        if (doing == null && carriesOut(start, left.end(), after, to)) {
            doing = "完成";
        }
        if (doing == null || quantity.after() == Quantity.After.BELOW) {
            return -1;
        }
        boolean continued = left.action() == null && left.verb().isEmpty() && doing.equals(said.action);
        int end = endOfCounted(after, to, here, index);
        String noun = Names.cleaned(withoutTimes(after, end));
        if (noun.length() < 2 || isOnlyMeasured(noun)) {
            return unread(List.of(quantity), start, end);
        }
        if (continued && notes.targets().size() > said.first) {
            raise(noun);
        }
        said.action = doing;
        boolean keep = Lexicon.ACTIONS.has(doing) && keeps(Lexicon.ACTIONS.kind(doing));
        String name = keep ? doing + noun : noun;
        notes.targets()
                .add(made(
                        quantity,
                        left,
                        from,
                        end,
                        name,
                        scope,
                        comparator(left, quantity),
                        modality(from, quantity.from()),
                        null));
        check(name, from, end);
        said.topic = noun;
        said.group = false;
        return end;
    }

    /** 3家企业完成改造, 对15家企业开展诊断: the counted come first. */
    private boolean carriesOut(int start, int subject, int after, int to) {
        String before = Names.cleaned(withoutTimes(start, subject));
        if (!before.isEmpty() && !before.equals("对")) {
            return false;
        }
        String behind = text.substring(after, to);
        for (String verb : before.isEmpty()
                ? new String[] {"完成", "建成", "投运", "投产", "投用", "开工", "关停", "退出", "启动"}
                : new String[] {"开展", "实施", "进行"}) {
            if (behind.indexOf(verb) > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnlyMeasured(String noun) {
        return noun.equals("方面") || noun.equals("以上") || noun.equals("阶段");
    }

    /** 完成A等3条河流，B等4个海湾的整治: the last word belongs to both. */
    private void raise(String noun) {
        int of = noun.lastIndexOf('的');
        Target before = notes.targets().getLast();
        if (before.value() == null || before.indicator().contains("的")) {
            return;
        }
        int from = of >= 0 ? of + 1 : noun.length();
        for (String verb = Lexicon.ACTIONS.before(noun, 0, from);
                of < 0 && verb != null && verb.length() < from;
                verb = Lexicon.ACTIONS.before(noun, 0, from)) {
            from -= verb.length();
        }
        String shared = noun.substring(from);
        if (shared.length() > 1 && !before.indicator().endsWith(shared)) {
            notes.targets().set(notes.targets().size() - 1, before.named(before.indicator() + shared));
        }
    }

    private int endOfCounted(int after, int to, List<Quantity> here, int index) {
        for (int next = index + 1; next < here.size(); next++) {
            Quantity other = here.get(next);
            if (other.from() < after) {
                continue;
            }
            Left left = Left.of(text, after, other.from(), said.known, null);
            if (left.action() != null) {
                int end = left.end() - left.action().length();
                // 减量置换1座: verbs in a row go together.
                String more = Lexicon.ACTIONS.before(text, after, end);
                return trimmed(after, more == null ? end : end - more.length());
            }
            char before = other.from() > after ? text.charAt(other.from() - 1) : ' ';
            if (other.kind().equals("count") && "、和及与".indexOf(before) >= 0) {
                return trimmed(after, other.from() - 1);
            }
            if (isClosing(other.to(), to, false) && !left.verb().isEmpty()) {
                return trimmed(after, left.end());
            }
        }
        return to;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && "、和及与并，".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return Math.max(end, from);
    }
}
