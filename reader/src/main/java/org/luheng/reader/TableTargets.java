package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The targets in one table: places in rows and indicators in columns, or indicators in rows and years in columns. */
final class TableTargets {
    private enum Column {
        NUMBER,
        PLACE,
        INDICATOR,
        UNIT,
        NATURE,
        BASELINE,
        GOAL,
        CHANGE,
        NOTE
    }

    private final FairCopy copy;
    private final Times.@Nullable Span plan;
    private final List<Target> targets;
    private final List<Doubt> doubts;
    private final Outline.Part part;
    private final String title;
    private final List<TableReader.Row> rows;
    private final List<String> header = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private int body;

    TableTargets(Notes notes, Times.@Nullable Span plan, Outline.Part part, String title, List<TableReader.Row> rows) {
        copy = notes.copy();
        targets = notes.targets();
        doubts = notes.doubts();
        this.plan = plan;
        this.part = part;
        this.title = title;
        this.rows = rows;
    }

    void read() {
        readHeader();
        if (body == 0 || body >= rows.size()) {
            return;
        }
        classify();
        boolean places = columns.contains(Column.PLACE);
        boolean indicators = columns.contains(Column.INDICATOR);
        if (places) {
            byPlace();
        } else if (indicators && hasGoals()) {
            byIndicator();
        } else {
            doubts.add(new Doubt(
                    part.section,
                    Doubt.Kind.TABLE,
                    "没有看懂这张表的列，没有读成目标",
                    copy.quote(rows.getFirst().from(), rows.getFirst().to())));
        }
    }

    /** A column of values of which the header says what they are. */
    private boolean hasGoals() {
        boolean explained = columns.contains(Column.UNIT);
        boolean goals = false;
        for (int at = 0; at < columns.size(); at++) {
            String words = header.get(at);
            boolean goal = columns.get(at) == Column.GOAL || columns.get(at) == Column.CHANGE;
            goals |= goal;
            explained |= goal
                    && (words.contains("目标")
                            || words.contains("指标")
                            || words.contains("值")
                            || words.contains("年")
                            || !Cell.unitOf(words).isEmpty());
        }
        return goals && explained;
    }

    private void readHeader() {
        while (body < rows.size() && isHeader(rows.get(body).cells())) {
            List<String> cells = rows.get(body).cells();
            String above = "";
            for (int at = 0; at < cells.size(); at++) {
                if (at >= header.size()) {
                    header.add("");
                }
                // A cell over several columns is printed once: 2025年指标 over 目标值 and 变化幅度.
                if (body > 0 && header.get(at).isEmpty() && !cells.get(at).isEmpty()) {
                    header.set(at, above + cells.get(at));
                } else {
                    above = header.get(at).isEmpty() ? above : header.get(at);
                    header.set(at, header.get(at) + cells.get(at));
                }
            }
            body++;
        }
    }

    private static boolean isHeader(List<String> cells) {
        int filled = 0;
        for (String cell : cells) {
            if (Cell.isNumber(cell)) {
                return false;
            }
            filled += cell.isEmpty() ? 0 : 1;
        }
        return filled > 1;
    }

    private void classify() {
        boolean indicator = false;
        for (int at = 0; at < header.size(); at++) {
            Column column = ofHeader(header.get(at), at);
            indicator |= column == Column.INDICATOR;
            columns.add(column);
        }
        if (!columns.contains(Column.PLACE) && !indicator) {
            for (int at = 0; at < columns.size(); at++) {
                if (isText(at) && columns.get(at) != Column.NUMBER && columns.get(at) != Column.UNIT) {
                    columns.set(at, arePlaces(at) ? Column.PLACE : Column.INDICATOR);
                    break;
                }
            }
        }
        if (columns.contains(Column.PLACE)) {
            for (int at = 0; at < columns.size(); at++) {
                if (columns.get(at) == Column.INDICATOR || columns.get(at) == Column.CHANGE) {
                    columns.set(at, isText(at) ? Column.NOTE : Column.GOAL);
                }
            }
        }
    }

