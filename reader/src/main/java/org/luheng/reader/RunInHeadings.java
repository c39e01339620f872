package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/** Clauses whose paragraphs each begin with a short sentence: those are headings without a number. */
final class RunInHeadings {
    private static final int LONGEST_RUN_IN = 24;

    private final Outline outline;
    private final String text;

    RunInHeadings(Outline outline, String text) {
        this.outline = outline;
        this.text = text;
    }

    /** Clauses whose paragraphs each begin with a short sentence: those are headings without a number. */
    void find() {
        List<Outline.Part> all = new ArrayList<>();
        for (Outline.Part part : outline.parts) {
            all.add(part);
            if (part.parted || part.heading.isEmpty() || part.isAnnex()) {
                continue;
            }
            List<Outline.Passage> prose = part.passages.stream()
                    .filter(passage -> passage.cells() == null && !Chinese.opens(text.charAt(passage.from())))
                    .toList();
            long headed = prose.stream().filter(passage -> runIn(passage) > 0).count();
            if (headed >= 2 && headed * 10 >= prose.size() * 6) {
                all.addAll(parted(part));
            }
        }
        outline.parts.clear();
        outline.parts.addAll(all);
    }

    private List<Outline.Part> parted(Outline.Part whole) {
        List<Outline.Part> inner = new ArrayList<>();
        List<Outline.Passage> passages = List.copyOf(whole.passages);
        whole.passages.clear();
        Outline.Part current = whole;
        for (Outline.Passage passage : passages) {
            int end = passage.cells() == null ? runIn(passage) : 0;
            if (end > 0) {
                if (current != whole) {
                    current.end = passage.from();
                    current.own = passage.from();
                } else {
                    whole.own = Math.max(whole.body, passage.from());
                    whole.parted = true;
                }
                String heading = text.substring(passage.from(), end);
                current = new Outline.Part(
                        outline.once(whole.section + "/" + heading),
                        heading,
                        whole.level + 1,
                        whole.rank + 1,
                        passage.from(),
                        end + 1,
                        null,
                        whole);
                inner.add(current);
                current.passages.add(new Outline.Passage(end + 1, passage.to(), null));
            } else {
                current.passages.add(passage);
            }
        }
        current.end = whole.end;
        if (current != whole) {
            current.own = whole.end;
        }
        return inner;
    }

    /** End of the first sentence, if it can be a heading; else 0. */
    private int runIn(Outline.Passage passage) {
        for (int at = passage.from(); at < passage.to() && at - passage.from() <= LONGEST_RUN_IN; at++) {
            char c = text.charAt(at);
            if (c == '。') {
                return at - passage.from() >= 4 && at + 8 < passage.to() ? at : 0;
            }
            if ("，；：%（".indexOf(c) >= 0 || (Chinese.isDigit(c) && at == passage.from())) {
                return 0;
            }
        }
        return 0;
    }
}
