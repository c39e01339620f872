package org.luheng.files;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;
import org.luheng.accounting.Due;
import org.luheng.accounting.Element;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;

/** Reads {@code proof/}: the published figures, and a file of inputs for each that can be recomputed. */
public final class ProofFolder {
    private static final Set<String> CASE_COLUMNS = Register.columns(
            "id",
            "title",
            "region",
            "way",
            "indicator",
            "period",
            "published",
            "unit",
            "tolerance",
            "fall",
            "base_year",
            "due",
            "calculation",
            "whose",
            "note",
            "source",
            "certainty");
    private static final Set<String> LIGHT_COLUMNS =
            Register.columns("release", "region", "period", "intensity", "total", "source", "certainty");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int LOWEST_LEVEL = 3;

    private final Path folder;
    private final Rules rules;
    private final Register register;
    private final Findings findings = new Findings();

    private ProofFolder(Path folder, Rules rules, Register register) {
        this.folder = folder;
        this.rules = rules;
        this.register = register;
    }

    /** @throws Refused with every fault of all files */
    public static Proof read(Path folder, Rules rules, Register register) {
        return new ProofFolder(folder, rules, register).read();
    }

    private Proof read() {
        List<ProofCase> cases = new ArrayList<>();
        for (Row row : table("cases.csv", CASE_COLUMNS).rows()) {
            ProofCase read = proofCase(row);
            if (read != null) {
                cases.add(read);
            }
        }
        List<Proof.PublishedLight> lights = new ArrayList<>();
        for (Row row : table("lights.csv", LIGHT_COLUMNS).rows()) {
            Period period = period(row);
            Integer intensity = row.whole("intensity", 1, LOWEST_LEVEL);
            if (period != null && intensity != null && known(row)) {
                lights.add(new Proof.PublishedLight(
                        row.required("release"),
                        row.text("region"),
                        period,
                        intensity,
                        row.whole("total", 1, LOWEST_LEVEL),
                        row.required("source")));
            }
        }
        findings.throwIfRefused();
        return new Proof(cases, lights);
    }

    private Table table(String file, Set<String> columns) {
        return Table.read(
                Source.read(folder.resolve(file), Source.label(folder, file), findings), columns, Set.of(), findings);
    }

    private @Nullable ProofCase proofCase(Row row) {
        String id = row.required("id");
        String wayCode = row.oneOf(
                "way",
                Arrays.stream(ProofCase.Way.values()).map(ProofCase.Way::code).toList());
        ProofCase.Way way = Arrays.stream(ProofCase.Way.values())
                .filter(each -> each.code().equals(wayCode))
                .findFirst()
                .orElse(ProofCase.Way.NONE);
        Period period = period(row);
        row.required("published");
        BigDecimal published = row.decimal("published");
        BigDecimal tolerance = row.decimal("tolerance");
        if (way != ProofCase.Way.NONE) {
            row.required("tolerance");
        }
        Certainty certainty = Certainty.of(row.required("certainty"));
        if (certainty == null) {
            row.fault(Fault.NOT_ONE_OF, "certainty", "allowed", "found seed confirmed memory unsure");
        }
        String title = row.required("title");
        Target target = target(row, title);
        if (!known(row) || period == null || published == null || certainty == null) {
            return null;
        }
        Source inputs = way == ProofCase.Way.NONE || way == ProofCase.Way.FIGURE && noInputs(row)
                ? null
                : Source.read(folder.resolve("inputs").resolve(id + ".csv"), "proof/inputs/" + id + ".csv", findings);
        List<Fact> facts = new ArrayList<>();
        if (inputs != null && way == ProofCase.Way.FIGURE) {
            facts.addAll(facts(inputs));
        }
        return new ProofCase(
                id,
                title,
                row.text("region"),
                way,
                row.required("indicator"),
                period,
                published,
                row.required("unit"),
                tolerance,
                row.text("calculation"),
                row.text("whose"),
                row.required("note"),
                row.required("source"),
                certainty,
                facts,
                target,
                inputs == null || way == ProofCase.Way.FIGURE ? "" : inputs.text());
    }

    /** A share of a target follows from the target alone. */
    private static boolean noInputs(Row row) {
        return row.text("indicator").equals(Element.SHARE);
    }

    private List<Fact> facts(Source inputs) {
        List<Fact> facts = new ArrayList<>();
        try {
            FactsFile.read(
                    new ByteArrayInputStream(inputs.text().getBytes(StandardCharsets.UTF_8)),
                    inputs.label(),
                    rules,
                    register,
                    "000000",
                    facts::add);
        } catch (Refused refused) {
            findings.addAll(refused.findings().list());
        }
        return facts;
    }

    private static @Nullable Period period(Row row) {
        Period period = Period.parse(row.required("period"));
        if (period == null) {
            row.fault(Fault.NOT_A_PERIOD, "period", "write", "");
        }
        return period;
    }

    private boolean known(Row row) {
        boolean known = register.region(row.required("region")) != null;
        if (!known) {
            row.fault(Fault.NOT_ONE_OF, "region", "allowed", "register/regions.csv");
        }
        return known;
    }

    /** The fall that the plan set, of the case's own indicator or of the intensity that its shares are of. */
    private static @Nullable Target target(Row row, String title) {
        BigDecimal fall = row.decimal("fall");
        Integer base = row.whole("base_year", FIRST_YEAR, LAST_YEAR);
        Integer due = row.whole("due", FIRST_YEAR, LAST_YEAR);
        if (fall == null || base == null || due == null) {
            return null;
        }
        String indicator = row.text("indicator");
        return new Target(
                row.text("id"),
                "",
                title,
                indicator.startsWith(Element.INTENSITY) ? Element.INTENSITY : indicator,
                TargetKind.RELATIVE_CHANGE,
                Relation.FALL,
                fall,
                null,
                "%",
                base,
                null,
                Objects.requireNonNull(Due.parse(due.toString())),
                false,
                row.text("region"),
                "",
                "",
                "",
                0,
                0,
                "");
    }
}
