package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a subject and its quantity, read from the quantity leftwards: comparators, the verb, adverbs, a base
 * year; each may be missing.
 *
 * @param end where the subject ends
 * @param verb kind of the verb: {@code eq le ge gt lt about fall rise}, empty: none
 * @param word the verb itself
 * @param comparator kind of a comparator of its own (不低于), empty: none
 * @param action a verb whose object is counted stands here (新增), null: none
 * @param each 均 or 都: one value for each subject
 * @param respectively 分别
 * @param year 年均, 每年
 * @param done it says what is already so
 */
record Left(
        int end,
        String verb,
        String word,
        String comparator,
        @Nullable String action,
        Times.@Nullable Time base,
        boolean each,
        boolean respectively,
        boolean year,
        boolean sum,
        boolean done) {

    /** Characters in front of which a single adverb is the end of another word: 人均, 产能, 公共. */
    private static final String[] BOUND = {
        "均:人年平户亩日月",
        "能:产功节性效潜储动热电光",
        "可:许认",
        "要:主重必",
        "应:供效反响适相对",
        "共:公",
        "都:成首古",
        "为:作成认行分",
        "在:存现所",
        "达:发表下传",
        "近:附最就",
        "年:0123456789每全当近上去前",
        "将:即",
        "增:新",
        "需:所供内",
        "再:不",
        "净:洁干"
    };

    static Left of(String text, int start, int at, List<Times.Time> times, @Nullable Quantity baseline) {
        int i = at;
        String verb = "";
        String word = "";
        String comparator = "";
        String action = null;
        Times.Time base = null;
        boolean each = false;
        boolean respectively = false;
        boolean year = false;
        boolean sum = false;
        boolean done = false;
        while (i > start) {
            Times.Time time = endingAt(times, i, start);
            if (time != null) {
                base = time.kind() == Times.Kind.BASE && base == null ? time : base;
                i = Math.max(start, time.from());
                continue;
            }
            if (baseline != null && baseline.to() == i && baseline.from() >= start) {
                i = baseline.from();
                while (i > start && "由从约".indexOf(text.charAt(i - 1)) >= 0) {
                    i--;
                }
                continue;
            }
            String doing = Lexicon.ACTIONS.before(text, start, i);
            String found = Lexicon.VERBS.before(text, start, i);
            if (doing != null
                    && (found == null || doing.length() > found.length())
                    && !Lexicon.ACTIONS.kind(doing).equals("pass")) {
                action = verb.isEmpty() ? doing : null;
                break;
            }
            if (found == null) {
                break;
            }
            String kind = Lexicon.VERBS.kind(found);
            if (isBound(text, start, i, found)) {
                break;
            }
            boolean first = verb.isEmpty() && comparator.isEmpty();
            if (found.length() == 1 && first && !"为是在到至达占降减超约近共".contains(found)) {
                break;
            }
            switch (kind) {
                case "eq", "le", "eacheq" -> {
                    if (!verb.isEmpty() && !verb.equals("fall") && !verb.equals("rise")) {
                        return new Left(i, verb, word, comparator, null, base, each, respectively, year, sum, done);
                    }
                    if (verb.isEmpty()) {
                        verb = kind.equals("eacheq") ? "eq" : kind;
                        word = found;
                    }
                    each |= kind.equals("eacheq");
                }
                case "fall", "rise" -> {
                    if (!verb.isEmpty()) {
                        return new Left(i, verb, word, comparator, null, base, each, respectively, year, sum, done);
                    }
                    verb = kind;
                    word = found;
                }
                case "ge", "gt", "lt", "about" -> comparator = comparator.isEmpty() ? kind : comparator;
                case "each" -> {
                    each |= found.equals("均") || found.equals("都");
                    respectively |= Names.RESPECTIVELY.contains(found);
                }
                case "year" -> year = true;
                case "sum" -> sum = true;
                case "done" -> done = true;
                default -> {}
            }
            i -= found.length();
        }
        return new Left(i, verb, word, comparator, action, base, each, respectively, year, sum, done);
    }

    boolean isBare() {
        return verb.isEmpty() && comparator.isEmpty() && action == null;
    }

    private static Times.@Nullable Time endingAt(List<Times.Time> times, int at, int start) {
        for (Times.Time time : times) {
            if (time.to() == at && time.from() >= start) {
                return time;
            }
        }
        return null;
    }

    private static boolean isBound(String text, int start, int at, String found) {
        if (found.length() != 1 || at - 2 < start) {
            return false;
        }
        char before = text.charAt(at - 2);
        for (String rule : BOUND) {
            if (rule.charAt(0) == found.charAt(0) && rule.indexOf(before) >= 2) {
                return true;
            }
        }
        return false;
    }
}
