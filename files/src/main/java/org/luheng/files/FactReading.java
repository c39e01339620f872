package org.luheng.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Period;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Stage;

/** One reading of a facts file: what each distinct cell means is found out once and kept. */
final class FactReading {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    /** Distinct cells without meaning that are remembered; more would only fill the memory. */
    private static final int MOST_SENSELESS = 10_000;

    private static final List<String> CHANNELS = List.of("", "统计", "行政", "在线");
    private static final Map<String, Stage> STAGES = Map.of(
            "",
            Stage.FINAL,
            Stage.PRELIMINARY.word(),
            Stage.PRELIMINARY,
            Stage.FINAL.word(),
            Stage.FINAL,
            Stage.REVISED.word(),
            Stage.REVISED,
            "preliminary",
            Stage.PRELIMINARY,
            "final",
            Stage.FINAL,
            "revised",
            Stage.REVISED);

    private final String label;
    private final Rules rules;
    private final Register register;
    private final String jurisdiction;
    private final FactsFile.Taker taker;
    private final Findings findings;

    /** What is wrong with the row being read. */
    private final List<Finding> wrong = new ArrayList<>();

    private long wrongSoFar;

    private final Column<Region> regions;
    private final Column<Period> periods;
    private final Column<Indicator> elements;
    private final Column<Stage> stages;
    private final Column<String> authorities;
    private final Column<String> channels;
    private final Column<LocalDate> dates;
    private final FactKeys keys = new FactKeys();
    private final Map<String, String> spelled = new HashMap<>();

    private int width;
    private int region;
    private int period;
    private int element;
    private int value;
    private int unit;
    private int stage;
    private int source;
    private int authority;
    private int channel;
    private int published;
    private int sample;

    private String[] names = new String[0];
    private long rows;
    private long taken;
    private long repeated;
    private long withoutStage;

    FactReading(
            String label,
            Rules rules,
            Register register,
            String jurisdiction,
            FactsFile.Taker taker,
            Findings findings) {
        this.label = label;
        this.rules = rules;
        this.register = register;
        this.jurisdiction = jurisdiction;
        this.taker = taker;
        this.findings = findings;
        regions = new Column<>(this::region);
        periods = new Column<>(Period::parse);
        elements = new Column<>(rules::indicator);
        stages = new Column<>(STAGES::get);
        authorities = new Column<>(FactReading::unguarded);
        channels = new Column<>(name -> CHANNELS.contains(name) ? name : null);
        dates = new Column<>(FactReading::date);
    }

