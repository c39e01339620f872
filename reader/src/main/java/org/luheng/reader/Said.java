package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence has said so far; a later piece may leave it out. */
final class Said {
    final Sentence sentence;
    final List<Times.Time> known;
    final String section;

    /** The date that holds where the sentence states none. */
    final @Nullable String dueBefore;

    /** Index of the first target of this sentence. */
    final int first;

    /** The last subject. */
    String topic = "";

    /** The piece just before, if it has no number: 全面淘汰老旧货车，共计4.6万辆. */
    Sentence.@Nullable Piece bare;

    /** The last verb whose object was counted. */
    @Nullable
    String action;

    /** The last target was a share of a group. */
    boolean group;

    String groupModality = "";

    /** The sentence stands in a row of a table whose date holds for it. */
    boolean dated;

    /** The topic stands in front of a colon: 利用率：公路95%，铁路90%. */
    boolean listing;

    /** 其中学校3万，医院2万: the parts of a whole are being told. */
    boolean parts;

    /** The sentence tells how things are. */
    boolean now;

    Said(Sentence sentence, List<Times.Time> known, String section, @Nullable String dueBefore, int first) {
        this.sentence = sentence;
        this.known = known;
        this.section = section;
        this.dueBefore = dueBefore;
        this.first = first;
    }

    /** Words of the sentence without its dates. */
    String withoutTimes(String text, int from, int to) {
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
}
