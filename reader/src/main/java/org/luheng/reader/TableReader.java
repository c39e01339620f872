package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables and the targets in them: places in rows and indicators in columns, or indicators in rows and years in columns; also
 * tables whose cells were flattened into lines.
 */
final class TableReader {
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

    /** @param bracketed the cell says a change in brackets: （4%） */
    private record Cell(
            String value, @Nullable String valueTo, Comparator comparator, boolean percent, boolean bracketed) {}

    private static final int LEAST_CELLS = 8;

    private final FairCopy copy;
    private final Times.@Nullable Span plan;
    private final List<Target> targets;
    private final List<Table> tables;
    private final List<Doubt> doubts;

    TableReader(
            FairCopy copy, Times.@Nullable Span plan, List<Target> targets, List<Table> tables, List<Doubt> doubts) {
        this.copy = copy;
        this.plan = plan;
        this.targets = targets;
        this.tables = tables;
        this.doubts = doubts;
    }

    private record Row(List<String> cells, int from, int to) {}

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
                new Reading(part, title(part, prose), rows).read();
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

    // ---- cells that were flattened into lines
    // ---------------------------------------------------------------------------

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
            if (isNumber(words.get(at))) {
                return false;
            }
        }
        int rows = (words.size() - from) / width - 1;
        int numeric = 0;
        int text = 0;
        for (int column = 0; column < width; column++) {
            int numbers = 0;
            for (int row = 1; row <= rows; row++) {
                numbers += isNumber(words.get(from + row * width + column)) ? 1 : 0;
            }
            if (numbers != 0 && numbers != rows) {
                return false;
            }
            numeric += numbers == rows ? 1 : 0;
            text += numbers == 0 ? 1 : 0;
        }
        return numeric > 0 && text > 0;
    }

    // ---- one table
    // ------------------------------------------------------------------------------------------------------

    private final class Reading {
        private final Outline.Part part;
        private final String title;
        private final List<Row> rows;
        private final List<String> header = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private int body;

        Reading(Outline.Part part, String title, List<Row> rows) {
            this.part = part;
            this.title = title;
            this.rows = rows;
        }

        void read() {
            tables.add(new Table(
                    part.section,
                    title,
                    rows.stream().map(Row::cells).toList(),
                    copy.quote(rows.getFirst().from(), rows.getLast().to())));
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
                                || !unitOf(words).isEmpty());
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
                if (isNumber(cell)) {
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
            String bare = withoutUnit(words);
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
            for (Row row : rows.subList(body, rows.size())) {
                String cell = column < row.cells().size() ? row.cells().get(column) : "";
                numbers += isNumber(cell) ? 1 : 0;
                text += cell.isEmpty() || cell.equals("/") || cell.equals("-") || isNumber(cell) ? 0 : 1;
            }
            return text > numbers;
        }

        private boolean arePlaces(int column) {
            int places = 0;
            int filled = 0;
            for (Row row : rows.subList(body, rows.size())) {
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

        // ---- places in rows
        // ---------------------------------------------------------------------------------------------

        private void byPlace() {
            int place = columns.indexOf(Column.PLACE);
            String notes = notes();
            List<String> ofTitle = Names.split(bareTitle(), true);
            int goals = 0;
            for (int at = 0; at < columns.size(); at++) {
                if (columns.get(at) != Column.GOAL) {
                    continue;
                }
                String words = withoutUnit(header.get(at));
                String unit = unitOf(header.get(at));
                Times.Span year = Times.spanOfTitle(words);
                String name = indicator(words, ofTitle, goals, year != null);
                goals++;
                String due = year != null ? dueOf(year) : dueOfTitle();
                boolean falls = falls(words) || (falls(name) && !name.contains("减排量") && !name.contains("削减量"));
                String bare = falls ? beforeFall(name) : name;
                String modality = notes.contains(bare + "为参考") || notes.contains("均为参考") ? "参考值" : "";
                String unitElsewhere = unit.isEmpty() ? unitOfText(bare) : "";
                for (Row row : rows.subList(body, rows.size())) {
                    String where = place < row.cells().size() ? row.cells().get(place) : "";
                    Cell cell = at < row.cells().size() ? cell(row.cells().get(at)) : null;
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
                if (unit.isEmpty()
                        && !targets.isEmpty()
                        && targets.getLast().unit().isEmpty()) {
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
            return unitOf(title);
        }

        private String notes() {
            StringBuilder notes = new StringBuilder();
            for (Row row : rows) {
                if (isNote(row.cells().getFirst())) {
                    notes.append(String.join("", row.cells()));
                }
            }
            return notes.toString();
        }

        private static boolean isNote(String cell) {
            return cell.startsWith("说明") || cell.startsWith("注") || cell.startsWith("备注");
        }

        // ---- indicators in rows
        // -------------------------------------------------------------------------------------------

        private void byIndicator() {
            int name = columns.lastIndexOf(Column.INDICATOR);
            int unit = columns.indexOf(Column.UNIT);
            int nature = columns.indexOf(Column.NATURE);
            int base = columns.indexOf(Column.BASELINE);
            Times.Span baseYear = base < 0 ? null : Times.spanOfTitle(header.get(base));
            for (Row row : rows.subList(body, rows.size())) {
                String words = at(row, name);
                if (words.isEmpty() || isNote(words)) {
                    continue;
                }
                String printed =
                        unit >= 0 ? at(row, unit).replace("/", at(row, unit).length() > 1 ? "/" : "") : "";
                String ofName = unitOf(words);
                String whole = ofName.isEmpty() ? words : withoutUnit(words);
                boolean rate = whole.endsWith("下降率")
                        || whole.endsWith("降低率")
                        || whole.endsWith("下降比例")
                        || whole.endsWith("降幅")
                        || whole.endsWith("下降")
                        || whole.endsWith("降低");
                String bare = rate ? beforeFall(whole) : whole;
                Cell before = base < 0 ? null : cell(at(row, base));
                for (int at = 0; at < columns.size(); at++) {
                    Cell cell = cell(at(row, at));
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
                    String value = ofRate && cell.value().startsWith("-")
                            ? cell.value().substring(1)
                            : cell.value();
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

        private static String at(Row row, int column) {
            return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
        }

        private void doubt(String why, Row row) {
            doubts.add(new Doubt(part.section, Doubt.Kind.TABLE, why, copy.quote(row.from(), row.to())));
        }
    }

    // ---- cells
    // ------------------------------------------------------------------------------------------------------------

    static boolean isNumber(String cell) {
        return cell(cell) != null;
    }

    private static @Nullable Cell cell(String words) {
        String bare = words.strip();
        if (bare.isEmpty() || bare.length() > 16) {
            return null;
        }
        boolean bracketed =
                Chinese.opens(bare.charAt(0)) && Chinese.closes(bare.charAt(bare.length() - 1)) && bare.length() > 2;
        if (bracketed) {
            bare = bare.substring(1, bare.length() - 1);
        }
        Comparator comparator = Comparator.EQUAL;
        for (String sign :
                new String[] {"≥", ">=", "不低于", "≤", "<=", "不高于", "不超过", ">", "<", "下降", "降低", "提高", "增长", "约", "达到"}) {
            if (bare.startsWith(sign)) {
                bare = bare.substring(sign.length());
                comparator = switch (sign) {
                    case "≥", ">=", "不低于" -> Comparator.AT_LEAST;
                    case "≤", "<=", "不高于", "不超过" -> Comparator.AT_MOST;
                    case ">" -> Comparator.MORE;
                    case "<" -> Comparator.LESS;
                    case "下降", "降低" -> Comparator.FALL;
                    case "提高", "增长" -> Comparator.RISE;
                    case "约" -> Comparator.ABOUT;
                    default -> Comparator.EQUAL;
                };
                break;
            }
        }
        for (String tail : new String[] {"以上", "以下", "以内", "左右"}) {
            if (bare.endsWith(tail)) {
                bare = bare.substring(0, bare.length() - tail.length());
                comparator = comparator != Comparator.EQUAL
                        ? comparator == Comparator.FALL && tail.equals("以上") ? Comparator.FALL_AT_LEAST : comparator
                        : tail.equals("以上")
                                ? Comparator.AT_LEAST
                                : tail.equals("左右") ? Comparator.ABOUT : Comparator.AT_MOST;
            }
        }
        boolean percent = bare.endsWith("%");
        if (percent) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String value = decimal(bare);
        return value.isEmpty() ? null : new Cell(value, null, comparator, percent, bracketed);
    }

    /** Digits with sign and point, separators taken out; empty: it is no number. */
    private static String decimal(String words) {
        StringBuilder value = new StringBuilder();
        boolean digit = false;
        int points = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if ((c == '-' || c == '+') && at == 0) {
                value.append(c == '-' ? "-" : "");
            } else if (Chinese.isDigit(c)) {
                value.append(c);
                digit = true;
            } else if (c == '.' && points == 0 && digit) {
                value.append(c);
                points++;
            } else if (c != ',' || !digit) {
                return "";
            }
        }
        return digit && value.charAt(value.length() - 1) != '.' ? value.toString() : "";
    }

    /** 能源消费增量（万吨标准煤）: 万吨标准煤; empty: none. */
    static String unitOf(String words) {
        int open = words.lastIndexOf('（');
        if (open < 0 || !words.endsWith("）")) {
            return "";
        }
        String unit = words.substring(open + 1, words.length() - 1);
        unit = unit.startsWith("单位：") ? unit.substring(3) : unit;
        return unit.equals("%") || new Quantities(unit).unitEnd(0, unit.length()) == unit.length() ? unit : "";
    }

    static String withoutUnit(String words) {
        return unitOf(words).isEmpty()
                ? words
                : words.substring(0, words.lastIndexOf('（')).strip();
    }
}