    /** Our own tables put an apostrophe before text that a spreadsheet would take for a formula. */
    private static String unguarded(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    private @Nullable Region region(String name) {
        return register.region(name, jurisdiction) instanceof Register.Lookup.Found(Region found) ? found : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** The cells of one column: what each means, and a small number for it that two spellings of one thing share. */
    private static final class Column<T> {
        private final Function<String, @Nullable T> meaning;
        private final Map<String, Meaning<T>> known = new HashMap<>();
        private final Map<T, Integer> numbers = new HashMap<>();
        private int senseless;

        Column(Function<String, @Nullable T> meaning) {
            this.meaning = meaning;
        }

        record Meaning<T>(@Nullable T thing, long number) {}

        Meaning<T> of(String cell) {
            Meaning<T> found = known.get(cell);
            if (found == null) {
                T thing = meaning.apply(cell);
                long number = thing == null ? 0 : numbers.computeIfAbsent(thing, same -> numbers.size() + 1);
                found = new Meaning<>(thing, number);
                if (thing != null || senseless++ < MOST_SENSELESS) {
                    known.put(cell, found);
                }
            }
            return found;
        }
    }

    void header(Map<String, Integer> columns, int count) {
        width = count;
        names = new String[count];
        columns.forEach((name, at) -> names[at] = name);
        region = at(columns, "region");
        period = at(columns, "period");
        element = at(columns, "element");
        value = at(columns, "value");
        unit = at(columns, "unit");
        stage = at(columns, "stage");
        source = at(columns, "source");
        authority = at(columns, "authority");
        channel = at(columns, "channel");
        published = at(columns, "published");
        sample = at(columns, "sample");
    }

    private static int at(Map<String, Integer> columns, String name) {
        return columns.getOrDefault(name, -1);
    }

    private static String cell(FactRow row, int at) {
        return at < 0 ? "" : row.cell(at);
    }

    /** False: no further row is wanted. */
    boolean take(FactRow row) {
        if (row.isEmpty()) {
            return true;
        }
        rows++;
        if (rows > FactsFile.MOST_ROWS) {
            findings.add(
                    Fault.TOO_MANY_ROWS,
                    Place.line(label, row.line()),
                    "",
                    "limit",
                    String.format("%,d", FactsFile.MOST_ROWS));
            return false;
        }
        wrong.clear();
        read(row);
        if (!wrong.isEmpty()) {
            wrongSoFar += wrong.size();
            taker.refused(row.line(), List.copyOf(wrong));
        }
        return true;
    }

    private void read(FactRow row) {
        if (row.count() != width) {
            fault(
                    row,
                    Fault.RAGGED_ROW,
                    -1,
                    "",
                    "found",
                    Integer.toString(row.count()),
                    "expected",
                    Integer.toString(width));
            return;
        }
        if (row.tooLong() >= 0) {
            fault(
                    row,
                    Fault.FIELD_TOO_LONG,
                    row.tooLong(),
                    row.cell(row.tooLong()),
                    "limit",
                    Integer.toString(FactRow.LONGEST_CELL));
            return;
        }
        if (row.strange() >= 0) {
            String text = row.cell(row.strange());
            String strange = Finding.named(text.codePointAt(Characters.firstInvisible(text)));
            fault(row, Fault.CONTROL_CHARACTER, row.strange(), text, "character", strange);
            return;
        }
        fact(row);
    }

    private void fact(FactRow row) {
        Column.Meaning<Region> where = regions.of(cell(row, region));
        Column.Meaning<Period> when = periods.of(cell(row, period));
        Column.Meaning<Indicator> what = elements.of(cell(row, element));
        Column.Meaning<Stage> settled = stages.of(cell(row, stage));
        Column.Meaning<String> who = authorities.of(cell(row, authority));
        Column.Meaning<String> how = channels.of(cell(row, channel));
        String day = cell(row, published);
        Column.Meaning<LocalDate> known = day.isEmpty() ? NO_DAY : dates.of(day);
        String given = cell(row, value);
        BigDecimal number = Numeral.read(given);
        String mark = cell(row, sample);
        Region place = where.thing();
        Period span = when.thing();
        Indicator indicator = what.thing();
        Stage certain = settled.thing();
        String from = who.thing();
        String through = how.thing();
        BigDecimal converted =
                indicator == null || number == null ? null : converted(row, indicator, number, cell(row, unit));
        boolean inRange = span != null && span.year() >= FIRST_YEAR && span.year() <= LAST_YEAR;
        boolean dayIsKnown = day.isEmpty() || known.thing() != null;
        boolean markIsKnown = mark.isEmpty() || mark.equals("是");
        if (place == null
                || span == null
                || indicator == null
                || number == null
                || converted == null
                || certain == null
                || from == null
                || through == null
                || !inRange
                || !dayIsKnown
                || !markIsKnown) {
            explain(row, place, span, inRange, indicator, number, certain, through, dayIsKnown, markIsKnown);
            return;
        }
        if (cell(row, stage).isEmpty()) {
            withoutStage++;
        }
        long high = where.number() << 40 | what.number() << 20 | when.number();
        long low = who.number() << 40 | known.number() << 20 | how.number() << 4 | certain.ordinal();
        int first = keys.firstLine(high, low, row.line(), converted);
        BigDecimal before = first == 0 ? converted : keys.value(high, low);
        if (before == null || before.compareTo(converted) != 0) {
            String other = before == null ? "" : before.toPlainString() + indicator.unit();
            fault(row, Fault.ROWS_CLASH, value, given, "line", Integer.toString(first), "other", other);
            return;
        }
        String inUnit = cell(row, unit);
        Fact fact = new Fact(
                taken + 1,
                place.code(),
                span,
                indicator.code(),
                converted,
                indicator.unit(),
                inUnit.equals(indicator.unit()) ? null : given + " " + inUnit,
                certain,
                from,
                through,
                unguarded(cell(row, source)),
                known.thing(),
                !mark.isEmpty(),
                label + ":" + row.line());
        if (first != 0) {
            repeated++;
            taker.repeated(row.line(), first, fact);
            return;
        }
        spelled.putIfAbsent(place.code(), cell(row, region));
        taken++;
        taker.fact(row.line(), fact);
    }

    private static final Column.Meaning<LocalDate> NO_DAY = new Column.Meaning<>(null, 0);

    /** In the element's own unit; null where the units do not go together, which is then a finding. */
    private @Nullable BigDecimal converted(FactRow row, Indicator indicator, BigDecimal number, String inUnit) {
        if (inUnit.equals(indicator.unit())) {
            return number;
        }
        if (inUnit.isEmpty()) {
            fault(row, Fault.UNIT_BLANK, unit, "", "element", indicator.name(), "unit", indicator.unit());
            return null;
        }
        BigDecimal converted = rules.units().convert(number, inUnit, indicator.unit());
        if (converted == null) {
            fault(
                    row,
                    rules.units().knows(inUnit) ? Fault.WRONG_DIMENSION : Fault.UNKNOWN_UNIT,
                    unit,
                    inUnit,
                    "element",
                    indicator.name(),
                    "unit",
                    indicator.unit().isEmpty() ? "空白（无量纲）" : indicator.unit());
        }
        return converted;
    }

    /** A row that is not taken: everything wrong with it. */
    private void explain(
            FactRow row,
            @Nullable Region place,
            @Nullable Period span,
            boolean inRange,
            @Nullable Indicator indicator,
            @Nullable BigDecimal number,
            @Nullable Stage certain,
            @Nullable String through,
            boolean dayIsKnown,
            boolean markIsKnown) {
        boolean brief = wrongSoFar >= Findings.LISTED;
        if (place == null) {
            String name = cell(row, region);
            Place at = Place.line(label, row.line()).column("region");
            Finding finding = brief || name.isEmpty()
                    ? Finding.of(name.isEmpty() ? Fault.BLANK : Fault.UNKNOWN_REGION, at, name)
                    : Register.finding(register.region(name, jurisdiction), at, name);
            if (finding != null) {
                wrong.add(finding);
            }
        }
        if (span == null) {
            String text = cell(row, period);
            fault(
                    row,
                    text.isEmpty() ? Fault.BLANK : Fault.NOT_A_PERIOD,
                    period,
                    text,
                    "write",
                    brief || text.isEmpty() ? "" : PeriodAdvice.of(text));
        } else if (!inRange) {
            fault(
                    row,
                    Fault.YEAR_RANGE,
                    period,
                    cell(row, period),
                    "least",
                    Integer.toString(FIRST_YEAR),
                    "most",
                    Integer.toString(LAST_YEAR));
        }
        if (indicator == null) {
            String code = cell(row, element);
            fault(
                    row,
                    code.isEmpty() ? Fault.BLANK : Fault.UNKNOWN_ELEMENT,
                    element,
                    code,
                    "nearest",
                    brief || code.isEmpty() ? "" : nearestElement(code));
        }
        if (number == null) {
            wrong.add(Numeral.wrong(Place.line(label, row.line()).column("value"), cell(row, value)));
        }
        if (certain == null) {
            fault(row, Fault.NOT_ONE_OF, stage, cell(row, stage), "allowed", "初步 最终 普查修订");
        }
        if (through == null) {
            fault(row, Fault.NOT_ONE_OF, channel, cell(row, channel), "allowed", "统计 行政 在线，或空着");
        }
        if (!dayIsKnown) {
            fault(row, Fault.NOT_A_DATE, published, cell(row, published));
        }
        if (!markIsKnown) {
            fault(row, Fault.NOT_ONE_OF, sample, cell(row, sample), "allowed", "是，或空着");
        }
    }

    /** By code, or by the name somebody wrote instead of the code. */
    private String nearestElement(String written) {
        for (Indicator each : rules.indicators().values()) {
            if (each.name().equals(written)) {
                return "，代码是 " + each.code();
            }
        }
        List<String> known = new ArrayList<>(rules.indicators().keySet());
        return Nearest.asQuestion(written, known);
    }

    private void fault(FactRow row, Fault fault, int column, String text, String... namesAndValues) {
        Place place = Place.line(label, row.line());
        wrong.add(Finding.of(fault, column < 0 ? place : place.column(names[column]), text, namesAndValues));
    }

    FactsFile.Receipt receipt() {
        Place file = Place.file(label);
        if (rows == 0) {
            findings.add(Fault.NO_ROWS, file, "");
        }
        if (withoutStage > 0) {
            findings.add(Fault.STAGE_BLANK, file, "", "count", Long.toString(withoutStage));
        }
        if (repeated > 0) {
            findings.add(Fault.ROWS_REPEATED, file, "", "count", Long.toString(repeated));
        }
        return new FactsFile.Receipt(rows, taken, spelled, findings.list());
    }
}
