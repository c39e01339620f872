package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets of a sentence. Each quantity is looked at where it stands: behind a verb (农膜回收率达到85%), behind a noun (普及率85%以上),
 * between a verb and what is counted (创建10家…), in front of a group (80%以上的机关…), or inside a name, where it only tells
 * things apart (20万千瓦以下机组) and is no target. This class knows what the sentences before said; {@link PieceReader} reads.
 */
final class SentenceReader {
    private static final int LONGEST_TOPIC = 24;

    private final Notes notes;
    private final Times times;
    private final Times.@Nullable Span plan;
    private String section = "";

    /** What the sentences before said of the due date. */
    private @Nullable String dueBefore;

    private int sentencesSince;

    /** Between the cells of one row the subject goes on. */
    private boolean row;

    private String topic = "";

    SentenceReader(Notes notes, Times.@Nullable Span plan) {
        this.notes = notes;
        this.plan = plan;
        times = new Times(notes.copy().text, plan);
    }

    /** From here on another clause: what was said before no longer holds. */
    void enter(String of) {
        section = of;
        row = false;
        topic = "";
        dueBefore = null;
        sentencesSince = 0;
    }

    /** The same for a row of a table with a date of its own; its cells speak of one thing. */
    void enterRow(String of, @Nullable String due) {
        enter(of);
        dueBefore = due;
        row = true;
        topic = "";
    }

    void read(Sentence sentence) {
        List<Times.Time> known = times.in(sentence.from(), sentence.to());
        Said said = new Said(
                sentence, known, section, inheritedDue(), notes.targets().size());
        said.topic = topic;
        said.dated = row && dueBefore != null;
        new PieceReader(notes, said).all();
        topic = row ? said.topic : "";
        if (row && topic.isEmpty()) {
            // 完成老旧电梯更新 | 更新150台
            String words = Names.cleaned(said.withoutTimes(notes.copy().text, sentence.from(), sentence.to()));
            String verb = Lexicon.ACTIONS.at(words, 0, words.length());
            boolean drop =
                    verb != null && Lexicon.ACTIONS.kind(verb).equals("drop") && verb.length() + 2 < words.length();
            topic = words.length() > LONGEST_TOPIC ? "" : drop && verb != null ? words.substring(verb.length()) : words;
        }
        sentencesSince++;
        Dues dues = new Dues(said, notes.copy().text);
        boolean alone = false;
        for (Times.Time time : known) {
            // “十一五”期间，A，其中今年B。C: C goes on with the period.
            boolean stands = time.kind() == Times.Kind.DUE && dues.standsAlone(time);
            if (time.kind() == Times.Kind.DUE && (stands || !alone)) {
                dueBefore = time.due();
                sentencesSince = 0;
            }
            alone |= stands;
        }
    }

    /** What the sentence before said, else the end of the plan. */
    private @Nullable String inheritedDue() {
        if (dueBefore != null && sentencesSince <= 1) {
            return dueBefore;
        }
        return plan == null ? null : String.valueOf(plan.to());
    }
}
