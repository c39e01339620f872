package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets of a sentence. Each quantity is looked at where it stands: behind a verb (农膜回收率达到85%), behind a noun (普及率85%以上),
 * between a verb and what is counted (创建10家…), in front of a group (80%以上的机关…), or inside a name, where it only tells
 * things apart (20万千瓦以下机组) and is no target.
 */
final class SentenceReader {
    private static final int LONG_NAME = 48;
    private static final String[] PRICES = {
        "电价", "价格", "加价", "上浮", "下浮", "罚款", "贴息", "减免", "免征", "补贴", "补助", "奖励", "奖补", "税率", "税收优惠", "权重", "分值", "得分",
        "满分", "扣分", "加分", "退税", "抵扣", "服务费", "收费", "费用", "支持比例", "总投资", "投资额", "替代系数", "替代比例", "置换比例", "成本"
    };

    /** What somebody must meet who wants to come in, not what is to be reached. */
    private static final String[] ADMISSION = {"新入园", "准入", "新上项目", "新上高", "新引进项目", "新引进企业", "新建耗煤", "申报条件"};

    private static final String[] NOW = {"截至", "截止", "目前", "现有", "近年来", "已经", "已建成", "已完成", "已达", "已实现", "现状"};
    private static final String[] DONE = {
        "全部", "全面建", "全面完成", "全面实现", "全面执行", "全面消除", "全面达到", "全面淘汰", "基本完成", "基本建成", "基本消除", "基本实现", "基本淘汰", "基本建立",
        "全覆盖", "清零", "消除", "完成", "建成", "稳定达标", "稳定达到"
    };

    private final FairCopy copy;
    private final String text;
    private final Times times;
    private final Quantities quantities;
    private final Times.@Nullable Span plan;
    private final List<Target> targets;
    private final List<Doubt> doubts;

    private String section = "";
    /** What the sentences before said of the due date. */
    private @Nullable String dueBefore;

    private int sentencesSince;

    SentenceReader(FairCopy copy, Times.@Nullable Span plan, List<Target> targets, List<Doubt> doubts) {
        this.copy = copy;
        this.plan = plan;
        this.targets = targets;
        this.doubts = doubts;
        text = copy.text;
        times = new Times(text, plan);
        quantities = new Quantities(text);
    }

    /** From here on another clause: what was said before no longer holds. */
    void enter(String of) {
        section = of;
        dueBefore = null;
        sentencesSince = 0;
    }

    void read(Sentence sentence) {
        List<Times.Time> known = times.in(sentence.from(), sentence.to());
        new Reading(sentence, known).all();
        sentencesSince++;
        for (Times.Time time : known) {
            if (time.kind() == Times.Kind.DUE) {
                dueBefore = time.due();
                sentencesSince = 0;
            }
        }
    }

    /** One sentence, from left to right. */
    private final class Reading {
        private final Sentence sentence;
        private final List<Times.Time> known;
        private final int first = targets.size();
        private String topic = "";
        private @Nullable String action;
        private boolean group;
        private String groupModality = "";
        private boolean now;

        Reading(Sentence sentence, List<Times.Time> known) {
            this.sentence = sentence;
            this.known = known;
        }

        void all() {
            for (Sentence.Piece piece : sentence.pieces()) {
                piece(piece.from(), piece.to());
            }
        }

