package org.luheng.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luheng.accounting.Plan;

/**
 * Every kind of calculation that needs no plan.
 *
 * @param kinds in the order in which they are offered
 */
public record Calculations(List<Calculation> kinds) {
    /** The largest table, in bytes. */
    public static final int MOST_BYTES = 16 << 20;

    public Calculations {
        kinds = List.copyOf(kinds);
    }

    /** @param plans with whose quotas results are compared where they have any */
    public static Calculations of(RulesFolder folder, Register register, List<Plan> plans) {
        return new Calculations(List.of(
                new EnergyCalculation(folder.rules()),
                new BenchmarkCalculation(folder.benchmarks(), folder.rules().units(), register),
                new ReductionCalculation(folder.reductions(), folder.rules().units(), register, plans)));
    }

    public Optional<Calculation> kind(String code) {
        return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /**
     * @param in the table as a file, CSV in UTF-8 or GBK; not closed
     * @throws Refused where the table as a whole cannot be read
     */
    public static Calculation.Calculated calculate(Calculation kind, String label, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refused.of(
                    Finding.of(Fault.FILE_TOO_LARGE, Place.file(label), "", "limit", (MOST_BYTES >> 20) + " MB"));
        }
        Findings findings = new Findings();
        String text;
        try {
            text = Text.all(bytes, label, findings);
        } catch (Text.NotText notText) {
            throw Refused.of(notText.finding());
        }
        Calculation.Calculated calculated = kind.calculate(label, isPasted(text) ? commas(text) : text);
        List<Finding> notices = new ArrayList<>(findings.list());
        notices.addAll(calculated.notices());
        return new Calculation.Calculated(calculated.figures(), calculated.names(), calculated.bodies(), notices);
    }

    /** Cells copied out of a spreadsheet come with tabs between them. */
    private static boolean isPasted(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        return header.indexOf('\t') >= 0 && header.indexOf(',') < 0;
    }

    /** Line by line, so that findings name the line that was pasted; a cell that the spreadsheet had to quote stays so. */
    private static String commas(String text) {
        return text.lines()
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(cell -> cell.indexOf(',') >= 0 && !cell.startsWith("\"") ? '"' + cell + '"' : cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }
}