    private Column ofHeader(String words, int at) {
        String bare = Cell.withoutUnit(words);
        if (bare.equals("序号") || bare.equals("编号")) {
            return Column.NUMBER;
        }
        if (bare.equals("单位") || bare.equals("计量单位")) {
            return arePlaces(at) ? Column.PLACE : Column.UNIT;
        }
        if (bare.contains("属性") || bare.equals("指标类型") || bare.equals("性质") || bare.equals("指标性质")) {
            return Column.NATURE;
        }
        if (bare.equals("备注")
                || bare.equals("说明")
                || bare.contains("单位") && isText(at) && bare.contains("责任")
                || bare.contains("牵头")
                || bare.contains("来源")) {
            return Column.NOTE;
        }
        if (isText(at) && (arePlaces(at) || isPlaceHeader(bare))) {
            return Column.PLACE;
        }
        if (bare.startsWith("指标")
                || bare.equals("项目")
                || bare.equals("名称")
                || bare.equals("类别")
                || bare.equals("内容")
                || bare.equals("类型")
                || bare.equals("领域")) {
            return isText(at) ? Column.INDICATOR : Column.GOAL;
        }
        if (bare.contains("变化")
                || bare.contains("年均")
                || bare.contains("增速")
                || bare.contains("累计") && bare.contains("幅")) {
            return Column.CHANGE;
        }
        Times.Span year = Times.spanOfTitle(bare);
        if (year != null && plan != null && year.to() < plan.from()
                || bare.contains("现状")
                || bare.contains("实际")
                || bare.contains("基期")
                || bare.contains("基数")
                || bare.contains("完成值")) {
            return Column.BASELINE;
        }
        return isText(at) ? Column.NOTE : Column.GOAL;
    }

    private static boolean isPlaceHeader(String bare) {
        return bare.endsWith("区县（市）")
                || bare.endsWith("县（市、区）")
                || bare.endsWith("县（市）区")
                || bare.endsWith("地区")
                || bare.endsWith("各地")
                || bare.equals("区县")
                || bare.equals("县区")
                || bare.equals("市州")
                || bare.equals("城市")
                || bare.endsWith("乡镇办")
                || bare.endsWith("乡镇")
                || bare.endsWith("镇街")
                || bare.equals("区域")
                || bare.equals("行政区");
    }

    private boolean isText(int column) {
        int text = 0;
        int numbers = 0;
        for (TableReader.Row row : rows.subList(body, rows.size())) {
            String cell = column < row.cells().size() ? row.cells().get(column) : "";
            numbers += Cell.isNumber(cell) ? 1 : 0;
            text += cell.isEmpty() || cell.equals("/") || cell.equals("-") || Cell.isNumber(cell) ? 0 : 1;
        }
        return text > numbers;
    }

    private boolean arePlaces(int column) {
        int places = 0;
        int filled = 0;
        for (TableReader.Row row : rows.subList(body, rows.size())) {
            String cell = column < row.cells().size() ? row.cells().get(column) : "";
            filled += cell.isEmpty() ? 0 : 1;
            places += isPlace(cell) ? 1 : 0;
        }
        return filled > 1 && places * 10 >= filled * 6;
    }