        private void piece(int from, int to) {
            for (String word : NOW) {
                int at = text.indexOf(word, from, to);
                now |= at >= from && depth(from, at) == 0 && !text.startsWith("现有污", at);
            }
            List<Quantity> here = quantities.in(from, to, known);
            int start = from;
            int at = 0;
            boolean taken = false;
            Quantity baseline = null;
            while (at < here.size()) {
                int last = lastOfList(here, at, to);
                List<Quantity> list = evened(here.subList(at, last + 1));
                Quantity next = last + 1 < here.size() ? here.get(last + 1) : null;
                if (isBaseline(list, next)) {
                    baseline = list.getFirst();
                    at = last + 1;
                    continue;
                }
                int end = now ? -1 : frame(list, start, to, baseline, here, last);
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
            brackets(from, to);
            if (!taken && !now) {
                if (here.isEmpty()) {
                    topicOf(from, to);
                }
                done(from, to);
            }
        }

        private int depth(int from, int to) {
            int depth = 0;
            for (int at = from; at < to; at++) {
                char c = text.charAt(at);
                depth += Chinese.opens(c) ? 1 : Chinese.closes(c) ? -1 : 0;
            }
            return depth;
        }

        /** 达到85%、90%和95%: quantities with nothing but marks between them. */
        private int lastOfList(List<Quantity> here, int at, int to) {
            int last = at;
            while (last + 1 < here.size()
                    && isListMark(here.get(last).to(), here.get(last + 1).from())) {
                last++;
            }
            return last;
        }

        private boolean isListMark(int from, int to) {
            int at = from;
            if (at < to && Chinese.opens(text.charAt(at))) {
                at = Sentence.past(text, at, to);
            }
            return to - at == 1 && "、和及与".indexOf(text.charAt(at)) >= 0
                    || to - at == 2 && (text.startsWith("以及", at) || text.startsWith("、和", at));
        }

        /** Unit and comparator behind the last of a list hold for those that have none. */
        private List<Quantity> evened(List<Quantity> list) {
            Quantity last = list.getLast();
            boolean onlyLast = true;
            for (Quantity quantity : list) {
                onlyLast &= quantity == last || quantity.after() == null;
            }
            List<Quantity> even = new ArrayList<>();
            for (Quantity quantity : list) {
                even.add(
                        quantity.unit().isEmpty()
                                ? quantity.withUnit(last.unit(), last.kind(), last.after())
                                : list.size() > 1 && onlyLast && quantity.after() == null && last.after() != null
                                        ? quantity.withUnit(quantity.unit(), quantity.kind(), last.after())
                                        : quantity);
            }
            return even;
        }

        /** 由2020年的30%提高到50%: the first is where it starts. */
        private boolean isBaseline(List<Quantity> list, @Nullable Quantity next) {
            Quantity only = list.getFirst();
            if (next == null || list.size() > 1) {
                return false;
            }
            String verb = Lexicon.VERBS.at(text, only.to(), next.from());
            if (verb == null
                    || verb.length() < 2
                    || verb.contains("达")
                    || !(verb.endsWith("到") || verb.endsWith("至"))) {
                return false;
            }
            return only.to() + verb.length() <= next.from();
        }

        // ---- frames -----------------------------------------------------------------------------------------------

        /** Reads what a quantity, or a list of them, is about; answers where the next subject begins, −1: it is no target. */
        private int frame(
                List<Quantity> list, int start, int to, @Nullable Quantity baseline, List<Quantity> here, int index) {
            Quantity quantity = list.getFirst();
            int end = list.getLast().to();
            Left left = Left.of(text, start, quantity.from(), known, baseline);
            if (left.done() || isPast(quantity.from()) || isExcluded(quantity, start, to)) {
                return -1;
            }
            if (quantity.kind().equals("growth")) {
                return growth(quantity, left, start);
            }
            if (quantity.kind().equals("class")) {
                return isClosing(end, to, true) && !left.isBare() && left.action() == null
                        ? level(list, left, start, end)
                        : -1;
            }
            if (quantity.unit().isEmpty()) {
                boolean index1 = !left.isBare()
                        && left.action() == null
                        && isClosing(end, to, false)
                        && Names.endsWithHead(Names.cleaned(withoutTimes(start, left.end())));
                return index1 ? level(list, left, start, end) : -1;
            }
            if (isClosing(end, to, false)) {
                return closing(list, left, start, end);
            }
            return attributive(quantity, left, start, end, to, here, index);
        }

        private int closing(List<Quantity> list, Left left, int start, int end) {
            Quantity quantity = list.getFirst();
            if (left.verb().equals("fall") || left.verb().equals("rise")) {
                return change(list, left, start, end);
            }
            boolean carriesOut = left.word().equals("完成") || left.word().equals("实现");
            if (!left.verb().isEmpty() && !(carriesOut && left.end() == start)) {
                return level(list, left, start, end);
            }
            if (left.action() == null && left.end() > start && text.charAt(left.end() - 1) == '的') {
                return share(list, left, start, end);
            }
            if (!left.comparator().isEmpty() && left.action() == null) {
                String subject = Names.cleaned(withoutTimes(start, left.end()));
                String verb = Lexicon.ACTIONS.at(subject, 0, subject.length());
                return verb != null
                                && !subject.isEmpty()
                                && verb.length() < subject.length()
                                && !Names.endsWithHead(subject)
                        ? amount(list, left, start, end)
                        : level(list, left, start, end);
            }
            String doing = left.action();
            boolean alone = doing != null
                    && Names.cleaned(withoutTimes(start, left.end())).equals(doing);
            if (alone && doing != null && Lexicon.ACTIONS.kind(doing).equals("self")) {
                String name = doing.startsWith("完成") ? doing.substring(2) : doing;
                return took(list, left, start, end, name, "", comparator(left, quantity));
            }
            if (alone || carriesOut) {
                // 新建100公里: what is new was said before.
                return topic.isEmpty() || !quantity.kind().equals("count") && !isAmount(quantity)
                        ? unread(list, start, end)
                        : took(list, left, start, end, topic, "", comparator(left, quantity));
            }
            return amount(list, left, start, end);
        }

        /** A 下降 x. */
        private int change(List<Quantity> list, Left left, int start, int end) {
            return named(list, left, start, end, withoutTimes(start, left.end()));
        }

        /** A 达到 x. */
        private int level(List<Quantity> list, Left left, int start, int end) {
            if (left.end() > start
                    && text.charAt(left.end() - 1) == '的'
                    && !left.comparator().isEmpty()) {
                return -1;
            }
            return named(list, left, start, end, withoutTimes(start, left.end()));
        }

        private int named(List<Quantity> list, Left left, int start, int end, String words) {
            String subject = Names.cleaned(words);
            Quantity quantity = list.getFirst();
            boolean ofShare = quantity.kind().equals("share") || quantity.kind().equals("points");
            String scope = "";
            if (subject.isEmpty()) {
                if (topic.isEmpty()) {
                    return unread(list, start, end);
                }
                subject = topic;
            } else if ((ofShare || sameKindBefore(quantity))
                    && !Names.endsWithHead(subject)
                    && Names.endsWithHead(topic)
                    && Scopes.isGroup(subject)
                    && !subject.contains("、")) {
                scope = subject;
                subject = Scopes.of(topic).rest();
            }
            if (ofShare && subject.endsWith("率") && Names.isTail(subject) && !topic.isEmpty()) {
                // 执行率达到100%，实施率100%: of the same thing.
                subject = topic.substring(0, topic.length() - Names.tail(topic).length()) + subject;
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
            topic = subject;
            group = false;
            return end;
        }

        private boolean sameKindBefore(Quantity quantity) {
            Target before = targets.size() > first ? targets.getLast() : null;
            return before != null && before.value() != null && before.unit().equals(quantity.unit());
        }

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
                return dues(list.size(), list.getFirst().from()).isEmpty() ? List.of() : List.of(subject);
            }
            if (list.size() == 1 && subject.contains("、") || left.each()) {
                List<String> items = Names.split(subject, left.each());
                boolean whole = items.size() > 1;
                for (String item : items) {
                    whole &= Names.endsWithHead(item) && Names.tail(item).length() > 1;
                }
                boolean etc = subject.contains("等");
                if (items.size() > 1 && !etc && (left.each() && Names.endsWithHead(subject) || whole)) {
                    return Names.expanded(items);
                }
            }
            return List.of(subject);
        }

