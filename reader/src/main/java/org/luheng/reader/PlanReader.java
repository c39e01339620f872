package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a plan. Keeps nothing between two readings; may be used by several threads. */
public final class PlanReader {
    /** Headings of chapters that tell how things are, not what is to be reached. */
    private static final String[] STATE = {"现状", "形势", "成效", "成就", "回顾", "挑战", "机遇", "进展", "问题", "基础", "面临", "背景", "评估"
    };

    private static final String[] STATE_NOT = {
        "夯实", "加强", "强化", "打牢", "解决", "提升", "完善", "推进", "设施", "建设", "整治", "巩固", "应对", "筑牢", "突出问题"
    };

    private static final String[] AIMS = {"目标是", "目标为", "目标：", "思路是", "要求是", "思路：", "要求："};

    /** Never fails: what cannot be read stays out, with a doubt where something was there. */
    public Reading read(String original) {
        return new Work(FairCopy.of(original)).reading();
    }

    /** One reading. */
    private static final class Work {
        private final FairCopy copy;
        private final Outline outline;
        private final Document document;
        private final Times.@Nullable Span plan;
        private final Agencies agencies;
        private final List<Target> targets = new ArrayList<>();
        private final List<Responsibility> responsibilities = new ArrayList<>();
        private final List<Task> tasks = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();

        Work(FairCopy copy) {
            this.copy = copy;
            outline = Outline.of(copy);
            document = new HeadReader(copy, outline).read();
            Integer from = document.from();
            Integer to = document.to();
            String date = document.date();
            int issued = date == null ? 0 : Integer.parseInt(date.substring(0, 4));
            plan = from == null || to == null ? null : new Times.Span(from, to, issued);
            agencies = new Agencies(document.place());
        }

        Reading reading() {
            doubtsOfDocument();
            Notes notes = new Notes(copy, new Quantities(copy.text), targets, doubts);
            SentenceReader sentences = new SentenceReader(notes, plan);
            TableReader tableReader = new TableReader(notes, plan, Spans.ofTitle(document.title()) != null, tables);
            TaskReader taskReader = new TaskReader(copy, plan);
            Answers answers = new Answers(copy, agencies, responsibilities, doubts);
            List<Outline.Part> parts = new ArrayList<>();
            parts.add(outline.head);
            parts.addAll(outline.parts);
            AnswerPlaces places = new AnswerPlaces(parts, new ResponsibilityReader(copy.text));
            for (Outline.Part part : parts) {
                List<Integer> answer = places.write(part, answers);
                boolean now = isState(part);
                TableReader.Read read = now ? new TableReader.Read(part.passages, List.of()) : tableReader.read(part);
                sentences.enter(part.section);
                if (part == outline.head && !outline.parts.isEmpty()) {
                    aims(read.prose(), sentences);
                    continue;
                }
                int firstOfPart = targets.size();
                int firstTask = tasks.size();
                for (Outline.Passage passage : read.prose()) {
                    if (passage.cells() != null || isLabelled(passage)) {
                        continue;
                    }
                    for (Sentence sentence : Sentence.of(copy.text, passage.from(), passage.to())) {
                        int first = targets.size();
                        if (!now) {
                            sentences.read(sentence);
                        }
                        Task task = taskReader.of(part.section, sentence, targets, first, answer);
                        if (task != null && !now) {
                            tasks.add(task);
                        }
                    }
                }
                for (TaskTable.Row row : read.tasks()) {
                    List<Integer> answerFor = answers.ofRow(part.section, row.units(), row.from(), row.to());
                    sentences.enterRow(part.section, row.due());
                    row(part, row, sentences, taskReader, answerFor);
                }
                Task whole = now || part.parted || part.isAnnex()
                        ? null
                        : taskReader.ofHeading(part, targets, firstOfPart, answer);
                if (whole != null) {
                    tasks.add(firstTask, whole);
                }
                if (isEmptyChapter(part)) {
                    doubts.add(new Doubt(
                            part.section, Doubt.Kind.EMPTY_CLAUSE, "只有标题，没有内容", copy.quote(part.start, part.body)));
                }
            }
            return new Reading(
                    document, outline.clauses(), targets, responsibilities, agencies.all(), tasks, tables, doubts);
        }

