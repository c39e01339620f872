package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences that order something: a verb of doing in front, and what is to be done. */
final class TaskReader {
    private static final String[] ORDERS = {
        "推进", "加快", "实施", "开展", "建立", "健全", "完善", "严格", "加强", "强化", "推动", "提升", "提高", "优化", "推广", "落实", "建设", "组织",
                "制定",
        "修订", "加大", "鼓励", "支持", "引导", "探索", "培育", "打造", "淘汰", "关停", "整治", "治理", "改造", "完成", "深化", "扩大", "严控", "控制",
                "规范",
        "推行", "发展", "构建", "统筹", "巩固", "督促", "遏制", "执行", "禁止", "严禁", "依法", "建成", "新建", "创建", "编制", "发布", "公布", "监督",
                "考核",
        "拓展", "保障", "促进", "调整", "压减", "削减", "确保", "坚持", "抓好", "做好", "调动", "倡导", "畅通", "健全完善", "配合", "协同", "布局", "大力"
    };
    private static final String[] BEFORE = {
        "深入", "积极", "全面", "大力", "持续", "稳步", "有序", "着力", "切实", "进一步", "加快", "逐步", "不断", "统筹", "科学", "合理", "扎实", "稳妥",
        "重点", "继续", "及时", "定期", "动态", "坚决", "高标准", "深化", "严格", "要", "应", "同时", "并", "力争", "组织", "集成", "示范", "广泛"
    };
    private static final int LONGEST_OBJECT = 60;

    private final FairCopy copy;
    private final String text;
    private final Times.@Nullable Span plan;
    private final Times times;

    TaskReader(FairCopy copy, Times.@Nullable Span plan) {
        this.copy = copy;
        this.plan = plan;
        text = copy.text;
        times = new Times(text, plan);
    }

    /** The task of a sentence, null: it orders nothing. */
    @Nullable
    Task of(String section, Sentence sentence, List<Target> targets, int firstTarget, List<Integer> responsibilities) {
        for (Sentence.Piece piece : sentence.pieces()) {
            int from = piece.from();
            List<Times.Time> known = times.in(piece.from(), piece.to());
            for (Times.Time time : known) {
                from = time.from() <= from + 1 ? time.to() : from;
            }
            int verb = pastAdverbs(from, piece.to());
            String order = order(verb, piece.to());
            if (order == null) {
                continue;
            }
            int object = verb + order.length();
            if (object >= piece.to() - 1) {
                continue;
            }
            List<Integer> served = new ArrayList<>();
            String due = null;
            int start = copy.start(sentence.from());
            int end = copy.end(sentence.to());
            for (int at = firstTarget; at < targets.size(); at++) {
                Quote quote = targets.get(at).quote();
                if (quote.start() >= start && quote.end() <= end) {
                    served.add(at);
                    due = targets.get(at).dueInherited() ? due : targets.get(at).due();
                }
            }
            if (due == null) {
                for (Times.Time time : times.in(sentence.from(), sentence.to())) {
                    due = time.kind() == Times.Kind.DUE ? time.due() : due;
                }
            }
            boolean inherited = due == null;
            return new Task(
                    section,
                    copy.quote(sentence.from(), sentence.to()),
                    order,
                    text.substring(object, Math.min(piece.to(), object + LONGEST_OBJECT)),
                    inherited && plan != null ? String.valueOf(plan.to()) : due,
                    inherited,
                    place(piece),
                    served,
                    responsibilities);
        }
        return null;
    }

    /** The task that a heading is: 扩大绿色电力; null: it orders nothing. */
    @Nullable
    Task ofHeading(Outline.Part part, List<Target> targets, int firstTarget, List<Integer> responsibilities) {
        int from = part.body - part.heading.length();
        while (from > part.start && !text.startsWith(part.heading, from)) {
            from--;
        }
        int verb = pastAdverbs(from, part.body);
        String order = order(verb, part.body);
        if (part.heading.isEmpty() || order == null || !text.startsWith(part.heading, from)) {
            return null;
        }
        List<Integer> served = new ArrayList<>();
        for (int at = firstTarget; at < targets.size(); at++) {
            served.add(at);
        }
        return new Task(
                part.section,
                copy.quote(from, from + part.heading.length()),
                order,
                text.substring(verb + order.length(), from + part.heading.length()),
                plan == null ? null : String.valueOf(plan.to()),
                true,
                "",
                served,
                responsibilities);
    }

    private int pastAdverbs(int from, int to) {
        int at = from;
        boolean more = true;
        while (more && at < to) {
            more = false;
            for (String word : BEFORE) {
                if (text.startsWith(word, at) && order(at + word.length(), to) != null) {
                    at += word.length();
                    more = true;
                    break;
                }
            }
        }
        return at;
    }

    private @Nullable String order(int at, int to) {
        String best = null;
        for (String order : ORDERS) {
            if (at + order.length() < to
                    && text.startsWith(order, at)
                    && (best == null || order.length() > best.length())) {
                best = order;
            }
        }
        return best;
    }

    /** 在福清、闽清等重点县…: where. */
    private String place(Sentence.Piece piece) {
        int in = text.indexOf('在', piece.from(), piece.to());
        if (in < 0 || in > piece.from() + 1) {
            return "";
        }
        for (int at = in + 2; at < Math.min(piece.to(), in + 24); at++) {
            char c = text.charAt(at);
            if ((c == '区' || c == '县' || c == '市' || c == '镇' || c == '域')
                    && at + 1 < piece.to()
                    && order(pastAdverbs(at + 1, piece.to()), piece.to()) != null) {
                return text.substring(in + 1, at + 1);
            }
        }
        return "";
    }
}