        /** A 占 B 的 x, A 达到 B 的 x. */
        private int share(List<Quantity> list, Left left, int start, int end) {
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
            subject = subject.isEmpty() ? topic : subject;
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

        /** A verb and what it counts, the number at the end: 新建管网460公里; or a noun alone: 普及率85%以上. */
        private int amount(List<Quantity> list, Left left, int start, int end) {
            Quantity quantity = list.getFirst();
            String words = Names.cleaned(withoutTimes(start, left.end()));
            String doing = Lexicon.ACTIONS.at(words, 0, words.length());
            if (doing != null
                    && !Names.isTail(words)
                    && doing.length() < words.length()
                    && !Lexicon.ACTIONS.kind(doing).equals("pass")) {
                String object = words.substring(doing.length());
                String kind = Lexicon.ACTIONS.kind(doing);
                boolean changes = kind.equals("fall") || kind.equals("rise");
                if (quantity.kind().equals("share") && !changes) {
                    String name = keeps(kind) ? words : Names.cleaned(object);
                    return Names.endsWithHead(object)
                            ? took(list, left, start, end, name, "", comparator(left, quantity))
                            : unread(list, start, end);
                }
                if (quantity.kind().equals("size") && !changes) {
                    return -1;
                }
                action = doing;
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
            String behind = left.action();
            if (behind != null && words.endsWith(behind) && words.length() - behind.length() >= 4) {
                // 灌溉面积新增300万亩, 老旧货车淘汰120辆; but 老旧小区改造120个
                String thing = words.substring(0, words.length() - behind.length());
                boolean ahead =
                        behind.startsWith("新") || behind.equals("淘汰") || behind.equals("关停") || behind.equals("拆除");
                String name = ahead ? behind + thing : keeps(Lexicon.ACTIONS.kind(behind)) ? words : thing;
                return took(list, left, start, end, name, "", comparator(left, quantity));
            }
            int respectively = words.indexOf("分别");
            if (list.size() > 1 && respectively >= 0) {
                return amounts(
                        list, left, start, end, words.substring(0, respectively), words.substring(respectively + 2));
            }
            if (words.isEmpty()) {
                return left.sum() && !topic.isEmpty() && !quantity.kind().equals("share")
                        ? took(list, left, start, end, topic, "", comparator(left, quantity))
                        : unread(list, start, end);
            }
            int inside = actionInside(words);
            if (inside >= 0
                    && !quantity.kind().equals("share")
                    && !quantity.kind().equals("size")) {
                String verb = java.util.Objects.requireNonNull(Lexicon.ACTIONS.at(words, inside, words.length()));
                String object = words.substring(inside + verb.length());
                action = verb;
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
                return named(list, left, start, end, words);
            }
            boolean inside1 = text.startsWith("其中", start) && Scopes.isGroup(words);
            if (inside1 && !topic.isEmpty() && sameKindBefore(quantity)) {
                return took(list, left, start, end, topic, words, comparator(left, quantity));
            }
            if (action != null && (quantity.kind().equals("count") || isAmount(quantity))) {
                return took(list, left, start, end, words, "", comparator(left, quantity));
            }
            String part = partOf(words, quantity);
            if (!part.isEmpty()) {
                return took(list, left, start, end, part, "", comparator(left, quantity));
            }
            return quantity.kind().equals("size") ? -1 : unread(list, start, end);
        }

        /** 东部、西部分别完成审计120家、95家; 2026年、2027年分别改造60台、85台. */
        private int amounts(List<Quantity> list, Left left, int start, int end, String before, String behind) {
            String doing = Lexicon.ACTIONS.at(behind, 0, behind.length());
            String object =
                    doing == null || keeps(Lexicon.ACTIONS.kind(doing)) ? behind : behind.substring(doing.length());
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
            topic = object;
            return end;
        }

        /** 装机达到11万千瓦，其中风电5万千瓦: a part of what was said before in the same unit. */
        private String partOf(String words, Quantity quantity) {
            for (int at = targets.size() - 1; at >= first; at--) {
                Target whole = targets.get(at);
                if (whole.value() != null
                        && isAmount(quantity)
                        && Quantities.kind(whole.unit()).equals(quantity.kind())) {
                    String tail = Names.tail(whole.indicator());
                    return tail.isEmpty() ? "" : words + tail;
                }
            }
            return "";
        }

        private static boolean isGenericHead(String words, Quantity quantity) {
            return words.length() < 2
                    || quantity.kind().equals("size") && !words.endsWith("量") && !words.endsWith("面积");
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

        private int growth(Quantity quantity, Left left, int start) {
            String subject = Names.cleaned(withoutTimes(start, left.end()));
            if (subject.isEmpty()) {
                return -1;
            }
            topic = subject;
            Comparator comparator = quantity.after() == Quantity.After.BELOW ? Comparator.LESS : Comparator.EQUAL;
            return took(List.of(quantity), left, start, quantity.to(), subject + "增长率", "", comparator);
        }

        /** The quantity stands in front of a noun. */
        private int attributive(
                Quantity quantity, Left left, int start, int end, int to, List<Quantity> here, int index) {
            int after = text.startsWith("的", end) ? end + 1 : end;
            return switch (quantity.kind()) {
                case "share" -> ofGroup(quantity, left, start, end, after, to);
                case "count" -> counted(quantity, left, start, after, to, here, index);
                case "money" -> arranged(quantity, left, start, after, to);
                default ->
                    isAmount(quantity)
                                    && left.action() != null
                                    && left.verb().isEmpty()
                                    && quantity.after() != Quantity.After.BELOW
                                    && !isThing(after, to)
                            ? counted(quantity, left, start, after, to, here, index)
                            : -1;
            };
        }

        /** 每年安排不少于100万元专项资金: what the government itself will spend. */
        private int arranged(Quantity quantity, Left left, int start, int after, int to) {
            String before = Names.cleaned(withoutTimes(start, left.end()));
            boolean promised = left.comparator().equals("ge") && (before.endsWith("安排") || before.endsWith("投入"));
            String noun = Names.cleaned(text.substring(after, to));
            if (!promised || noun.isEmpty()) {
                return -1;
            }
            String name = noun.endsWith("资金") && noun.length() <= 12 ? noun : before;
            return took(List.of(quantity), left, start, to, name, "", comparator(left, quantity));
        }

        private static boolean isAmount(Quantity quantity) {
            return switch (quantity.kind()) {
                case "length", "area", "power", "capacity", "mass", "volume", "energy", "amount", "money" -> true;
                default -> false;
            };
        }

        /** 30万千瓦机组: a thing of that size. */
        private boolean isThing(int from, int to) {
            String noun = text.substring(from, to);
            for (String thing : new String[] {
                "机组", "锅炉", "高炉", "焦炉", "窑", "企业", "项目", "单位", "以上", "以下", "煤矿", "电站", "电厂", "码头", "泊位"
            }) {
                int at = noun.indexOf(thing);
                if (at >= 0 && at <= 8) {
                    return true;
                }
            }
            return false;
        }

        /** 80%以上的机关建成…, 泊位70%以上具备…, 不低于20%比例的充电设施. */
        private int ofGroup(Quantity quantity, Left left, int start, int end, int after, int to) {
            String before = Names.cleaned(withoutTimes(start, left.end()));
            String behind = text.substring(after, to);
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
            if (rest.length() < 3 || !isPredicate(rest, before)) {
                return unread(List.of(quantity), start, to);
            }
            String name = (carriesOut ? "完成" : "") + before + rest + "比例";
            String modality = modality(start, quantity.from());
            if (group && modality.isEmpty() && left.end() == start) {
                modality = groupModality;
            }
            groupModality = modality;
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
            targets.add(target);
            group = true;
            action = null;
            topic = "";
            return to;
        }

        private static boolean isPredicate(String rest, String before) {
            if (before.isEmpty() && rest.length() >= 5) {
                return true;
            }
            for (String word : new String[] {
                "达到", "达", "使用", "建成", "具备", "实现", "完成", "采用", "优于", "符合", "安装", "建立", "开展", "纳入", "配备", "通过", "得到",
                "接入", "覆盖", "满足", "为", "成为", "执行", "淘汰", "更换", "建设", "配建", "设置", "创建", "可"
            }) {
                if (rest.contains(word)) {
                    return true;
                }
            }
            return false;
        }

        /** 创建10家示范单位, 完成闽江等3条河流的整治. */
        private int counted(
                Quantity quantity, Left left, int start, int after, int to, List<Quantity> here, int index) {
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
                } else if (action != null && (listed || words.isEmpty())) {
                    doing = action;
                    scope = listed ? words.substring(0, words.length() - 1) : "";
                }
            }
            if (doing == null && carriesOut(start, left.end(), after, to)) {
                doing = "完成";
            }
            if (doing == null || quantity.after() == Quantity.After.BELOW) {
                return -1;
            }
            boolean continued = left.action() == null && left.verb().isEmpty() && doing.equals(action);
            int end = endOfCounted(after, to, here, index);
            String noun = Names.cleaned(withoutTimes(after, end));
            if (noun.length() < 2 || isOnlyMeasured(noun)) {
                return unread(List.of(quantity), start, end);
            }
            if (continued && targets.size() > first) {
                raise(noun);
            }
            action = doing;
            boolean keep = Lexicon.ACTIONS.has(doing) && keeps(Lexicon.ACTIONS.kind(doing));
            String name = keep ? doing + noun : noun;
            targets.add(made(
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
            topic = noun;
            group = false;
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
            Target before = targets.getLast();
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
                targets.set(targets.size() - 1, renamed(before, before.indicator() + shared));
            }
        }

        private int endOfCounted(int after, int to, List<Quantity> here, int index) {
            for (int next = index + 1; next < here.size(); next++) {
                Quantity other = here.get(next);
                if (other.from() < after) {
                    continue;
                }
                Left left = Left.of(text, after, other.from(), known, null);
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

        // ---- what holds for all frames ------------------------------------------------------------------------------

        private boolean isClosing(int at, int to, boolean ofClass) {
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
                "或", "并", "且", "以及", "和", "及", "与", "时", "的目标", "的水平", "水平", "目标", "的要求", "，", "”", "的任务", "任务", "不等",
                "的标准"
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
            for (Times.Time time : known) {
                if (time.from() == at) {
                    return true;
                }
            }
            return false;
        }

        private boolean isPast(int at) {
            Times.Time before = null;
            for (Times.Time time : known) {
                if (time.to() <= at && (time.kind() == Times.Kind.DUE || time.kind() == Times.Kind.PAST)) {
                    before = time;
                }
            }
            return before != null && before.kind() == Times.Kind.PAST;
        }

        private boolean isExcluded(Quantity quantity, int start, int to) {
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
                return contains(sentence, "替代")
                        || contains(sentence, "置换")
                        || contains(sentence, "倍量")
                        || contains(sentence, "削减");
            }
            for (String word : ADMISSION) {
                if (text.indexOf(word, sentence.from(), quantity.from()) >= start) {
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

        private boolean contains(Sentence in, String word) {
            return text.indexOf(word, in.from(), in.to()) >= 0;
        }

        private Comparator comparator(Left left, Quantity quantity) {
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

        private int took(
                List<Quantity> list, Left left, int start, int end, String name, String scope, Comparator comparator) {
            for (int at = 0; at < list.size(); at++) {
                add(list.get(at), left, start, end, name, scope, comparator, at, list.size());
            }
            if (list.size() > 1) {
                doubt(Doubt.Kind.LIST, "几个数共用一个名称", start, end);
            }
            topic = name;
            group = false;
            return end;
        }

        private void add(
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
            targets.add(made(
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

        private void check(String name, int start, int end) {
            if (name.length() > LONG_NAME) {
                doubt(Doubt.Kind.NAME, "指标名称过长，可能没有切准", start, end);
            } else if (name.length() < 2) {
                doubt(Doubt.Kind.NAME, "指标名称过短，可能没有切准", start, end);
            }
        }

        /** 到2025年、2030年分别达到…: as many dates as values. */
        private List<String> dues(int count, int before) {
            List<String> dues = new ArrayList<>();
            for (Times.Time time : known) {
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

        private Target made(
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
                due = inheritedDue();
            }
            Scopes.Scoped scoped = Scopes.withoutExamples(name);
            int from = start;
            while (from < end && "，、；和及与或并".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            Times.Time base = left.base();
            if (base == null) {
                for (Times.Time time : known) {
                    base = time.kind() == Times.Kind.BASE && time.from() >= start && time.to() <= end ? time : base;
                }
            }
            String before = text.substring(start, quantity.from());
            boolean yearly = left.year()
                    || before.contains("每年")
                    || (before.contains("年均") && !before.contains("年均浓度") && !before.contains("年均值"));
            return new Target(
                    section,
                    copy.quote(from, end),
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
        private @Nullable String dueAt(Quantity quantity, int end) {
            String due = null;
            for (Times.Time time : known) {
                boolean inside = time.from() >= quantity.to() && time.to() <= end;
                if (time.kind() == Times.Kind.DUE && (time.to() <= quantity.from() || inside)) {
                    due = time.due();
                }
            }
            return due;
        }

        private String modality(int from, int to) {
            String words = text.substring(from, to);
            return words.contains("力争") || words.contains("争取") ? "力争" : words.contains("原则上") ? "原则上" : "";
        }

        private String bound(int end) {
            for (String word : new String[] {"约束性", "预期性"}) {
                if (text.startsWith("（" + word, end)) {
                    return word;
                }
            }
            return "";
        }

        private int unread(List<Quantity> list, int start, int end) {
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

        /** What stands in brackets behind a value: （福清市…达到70%）. */
        private void brackets(int from, int to) {
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
                if (end > at + 8) {
                    inner(at + 1, end - 1);
                }
                at = Math.max(end, at + 1);
            }
        }

        private void inner(int from, int to) {
            List<Quantity> here = quantities.in(from, to, known);
            int start = from;
            for (int at = 0; at < here.size(); at++) {
                Quantity quantity = here.get(at);
                int comma = text.substring(start, quantity.from()).lastIndexOf('，');
                start = comma >= 0 ? start + comma + 1 : start;
                Left left = Left.of(text, start, quantity.from(), known, null);
                String subject = Names.cleaned(withoutTimes(start, left.end()));
                boolean whole =
                        !left.verb().isEmpty() && Names.endsWithHead(subject) && isClosing(quantity.to(), to, false);
                if (whole && !left.done() && !isExcluded(quantity, start, to) && !isPast(quantity.from())) {
                    String kept = topic;
                    named(List.of(quantity), left, start, quantity.to(), subject);
                    topic = kept;
                }
                start = quantity.to();
            }
        }

        private void topicOf(int from, int to) {
            int is = text.indexOf('为', from, to);
            if (is > from + 2 && is < to && is - from <= 30) {
                String subject = Names.cleaned(withoutTimes(from, is));
                if (subject.length() >= 4) {
                    topic = subject;
                }
            }
        }

        private String withoutTimes(int from, int to) {
            StringBuilder words = new StringBuilder();
            int at = from;
            for (Times.Time time : known) {
                if (time.from() >= at && time.to() <= to) {
                    words.append(text, at, time.from());
                    at = time.to();
                }
            }
            return words.append(text, Math.min(at, to), to).toString();
        }

        /** A date without a number. */
        private void done(int from, int to) {
            String due = null;
            for (Times.Time time : known) {
                boolean first = due == null || time.from() <= from;
                due = time.kind() == Times.Kind.DUE && time.to() <= to && first ? time.due() : due;
            }
            if (due == null || to - from > 90) {
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
            targets.add(new Target(
                    section,
                    copy.quote(from, to),
                    name,
                    Comparator.DONE,
                    null,
                    null,
                    "",
                    due,
                    false,
                    "",
                    null,
                    modality(from, to),
                    "",
                    false));
        }

        private void doubt(Doubt.Kind kind, String why, int from, int to) {
            doubts.add(new Doubt(section, kind, why, copy.quote(from, Math.max(from, to))));
        }
    }

    private static Target renamed(Target target, String name) {
        return new Target(
                target.section(),
                target.quote(),
                name,
                target.comparator(),
                target.value(),
                target.valueTo(),
                target.unit(),
                target.due(),
                target.dueInherited(),
                target.scope(),
                target.baseline(),
                target.modality(),
                target.bound(),
                target.perYear());
    }

    /** What the sentence before said, else the end of the plan. */
    private @Nullable String inheritedDue() {
        if (dueBefore != null && sentencesSince <= 1) {
            return dueBefore;
        }
        return plan == null ? null : String.valueOf(plan.to());
    }
}
