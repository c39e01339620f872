package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables of a clause, also those whose cells were flattened into lines; {@link TableTargets} reads them. */
final class TableReader {

    private static final int LEAST_CELLS = 8;

    private final Notes notes;
    private final FairCopy copy;
    private final Times.@Nullable Span plan;
    private final List<Table> tables;

    TableReader(Notes notes, Times.@Nullable Span plan, List<Table> tables) {
        this.notes = notes;
        this.plan = plan;
        this.tables = tables;
        copy = notes.copy();
    }

    record Row(List<String> cells, int from, int to) {}

    /** Answers the passages that belong to no table. */
    List<Outline.Passage> read(Outline.Part part) {
        List<Outline.Passage> prose = new ArrayList<>();
        List<Outline.Passage> all = part.passages;
        int at = 0;
        while (at < all.size()) {
            int end = at;
            List<Row> rows = new ArrayList<>();
            while (end < all.size() && (all.get(end).cells() != null || isSubtitle(all, end, rows))) {
                Outline.Passage passage = all.get(end);
                List<String> cells = passage.cells();
                rows.add(new Row(
                        cells == null ? List.of(copy.text.substring(passage.from(), passage.to())) : cells,
                        passage.from(),
                        passage.to()));
                end++;
            }
            if (rows.isEmpty()) {
                end = runOfCells(all, at);
                rows = end - at >= LEAST_CELLS ? unflattened(all.subList(at, end)) : List.of();
            }
            if (rows.size() >= 2) {
                String title = title(part, prose);
                tables.add(new Table(
                        part.section,
                        title,
                        rows.stream().map(Row::cells).toList(),
                        notes.copy()
                                .quote(rows.getFirst().from(), rows.getLast().to())));
                new TableTargets(notes, plan, part, title, rows).read();
                at = end;
            } else {
                // A run of lines that is no table is looked at once.
                prose.addAll(all.subList(at, Math.max(end, at + 1)));
                at = Math.max(end, at + 1);
            }
        }
        return prose;
    }

    /** 环境质量, alone between two rows. */
    private boolean isSubtitle(List<Outline.Passage> all, int at, List<Row> rows) {
        return !rows.isEmpty() && at + 1 < all.size() && all.get(at + 1).cells() != null && isCell(all.get(at));
    }

    private String title(Outline.Part part, List<Outline.Passage> before) {
        StringBuilder title = new StringBuilder();
        for (int at = before.size() - 1; at >= Math.max(0, before.size() - 2); at--) {
            String line =
                    copy.text.substring(before.get(at).from(), before.get(at).to());
            if (line.length() > 60 || line.indexOf('。') >= 0) {
                break;
            }
            title.insert(0, line);
        }
        return title.isEmpty() ? part.heading : title.toString();
    }

    private int runOfCells(List<Outline.Passage> all, int from) {
        int at = from;
        while (at < all.size() && all.get(at).cells() == null && isCell(all.get(at))) {
            at++;
        }
        return at;
    }

    private boolean isCell(Outline.Passage passage) {
        if (passage.to() - passage.from() > 24) {
            return false;
        }
        for (int at = passage.from(); at < passage.to(); at++) {
            if ("。；，：".indexOf(copy.text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private List<Row> unflattened(List<Outline.Passage> cells) {
        List<String> words = cells.stream()
                .map(cell -> copy.text.substring(cell.from(), cell.to()))
                .toList();
        for (int skipped = 0; skipped <= Math.min(3, words.size() - LEAST_CELLS); skipped++) {
            for (int width = 2; width <= 8 && skipped + 3 * width <= words.size(); width++) {
                if (fits(words, skipped, width)) {
                    List<Row> rows = new ArrayList<>();
                    for (int at = skipped; at + width <= words.size(); at += width) {
                        rows.add(new Row(
                                words.subList(at, at + width),
                                cells.get(at).from(),
                                cells.get(at + width - 1).to()));
                    }
                    return rows;
                }
            }
        }
        return List.of();
    }

    private static boolean fits(List<String> words, int from, int width) {
        for (int at = from; at < from + width; at++) {
            if (Cell.isNumber(words.get(at))) {
                return false;
            }
        }
        int rows = (words.size() - from) / width - 1;
        int numeric = 0;
        int text = 0;
        for (int column = 0; column < width; column++) {
            int numbers = 0;
            for (int row = 1; row <= rows; row++) {
                numbers += Cell.isNumber(words.get(from + row * width + column)) ? 1 : 0;
            }
            if (numbers != 0 && numbers != rows) {
                return false;
            }
            numeric += numbers == rows ? 1 : 0;
            text += numbers == 0 ? 1 : 0;
        }
        return numeric > 0 && text > 0;
    }
}