    private static boolean isPlace(String cell) {
        if (cell.length() < 2 || cell.length() > 14) {
            return false;
        }
        for (String end : new String[] {"区", "县", "市", "镇", "乡", "街道", "办事处", "管委会", "省", "自治州", "旗", "盟", "师"}) {
            if (cell.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private void byPlace() {
        int place = columns.indexOf(Column.PLACE);
        String notes = notes();
        List<String> ofTitle = Names.split(bareTitle(), true);
        int goals = 0;
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) != Column.GOAL) {
                continue;
            }
            String words = Cell.withoutUnit(header.get(at));
            String unit = Cell.unitOf(header.get(at));
            Times.Span year = Times.spanOfTitle(words);
            String name = indicator(words, ofTitle, goals, year != null);
            goals++;
            String due = year != null ? dueOf(year) : dueOfTitle();
            boolean falls = falls(words) || (falls(name) && !name.contains("减排量") && !name.contains("削减量"));
            String bare = falls ? beforeFall(name) : name;
            String modality = notes.contains(bare + "为参考") || notes.contains("均为参考") ? "参考值" : "";
            String unitElsewhere = unit.isEmpty() ? unitOfText(bare) : "";
            for (TableReader.Row row : rows.subList(body, rows.size())) {
                String where = place < row.cells().size() ? row.cells().get(place) : "";
                Cell cell = at < row.cells().size() ? Cell.of(row.cells().get(at)) : null;
                if (cell == null || where.isEmpty() || isNote(where)) {
                    continue;
                }
                Comparator comparator = falls ? Comparator.FALL : cell.comparator();
                String value =
                        falls && cell.value().startsWith("-") ? cell.value().substring(1) : cell.value();
                boolean whole = where.equals("合计") || where.equals("总计") || where.startsWith("全");
                String printed = !unit.isEmpty() ? unit : cell.percent() ? "%" : unitElsewhere;
                targets.add(new Target(
                        part.section,
                        copy.quote(row.from(), row.to()),
                        bare,
                        comparator,
                        value,
                        cell.valueTo(),
                        printed,
                        due,
                        year == null,
                        whole ? "" : where,
                        null,
                        modality,
                        "",
                        false));
            }
            if (unit.isEmpty() && !targets.isEmpty() && targets.getLast().unit().isEmpty()) {
                doubt("“" + bare + "”的单位表中没有印出", rows.getFirst());
            }
        }
    }

    private String indicator(String words, List<String> ofTitle, int goal, boolean onlyYear) {
        boolean generic = onlyYear
                || words.isEmpty()
                || words.length() <= 6 && (words.endsWith("目标") || words.endsWith("指标") || words.endsWith("目标值"));
        if (generic) {
            return ofTitle.isEmpty() ? Names.cleaned(title) : ofTitle.get(Math.min(goal, ofTitle.size() - 1));
        }
        String bare = bareTitle();
        String tail = Names.isTail(bare) ? bare : Names.tail(bare);
        if (!Names.endsWithHead(words) || Names.tail(words).length() < 2) {
            return falls(words) || tail.isEmpty() || tail.length() < 2 ? words : words + tail;
        }
        return words;
    }

    /** The title without its period, its places and what all titles say: 主要污染物重点工程减排量. */
    private String bareTitle() {
        String bare = title;
        for (String word : new String[] {"“", "”", "十四五", "十三五", "十五五", "十二五", "时期", "期间"}) {
            bare = bare.replace(word, "");
        }
        int year = bare.indexOf('年');
        if (year == 4 && Chinese.isDigit(bare.charAt(0))) {
            bare = bare.substring(5);
        }
        for (String word : new String[] {
            "各区县（市）", "各县（市、区）", "各县（市）区", "各乡镇办", "各市州", "各市县", "各设区市", "各地区", "各县区", "各市", "各区县", "各地"
        }) {
            bare = bare.startsWith(word) ? bare.substring(word.length()) : bare;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (String word :
                    new String[] {"分解表", "分解", "计划表", "计划", "目标表", "任务表", "任务", "指标", "目标", "一览表", "情况表", "表"}) {
                if (bare.endsWith(word) && bare.length() > word.length() + 2) {
                    bare = bare.substring(0, bare.length() - word.length());
                    more = true;
                }
            }
        }
        return bare;
    }

    private static boolean falls(String words) {
        return words.contains("下降") || words.contains("降低") || words.contains("减少率") || words.contains("削减率");
    }

    private static String beforeFall(String name) {
        for (String word : new String[] {"累计下降", "下降", "降低", "减少率", "削减率"}) {
            int at = name.indexOf(word);
            if (at > 2) {
                return name.substring(0, at);
            }
        }
        return name;
    }

