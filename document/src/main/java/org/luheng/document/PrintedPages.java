package org.luheng.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pages as they come; in the end their text, without page numbers and what is printed on every page anew. */
final class PrintedPages {
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[\\s—–\\-－·•.]*(第?\\s*\\d{1,4}\\s*页?)(\\s*[/／，,]?\\s*共?\\s*\\d{1,4}\\s*页?)?[\\s—–\\-－·•.]*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Lines at the edge of a page that may be its header or footer. */
    private static final int EDGE = 2;

    private static final int OFTEN = 3;

    /** What is shorter, and has other digits on each page, is a number of an annex or of a page. */
    private static final int LEAST_HEADER = 6;

    private final Original original;
    private final List<Laid> pages = new ArrayList<>();

    private record Laid(int number, List<Page.Part> parts) {}

    PrintedPages(Original original) {
        this.original = original;
    }

    void add(Page page) {
        pages.add(new Laid(page.number(), PageOrder.of(original, page)));
        original.look();
    }

    DocumentText text(Kind kind, int count) {
        Set<String> running = running();
        Manuscript manuscript = new Manuscript(original);
        List<List<Page.TableCell>> header = List.of();
        for (Laid page : pages) {
            List<Page.Part> parts = page.parts();
            for (int at = 0; at < parts.size(); at++) {
                Page.Part part = parts.get(at);
                if (part instanceof Page.Line line) {
                    boolean edge = at < EDGE || at >= parts.size() - EDGE;
                    boolean last = at == 0 || at == parts.size() - 1;
                    if (!(edge && runs(line, running))
                            && !(last && PAGE_NUMBER.matcher(line.words()).matches())) {
                        manuscript.printedLine(line.words(), page.number(), line.box());
                        header = List.of();
                    }
                } else if (part instanceof Page.Table table) {
                    header = write(manuscript, table, page.number(), header);
                }
            }
        }
        return manuscript.finish(kind, count);
    }

    /** Answers the rows that the table would repeat on the next page. */
    private static List<List<Page.TableCell>> write(
            Manuscript manuscript, Page.Table table, int page, List<List<Page.TableCell>> header) {
        int skipped = 0;
        while (skipped < header.size()
                && skipped < table.rows().size()
                && words(header.get(skipped)).equals(words(table.rows().get(skipped)))) {
            skipped++;
        }
        if (header.isEmpty()) {
            manuscript.startTable();
        }
        Map<Integer, Manuscript.Slot> above = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Page.TableCell> cells = table.rows().get(row);
            boolean body = cells.stream().anyMatch(cell -> Manuscript.isNumber(cell.words()));
            List<Manuscript.Slot> slots = new ArrayList<>();
            for (int column = 0; column < cells.size(); column++) {
                Page.TableCell cell = cells.get(column);
                Manuscript.Slot slot = new Manuscript.Slot(cell.words(), page, cell.box());
                if (cell.above()) {
                    slot = Manuscript.ofMerged(above.get(column), body);
                } else {
                    above.put(column, slot);
                }
                slots.add(slot);
            }
            if (row < skipped) {
                continue;
            }
            List<Manuscript.Slot> filled =
                    slots.stream().filter(slot -> !slot.words().isEmpty()).toList();
            Box box = filled.isEmpty() ? null : filled.getFirst().box();
            if ((row == 0 || row == table.rows().size() - 1) && filled.size() == 1 && slots.size() > 1 && box != null) {
                // A title over the table, or a note below it.
                manuscript.printedLine(filled.getFirst().words(), page, box);
            } else {
                manuscript.row(row + 1, slots);
            }
        }
        return table.rows().subList(0, Math.min(3, table.rows().size()));
    }

    private static boolean runs(Page.Line line, Set<String> running) {
        String key = key(line);
        return running.contains(key)
                || (key.length() >= LEAST_HEADER
                        && running.contains(DIGITS.matcher(key).replaceAll("#")));
    }

    private static List<String> words(List<Page.TableCell> row) {
        return row.stream().map(Page.TableCell::words).toList();
    }

    /** The same words at the same height at the edge of three pages; with other digits, at that of nearly all. */
    private Set<String> running() {
        Map<String, Integer> count = new HashMap<>();
        for (Laid page : pages) {
            Set<String> here = new HashSet<>();
            List<Page.Part> parts = page.parts();
            for (int at = 0; at < parts.size(); at++) {
                if ((at < EDGE || at >= parts.size() - EDGE) && parts.get(at) instanceof Page.Line line) {
                    here.add(key(line));
                    here.add(DIGITS.matcher(key(line)).replaceAll("#"));
                }
            }
            here.forEach(key -> count.merge(key, 1, Integer::sum));
        }
        count.entrySet()
                .removeIf(entry -> entry.getValue() < OFTEN
                        || (entry.getKey().indexOf('#') >= 0 && entry.getValue() * 5 < pages.size() * 4));
        return count.keySet();
    }

    private static String key(Page.Line line) {
        return line.words() + (char) ('a' + Math.min(99, Math.round(line.box().top() / 4)));
    }
}
