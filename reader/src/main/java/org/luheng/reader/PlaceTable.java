package org.luheng.reader;

import java.util.List;

/** Places, or years, in rows; what is to be reached there, or then, in columns. */
final class PlaceTable {
    private final TableTargets table;
    private final Columns columns;

    PlaceTable(TableTargets table) {
        this.table = table;
        columns = table.columns;
    }

    void read() {
        boolean years = !columns.has(Columns.Kind.PLACE);
        int place = columns.of(years ? Columns.Kind.YEAR : Columns.Kind.PLACE);
        String notes = notes();
        List<String> ofTitle = Names.split(table.title.bare(), true);
        int goals = 0;
        for (int at = 0; at < columns.kinds.size(); at++) {
            if (columns.kinds.get(at) != Columns.Kind.GOAL) {
                continue;
            }
            String words = Cell.withoutUnit(columns.header.get(at));
            String unit = Cell.unitOf(columns.header.get(at));
            Times.Span year = Spans.ofTitle(words);
            String name = indicator(withoutYear(words), ofTitle, goals);
            goals++;
            boolean falls = TableTargets.falls(words)
                    || TableTargets.falls(name) && !name.contains("减排量") && !name.contains("削减量");
            String bare = falls ? TableTargets.beforeFall(name) : name;
            String modality = notes.contains(bare + "为参考") || notes.contains("均为参考") ? "参考值" : "";
            String elsewhere = unit.isEmpty() ? table.unitOfText(bare) : "";
            for (TableReader.Row row : columns.body) {
                String where = Columns.at(row, place);
                Cell cell = Cell.of(Columns.at(row, at));
                if (cell != null && !where.isEmpty() && !TableTargets.isNote(where)) {
                    String printed = !unit.isEmpty() ? unit : cell.percent() ? "%" : elsewhere;
                    Times.Span due = years ? Spans.ofTitle(where) : year;
                    table.add(
                            row,
                            new TableTargets.Named(bare, falls, null, modality, "", false),
                            cell,
                            printed,
                            due,
                            years ? "" : where);
                }
            }
            if (unit.isEmpty() && table.lastHasNoUnit()) {
                table.doubt("“" + bare + "”的单位表中没有印出", columns.body.getFirst());
            }
        }
    }

    /** 2030年非化石能源消费比重, “十四五”能耗降低率: the words behind the date. */
    private static String withoutYear(String words) {
        String bare = words.replace("“", "").replace("”", "");
        for (int at = 0; at + 1 < bare.length() && at < 10; at++) {
            char c = bare.charAt(at);
            boolean year = c == '年' && at >= 4 && Chinese.isDigit(bare.charAt(at - 1));
            boolean plan = c == '五' && at == 2 && bare.charAt(0) == '十';
            if (year || plan) {
                String rest = bare.substring(at + 1);
                for (String word : new String[] {"度", "时期", "期间", "末"}) {
                    rest = rest.startsWith(word) && rest.length() > word.length()
                            ? rest.substring(word.length())
                            : rest;
                }
                return rest;
            }
        }
        return bare.endsWith("年") && bare.length() == 5 ? "" : bare;
    }

    private String indicator(String words, List<String> ofTitle, int goal) {
        boolean generic = words.isEmpty()
                || words.length() <= 6
                        && (words.endsWith("目标")
                                || words.endsWith("指标")
                                || words.endsWith("目标值")
                                || words.endsWith("任务"));
        if (generic) {
            return ofTitle.isEmpty()
                    ? Names.cleaned(table.title.words())
                    : ofTitle.get(Math.min(goal, ofTitle.size() - 1));
        }
        String tail = table.title.tail();
        if (!Names.endsWithHead(words) || Names.tail(words).length() < 2) {
            return TableTargets.falls(words) || tail.isEmpty() || isThing(words) ? words : words + tail;
        }
        return words;
    }

    /** 充换电站（座）, 淘汰老旧货车（辆）: counted, whatever the title ends with. */
    private boolean isThing(String words) {
        for (int at = 0; at < columns.header.size(); at++) {
            String unit = Cell.unitOf(columns.header.get(at));
            if (columns.header.get(at).contains(words) && Quantities.kind(unit).equals("count")) {
                return true;
            }
        }
        return false;
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        for (TableReader.Row row : columns.body) {
            if (TableTargets.isNote(row.cells().getFirst())) {
                notes.append(String.join("", row.cells()));
            }
        }
        return notes.toString();
    }
}