    private @Nullable String dueOfTitle() {
        Times.Span span = Times.spanOfTitle(title);
        if (span != null) {
            return dueOf(span);
        }
        return plan == null ? null : String.valueOf(plan.to());
    }

    private static String dueOf(Times.Span span) {
        return span.from() == span.to() ? String.valueOf(span.to()) : span.from() + "/" + span.to();
    }

    /** A unit the table does not print but the text does, for the same indicator. */
    private String unitOfText(String indicator) {
        for (Target target : targets) {
            if (target.indicator().equals(indicator) && !target.unit().isEmpty()) {
                return target.unit();
            }
        }
        return Cell.unitOf(title);
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        for (TableReader.Row row : rows) {
            if (isNote(row.cells().getFirst())) {
                notes.append(String.join("", row.cells()));
            }
        }
        return notes.toString();
    }

    private static boolean isNote(String cell) {
        return cell.startsWith("说明") || cell.startsWith("注") || cell.startsWith("备注");
    }

    private void byIndicator() {
        int name = columns.lastIndexOf(Column.INDICATOR);
        int unit = columns.indexOf(Column.UNIT);
        int nature = columns.indexOf(Column.NATURE);
        int base = columns.indexOf(Column.BASELINE);
        Times.Span baseYear = base < 0 ? null : Times.spanOfTitle(header.get(base));
        for (TableReader.Row row : rows.subList(body, rows.size())) {
            String words = at(row, name);
            if (words.isEmpty() || isNote(words)) {
                continue;
            }
            String printed =
                    unit >= 0 ? at(row, unit).replace("/", at(row, unit).length() > 1 ? "/" : "") : "";
            String ofName = Cell.unitOf(words);
            String whole = ofName.isEmpty() ? words : Cell.withoutUnit(words);
            boolean rate = whole.endsWith("下降率")
                    || whole.endsWith("降低率")
                    || whole.endsWith("下降比例")
                    || whole.endsWith("降幅")
                    || whole.endsWith("下降")
                    || whole.endsWith("降低");
            String bare = rate ? beforeFall(whole) : whole;
            Cell before = base < 0 ? null : Cell.of(at(row, base));
            for (int at = 0; at < columns.size(); at++) {
                Cell cell = Cell.of(at(row, at));
                if (cell == null || (columns.get(at) != Column.GOAL && columns.get(at) != Column.CHANGE)) {
                    continue;
                }
                boolean change = columns.get(at) == Column.CHANGE;
                if (change && !(rate && (cell.percent() || cell.bracketed()))) {
                    continue;
                }
                boolean ofRate = rate && (change || cell.percent() || printed.equals("%") || ofName.equals("%"));
                Times.Span year = Times.spanOfTitle(header.get(at));
                String due = year == null ? dueOfTitle() : dueOf(year);
                String value =
                        ofRate && cell.value().startsWith("-") ? cell.value().substring(1) : cell.value();
                targets.add(new Target(
                        part.section,
                        copy.quote(row.from(), row.to()),
                        bare,
                        ofRate ? Comparator.FALL : cell.comparator(),
                        value,
                        cell.valueTo(),
                        change || cell.percent() ? "%" : printed.isEmpty() ? ofName : printed,
                        due,
                        year == null,
                        "",
                        baseYear != null && (before != null || ofRate) ? Integer.valueOf(baseYear.to()) : null,
                        "",
                        nature < 0 ? "" : natureOf(at(row, nature)),
                        change && header.get(at).contains("年均")));
            }
        }
    }

    private static String natureOf(String cell) {
        return cell.contains("约束") ? "约束性" : cell.contains("预期") ? "预期性" : "";
    }

    private static String at(TableReader.Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }

    private void doubt(String why, TableReader.Row row) {
        doubts.add(new Doubt(part.section, Doubt.Kind.TABLE, why, copy.quote(row.from(), row.to())));
    }
}
