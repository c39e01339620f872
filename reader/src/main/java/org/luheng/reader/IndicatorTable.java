package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/** Indicators in rows; in columns the years they are to be reached by, or the places they are for. */
final class IndicatorTable {
    private final TableTargets table;
    private final Columns columns;
    private final int name;
    private final int unit;
    private final int nature;
    private final int base;
    private final boolean placesAcross;

    IndicatorTable(TableTargets table) {
        this.table = table;
        columns = table.columns;
        name = columns.lastOf(Columns.Kind.INDICATOR);
        unit = columns.of(Columns.Kind.UNIT);
        nature = columns.of(Columns.Kind.NATURE);
        base = columns.of(Columns.Kind.BASELINE);
        placesAcross = columns.placesAcross();
    }

    void read() {
        for (TableReader.Row row : columns.body) {
            String words = Columns.at(row, name);
            if (!words.isEmpty() && !TableTargets.isNote(words)) {
                read(row, withoutNumber(words));
            }
        }
    }

    /** 1.单位GDP能耗, （1）森林覆盖率. */
    private static String withoutNumber(String words) {
        Numbering numbering = Numbering.at(words, 0, words.length());
        return numbering == null || numbering.end() >= words.length() ? words : words.substring(numbering.end());
    }

    private void read(TableReader.Row row, String printedName) {
        String ofName = Cell.unitOf(printedName);
        String plain = Cell.withoutUnit(printedName);
        String whole = named(plain);
        boolean rate = whole.endsWith("下降率")
                || whole.endsWith("降低率")
                || whole.endsWith("下降比例")
                || whole.endsWith("降幅")
                || whole.endsWith("下降")
                || whole.endsWith("降低");
        boolean rise = !rate && (whole.endsWith("提高") || whole.endsWith("提高率") || whole.endsWith("增幅"));
        String bare = rate ? TableTargets.beforeFall(whole) : rise ? beforeRise(whole) : whole;
        String printed = unit >= 0 ? unit(Columns.at(row, unit)) : "";
        String unitOfRow = !printed.isEmpty() ? printed : ofName.isEmpty() ? table.unitOfText(bare) : ofName;
        boolean onlyChange = columns.kinds.stream().noneMatch(kind -> kind == Columns.Kind.GOAL) || !hasGoal(row);
        for (int at = 0; at < columns.kinds.size(); at++) {
            Cell cell = Cell.of(Columns.at(row, at));
            Columns.Kind kind = columns.kinds.get(at);
            boolean change = kind == Columns.Kind.CHANGE;
            if (cell == null || kind != Columns.Kind.GOAL && !change) {
                continue;
            }
            boolean bracketed = cell.percent() || cell.bracketed();
            if (change && !(rate && (bracketed || onlyChange))) {
                continue;
            }
            boolean ofRate = rate && (change || cell.percent() || unitOfRow.equals("%"));
            String header = columns.header.get(at);
            String ofHeader = Cell.unitOf(header);
            String unitOfCell = change || cell.percent() ? "%" : ofHeader.isEmpty() ? unitOfRow : ofHeader;
            String more = placesAcross || change ? "" : PlaceTable.measured(Cell.withoutUnit(header));
            String where = placesAcross ? Places.of(header) : "";
            Times.Span year = Spans.ofTitle(header);
            table.add(
                    row,
                    new TableTargets.Named(
                            more.isEmpty() ? bare : plain + more,
                            ofRate,
                            base(row, ofRate),
                            "",
                            nature < 0 ? "" : Columns.natureOf(Columns.at(row, nature)),
                            change && header.contains("年均") && !cell.bracketed()),
                    rise && unitOfCell.equals("%") ? cell.rising() : cell,
                    unitOfCell,
                    year,
                    where);
        }
    }

    /** 主要资源产出率提高 without its last word. */
    private static String beforeRise(String name) {
        for (String word : new String[] {"累计提高", "提高率", "提高", "增幅"}) {
            if (name.endsWith(word) && name.length() > word.length() + 2) {
                return name.substring(0, name.length() - word.length());
            }
        }
        return name;
    }

    private boolean hasGoal(TableReader.Row row) {
        for (int at = 0; at < columns.kinds.size(); at++) {
            if (columns.kinds.get(at) == Columns.Kind.GOAL && Cell.isNumber(Columns.at(row, at))) {
                return true;
            }
        }
        return false;
    }

    /** Of products and industries the title says what is measured: 水泥熟料 | 能效水平. */
    private String named(String words) {
        String header = columns.header.get(name);
        boolean ofThings = header.equals("产品") || header.equals("行业") || header.equals("领域") || placesAcross;
        return ofThings && !Names.endsWithHead(words) && !TableTargets.falls(words)
                ? words + table.title.tail()
                : words;
    }

    /** A lone stroke is no unit. */
    private static String unit(String cell) {
        return Cell.isBlank(cell) ? "" : cell;
    }

    private @Nullable Integer base(TableReader.Row row, boolean rate) {
        Times.Span year = base < 0 ? null : Spans.ofTitle(columns.header.get(base));
        boolean given = year != null && (rate || Cell.isNumber(Columns.at(row, base)));
        return given && year != null ? Integer.valueOf(year.to()) : null;
    }
}
