package org.luheng.reader;

import java.util.List;

/** 创建10家示范单位: a verb, a number, and what is counted. */
final class CountFrame extends Frame {
    private static final int LONGEST_ADVERB = 6;

    CountFrame(Notes notes, Said said) {
        super(notes, said);
    }

    /** 每年安排不少于100万元专项资金: what the government itself will spend. */
    int arranged(Quantity quantity, Left left, int start, int after, int to) {
        String before = Names.cleaned(withoutTimes(start, left.end()));
        boolean least = left.comparator().equals("ge") || quantity.after() == Quantity.After.ABOVE;
        boolean promised = least
                && (before.endsWith("安排") || before.endsWith("投入") || before.endsWith("统筹") || before.endsWith("筹措"));
        String noun = Names.cleaned(text.substring(after, to));
        if (!promised || noun.isEmpty()) {
            return -1;
        }
        String purse = AmountFrame.purse(before);
        String name = noun.endsWith("资金") && noun.length() <= 12 ? noun : purse.isEmpty() ? before : purse;
        return took(List.of(quantity), left, start, to, name, "", comparator(left, quantity));
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
    int counted(List<Quantity> list, Left left, int start, int after, int to, List<Quantity> here, int index) {
        Quantity quantity = list.getFirst();
        String doing = left.action();
        String scope = "";
        int from = start;
        if (doing == null
                && (left.word().equals("完成")
                        || left.word().equals("实现")
                        || left.word().equals("达到"))
                && isAdverb(Names.cleaned(withoutTimes(start, left.end())))) {
            doing = left.word();
        }
        if (doing == null && left.verb().isEmpty()) {
            String words = Names.cleaned(withoutTimes(start, left.end()));
            String opening = Lexicon.ACTIONS.at(words, 0, words.length());
            boolean listed = words.endsWith("等");
            if (listed && quantity.unit().equals("种")) {
                // 废铜、废铝等9种再生资源利用量: only how many are named.
                return -1;
            }
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
        boolean land = doing == null && isWorkedOn(quantity, left, start, after, to);
        if (doing == null && (land || carriesOut(start, left.end(), after, to))) {
            doing = "完成";
            scope = land ? Names.cleaned(withoutTimes(start, left.end())) : "";
        }
        if (doing == null || quantity.after() == Quantity.After.BELOW) {
            return -1;
        }
        boolean continued = left.action() == null && left.verb().isEmpty() && doing.equals(said.action);
        int end = endOfCounted(after, to, here, index);
        String noun = Names.cleaned(withoutTimes(after, end));
        noun = land ? noun.replaceFirst("完成", "") : noun;
        if (noun.length() < 2 || isOnlyMeasured(noun)) {
            return unread(List.of(quantity), start, end);
        }
        if (continued && !land && notes.targets().size() > said.first) {
            raise(noun);
        }
        said.action = doing;
        boolean keep = Lexicon.ACTIONS.has(doing) && keeps(Lexicon.ACTIONS.kind(doing));
        String name = keep ? doing + noun : noun;
        List<String> dues = list.size() > 1 ? dates.ofList(list.size(), quantity.from()) : List.of();
        for (int at = 0; at < (dues.isEmpty() ? 1 : list.size()); at++) {
            Quantity one = list.get(at);
            String due = dues.isEmpty() ? null : dues.get(at);
            String modality = modality(from, quantity.from());
            notes.targets().add(made(one, left, from, end, name, scope, comparator(left, one), modality, due));
        }
        check(name, from, end);
        said.topic = noun;
        said.group = false;
        return end;
    }

    /** Nothing, or a time that is no date: 汛前（5月底前）完成12座…. */
    private static boolean isAdverb(String words) {
        String bare = words;
        int open = bare.indexOf('（');
        if (open >= 0 && bare.endsWith("）")) {
            bare = bare.substring(0, open);
        }
        return bare.length() <= LONGEST_ADVERB && (bare.isEmpty() || bare.endsWith("前") || bare.endsWith("期间"));
    }

    /** 环湖2万亩鱼塘完成尾水治理: land is worked on as things are. */
    boolean isWorkedOn(Quantity quantity, Left left, int start, int after, int to) {
        boolean land = quantity.kind().equals("area") || quantity.kind().equals("length");
        String where = Names.cleaned(withoutTimes(start, left.end()));
        return land
                && left.isBare()
                && where.length() <= LONGEST_ADVERB
                && text.substring(after, to).indexOf("完成") > 1;
    }

    /** 3家企业完成改造, 对15家企业开展诊断: the counted come first. */
    private boolean carriesOut(int start, int subject, int after, int to) {
        String words = withoutTimes(start, subject);
        String before = Names.cleaned(words);
        String behind = text.substring(after, to);
        if (words.endsWith("的")) {
            // 整改不达标的18家矿山依法关闭, 对年耗能1万吨以上的158家企业开展审计
            return endsWithOne(behind, "关闭", "关停", "退出", "淘汰", "取缔") || words.startsWith("对") && isDone(behind);
        }
        if (before.equals("对")
                || after > 0 && text.startsWith("在", start + words.length()) && before.isEmpty() && isDone(behind)) {
            return isDone(behind);
        }
        if (!before.isEmpty()) {
            return false;
        }
        for (String verb : new String[] {"完成", "建成", "投运", "投产", "投用", "开工", "关停", "退出", "启动"}) {
            if (behind.indexOf(verb) > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDone(String behind) {
        for (String verb : new String[] {"开展", "实施", "进行", "推行", "推广"}) {
            if (behind.indexOf(verb) > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithOne(String words, String... ends) {
        for (String end : ends) {
            if (words.endsWith(end)) {
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
            boolean alike = other.kind().equals("count")
                    || other.unit().equals(here.get(index).unit());
            if (alike && "、和及与".indexOf(before) >= 0) {
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
