package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the dates in a sentence a quantity is due by. */
final class Dues {
    private static final List<String> FINISHED =
            List.of("建成", "投运", "投产", "投用", "完成", "建成投运", "建成投用", "竣工", "全部完成", "全面完成");

    /** Words that may stand beside a date that holds for all that follows: 力争, 全市. */
    private static final int SHORT = 4;

    private final Said said;
    private final String text;

    Dues(Said said, String text) {
        this.said = said;
        this.text = text;
    }

    /** 到2025年、2030年分别达到…: as many dates as values, one beside the other. */
    List<String> ofList(int count, int before) {
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

    /** The last date before a quantity; or one behind it in the same words: 3家企业9月底前完成改造. */
    Times.@Nullable Time at(Quantity quantity, int end) {
        Times.Time due = null;
        for (Times.Time time : said.known) {
            boolean inside = time.from() >= quantity.to() && time.to() <= end;
            if (time.kind() == Times.Kind.DUE && (time.to() <= quantity.from() || inside)) {
                due = time;
            }
        }
        if (due != null
                && text.substring(due.to(), quantity.from() > due.to() ? quantity.from() : due.to())
                                .indexOf('；')
                        >= 0) {
            // 期间，A；B，2008年完成C；D: D is due when A and B are.
            Times.Time alone = standingAlone(due);
            due = alone == null ? due : alone;
        }
        return due == null ? dueBehind(end) : due;
    }

    /** The first date of the sentence, where it stands alone and the later one does not; null: there is none. */
    private Times.@Nullable Time standingAlone(Times.Time later) {
        for (Times.Time time : said.known) {
            if (time == later || standsAlone(later)) {
                return null;
            }
            if (time.kind() == Times.Kind.DUE && standsAlone(time)) {
                return time;
            }
        }
        return null;
    }

    boolean standsAlone(Times.Time time) {
        for (Sentence.Piece piece : said.sentence.pieces()) {
            if (time.core() >= piece.from() && time.to() <= piece.to()) {
                return said.withoutTimes(text, piece.from(), piece.to()).length() <= SHORT;
            }
        }
        return false;
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
                String rest = said.withoutTimes(text, piece.from(), piece.to());
                return FINISHED.contains(rest) ? only : null;
            }
        }
        return null;
    }

    /** The date is said in the same words, or stands alone (到2025年，A，B); in other words it is only carried over. */
    boolean holds(Times.Time time, Quantity quantity) {
        boolean since = text.charAt(time.to() - 1) == '起';
        if (since
                && text.substring(time.to(), Math.max(time.to(), quantity.from()))
                                .indexOf('；')
                        >= 0) {
            // 2027年7月1日起，A；B: what begins then is A.
            return false;
        }
        for (Sentence.Piece piece : said.sentence.pieces()) {
            if (time.core() >= piece.from() && time.to() <= piece.to()) {
                boolean same =
                        time.from() >= quantity.to() || quantity.from() < piece.to() && quantity.from() >= piece.from();
                return same || said.withoutTimes(text, piece.from(), piece.to()).length() <= SHORT;
            }
        }
        return true;
    }
}
