package org.luheng.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Rules;

/**
 * A CSV of facts, read row by row ({@code docs/facts-format.md}). Streams: memory grows only with the keys of the rows.
 *
 * <p>Facts are handed over as they are read; where a later row is refused the whole file is, and whoever took the facts
 * must drop them.
 */
public final class FactsFile {
    public static final int MOST_ROWS = 1_000_000;

    static final Set<String> REQUIRED =
            Register.columns("region", "period", "element", "value", "unit", "stage", "source");
    static final Set<String> OPTIONAL = Register.columns("authority", "channel", "published", "sample");

    private FactsFile() {}

    /**
     * What became of a file.
     *
     * @param rows that were read, without the header
     * @param facts that were handed over: rows less those that repeat another exactly
     * @param spelled how the file first wrote each region, by the region's code
     */
    public record Receipt(long rows, long facts, Map<String, String> spelled, List<Finding> notices) {
        public Receipt {
            spelled = Map.copyOf(spelled);
            notices = List.copyOf(notices);
        }
    }

    /**
     * @param jurisdiction code of the place whose regions a shared name means
     * @throws Refused with up to {@value Findings#LISTED} findings and the count of the rest
     */
    public static Receipt read(Path file, Rules rules, Register register, String jurisdiction, Consumer<Fact> facts) {
        String label = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, label, rules, register, jurisdiction, facts);
        } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException unreadable) {
            String reason = unreadable instanceof java.nio.file.NoSuchFileException ? "没有这个文件" : "没有读取权限";
            throw Refused.of(Finding.of(Fault.UNREADABLE, Place.file(label), "", "reason", reason));
        } catch (IOException unreadable) {
            throw Refused.of(Finding.of(Fault.UNREADABLE, Place.file(label), "", "reason", Source.reason(unreadable)));
        }
    }

    /** @param label what to call the file in findings and in {@link Fact#ref()} */
    public static Receipt read(
            InputStream in, String label, Rules rules, Register register, String jurisdiction, Consumer<Fact> facts) {
        Findings findings = new Findings();
        return read(in, label, rules, register, jurisdiction, new AllOrNothing(facts, findings), findings);
    }

    /** Takes rows one by one; a bad row does not spoil the others. */
    public interface Taker {
        void fact(int line, Fact fact);

        /** A row that says what an earlier one said, of another source perhaps. */
        void repeated(int line, int firstLine, Fact fact);

        /** @param why everything wrong with the row, at least one finding */
        void refused(int line, List<Finding> why);
    }

    /**
     * Row by row: good rows are handed over, bad ones too, with what is wrong.
     *
     * @throws Refused where the file as a whole cannot be read: no table, no such columns, broken quotes, too many rows;
     *     what was handed over must then be dropped
     */
    public static Receipt read(
            InputStream in, String label, Rules rules, Register register, String jurisdiction, Taker taker) {
        return read(in, label, rules, register, jurisdiction, taker, new Findings());
    }

    private record AllOrNothing(Consumer<Fact> facts, Findings findings) implements Taker {
        @Override
        public void fact(int line, Fact fact) {
            if (!findings.refused()) {
                facts.accept(fact);
            }
        }

        @Override
        public void repeated(int line, int firstLine, Fact fact) {}

        @Override
        public void refused(int line, List<Finding> why) {
            findings.addAll(why);
        }
    }

    private static Receipt read(
            InputStream in,
            String label,
            Rules rules,
            Register register,
            String jurisdiction,
            Taker taker,
            Findings findings) {
        FactReading reading = new FactReading(label, rules, register, jurisdiction, taker, findings);
        int line = 0;
        try {
            CsvReader<FactRow> rows = Table.strict().build(new FactRow(), new Text(in, label, findings));
            Iterator<FactRow> each = rows.iterator();
            if (!each.hasNext()) {
                findings.add(Fault.EMPTY_TABLE, Place.file(label), "", "expected", String.join(",", REQUIRED));
            } else {
                FactRow header = each.next();
                line = header.line();
                List<String> names = new ArrayList<>();
                for (int at = 0; at < Math.min(header.count(), 64); at++) {
                    names.add(header.cell(at));
                }
                Map<String, Integer> columns =
                        Table.columns(names, Place.line(label, line), REQUIRED, OPTIONAL, findings);
                if (columns != null) {
                    reading.header(columns, header.count());
                    while (each.hasNext()) {
                        FactRow row = each.next();
                        line = row.line();
                        if (!reading.take(row)) {
                            break;
                        }
                    }
                }
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            findings.add(Table.broken(broken, label, line + 1));
        }
        findings.throwIfRefused();
        return reading.receipt();
    }
}