        /** Before the first clause only what is said to be the aim, behind the title, is read: 总的目标是…. */
        private void aims(List<Outline.Passage> prose, SentenceReader sentences) {
            boolean titled = false;
            for (Outline.Passage passage : prose) {
                String words = copy.text.substring(passage.from(), passage.to());
                titled |= words.equals(document.title());
                if (!titled || passage.cells() != null || !tellsAim(words)) {
                    continue;
                }
                for (Sentence sentence : Sentence.of(copy.text, passage.from(), passage.to())) {
                    sentences.read(sentence);
                }
            }
        }

        private static boolean tellsAim(String words) {
            for (String word : AIMS) {
                if (words.contains(word)) {
                    return true;
                }
            }
            return false;
        }

        /** A row of a table that gives out work: its words are read as sentences, its date holds for all of them. */
        private void row(
                Outline.Part part,
                TaskTable.Row row,
                SentenceReader sentences,
                TaskReader taskReader,
                List<Integer> answer) {
            int ofRow = targets.size();
            for (Outline.Passage words : row.words()) {
                for (Sentence printed : Sentence.of(copy.text, words.from(), words.to())) {
                    Sentence sentence = withoutNumber(printed);
                    int first = targets.size();
                    sentences.read(sentence);
                    Task task = taskReader.of(part.section, sentence, targets, first, answer);
                    if (task != null) {
                        tasks.add(task.by(row.due()));
                    }
                }
            }
            String due = row.due();
            for (int at = ofRow; due != null && at < targets.size(); at++) {
                if (targets.get(at).dueInherited()) {
                    targets.set(at, targets.get(at).due(due));
                }
            }
        }

        /** 2.实施技术改造: several things to do in one cell. */
        private Sentence withoutNumber(Sentence sentence) {
            Numbering numbering = Numbering.at(copy.text, sentence.from(), sentence.to());
            return numbering == null || numbering.end() >= sentence.to()
                    ? sentence
                    : Sentence.of(copy.text, numbering.end(), sentence.to()).getFirst();
        }

        /** A numbered sentence is no chapter. */
        private boolean isEmptyChapter(Outline.Part part) {
            Numbering.Style style = part.style;
            return !part.parted
                    && part.passages.isEmpty()
                    && style != null
                    && style.compareTo(Numbering.Style.HAN_BRACKET) <= 0
                    && (part.body == 0 || copy.text.charAt(part.body - 1) != '。');
        }

        private void doubtsOfDocument() {
            Quote beginning = copy.quote(0, Math.min(copy.text.length(), 60));
            if (document.title().isEmpty()) {
                doubts.add(new Doubt("", Doubt.Kind.DOCUMENT, "没有找到标题", beginning));
            }
            if (document.place().isEmpty()) {
                doubts.add(new Doubt("", Doubt.Kind.DOCUMENT, "标题里没有地区", beginning));
            }
            if (plan != null && Spans.ofTitle(document.title()) == null) {
                doubts.add(new Doubt("", Doubt.Kind.DOCUMENT, "标题里没有写明规划期，由正文推断", beginning));
            }
            if (plan == null) {
                doubts.add(new Doubt("", Doubt.Kind.DOCUMENT, "不清楚方案管哪些年，没有写期限的目标没有期限", beginning));
            }
        }

        private boolean isLabelled(Outline.Passage passage) {
            int colon = copy.text.indexOf('：', passage.from(), passage.to());
            return colon > passage.from()
                    && colon - passage.from() <= 8
                    && colon < passage.to()
                    && ResponsibilityReader.roleOfLabel(copy.text.substring(passage.from(), colon)) != null;
        }

        private static boolean isState(Outline.Part part) {
            for (Outline.Part at = part; at != null; at = at.parent) {
                boolean state = false;
                for (String word : STATE) {
                    state |= at.heading.endsWith(word);
                }
                for (String word : STATE_NOT) {
                    state &= !at.heading.contains(word);
                }
                if (state) {
                    return true;
                }
            }
            return false;
        }
    }
}
