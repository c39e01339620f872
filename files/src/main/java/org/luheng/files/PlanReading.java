package org.luheng.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Due;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TotalExempt;
import org.luheng.files.PlanFolder.Document;
import org.luheng.files.PlanFolder.Followed;
import org.luheng.files.PlanFolder.Options;

/** One reading of a plan folder: yaml and clauses first, then what refers to them. */
final class PlanReading {
    static final List<String> FILES = List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv");
    private static final Set<String> KEYS = Register.columns(
            "format",
            "id",
            "short",
            "title",
            "number",
            "issuer",
            "date",
            "region",
            "period",
            "base-year",
            "office",
            "divides",
            "document",
            "accounting",
            "follows");
    private static final Set<String> CLAUSE_COLUMNS = new LinkedHashSet<>(PlanFolder.CLAUSE_COLUMNS);
    private static final Set<String> TASK_COLUMNS = new LinkedHashSet<>(PlanFolder.TASK_COLUMNS);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLAN_ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern TASK_ID = Pattern.compile("R[0-9]{2,4}");
    private static final Pattern CODE = Pattern.compile("[0-9].*");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_CHARACTERS = 100_000_000;

    private final String name;
    private final Map<String, Source> sources;
    private final Findings findings;
    private final Rules rules;
    private final Register register;
    private final Map<String, Place> places = new HashMap<>();

    /**
     * @param name of the folder
     * @param sources of {@link #FILES}; of one that is missing the findings say why
     */
    PlanReading(String name, Map<String, Source> sources, Findings findings, Rules rules, Register register) {
        this.name = name;
        this.sources = sources;
        this.findings = findings;
        this.rules = rules;
        this.register = register;
    }

    /** What plan.yaml says; the other files are checked against it. */
    record Head(
            String id,
            String title,
            String shortTitle,
            String number,
            String issuer,
            @Nullable LocalDate issued,
            String region,
            int firstYear,
            int lastYear,
            int baseYear,
            List<Unit> office,
            List<String> divides,
            Document document,
            Options options,
            Place optionsSection,
            List<Followed> follows) {}

    PlanFolder read() {
        Source yaml = sources.get("plan.yaml");
        Source clauseFile = sources.get("clauses.csv");
        Source targetFile = sources.get("targets.csv");
        Source taskFile = sources.get("tasks.csv");
        // A file that is not in order is not held against the others: that would only repeat its faults.
        Mapping mapping = yaml == null ? null : Mapping.read(yaml, KEYS, findings);
        Head head = mapping == null ? null : head(mapping);
        Head sound = findings.refused() ? null : head;
        int characters = sound == null ? MOST_CHARACTERS : sound.document().characters();
        long faults = findings.errors();
        Map<String, Clause> clauses = clauses(Table.read(clauseFile, CLAUSE_COLUMNS, Set.of(), findings), characters);
        Map<String, Clause> soundClauses = findings.errors() == faults ? clauses : Map.of();
        if (sound != null) {
            checkOptionsSection(sound, soundClauses);
        }
        faults = findings.errors();
        TargetRows targetRows = new TargetRows(sound, soundClauses, characters, rules, register, places);
        List<Target> targets = targetRows.read(Table.read(targetFile, TargetRows.COLUMNS, Set.of(), findings));
        Set<String> targetIds = findings.errors() == faults ? targetRows.ids() : null;
        List<Task> tasks = tasks(
                Table.read(taskFile, TASK_COLUMNS, Set.of(), findings), sound, soundClauses, characters, targetIds);
        findings.throwIfRefused();
        if (head == null || yaml == null || clauseFile == null || targetFile == null || taskFile == null) {
            throw new IllegalStateException("a plan folder that could not be read, without a finding: " + name);
        }
        Hash hash = new Hash();
        FILES.forEach(
                file -> hash.add(file, Objects.requireNonNull(sources.get(file)).text()));
        Plan plan = new Plan(
                head.id(),
                head.title(),
                head.shortTitle(),
                head.region(),
                head.divides(),
                head.firstYear(),
                head.lastYear(),
                head.baseYear(),
                head.options().path(),
                head.options().totalAdjusts(),
                head.options().totalExempt(),
                head.options().barometer(),
                targets,
                hash.hex());
        return new PlanFolder(
                plan,
                head.number(),
                head.issuer(),
                head.issued(),
                head.office(),
                head.document(),
                head.options(),
                head.follows(),
                List.copyOf(clauses.values()),
                tasks,
                SumCheck.of(plan, rules.units()),
                places,
                findings.list());
    }

    private Head head(Mapping yaml) {
        String format = yaml.required("format");
        if (!format.isEmpty() && !format.equals("1")) {
            yaml.fault(Fault.FORMAT_VERSION, "format", format);
        }
        String id = yaml.required("id");
        if (!id.isEmpty() && !PLAN_ID.matcher(id).matches()) {
            yaml.fault(Fault.BAD_ID, "id", id, "form", "fuzhou-14fyp");
        } else if (!id.isEmpty() && !name.equals(id)) {
            yaml.fault(Fault.ID_NOT_FOLDER, "id", id, "folder", name);
        }
        String region = yaml.required("region");
        if (!region.isEmpty() && register.region(region) == null) {
            yaml.fault(Fault.UNKNOWN_REGION, "region", region, "nearest", "");
        }
        Mapping period = yaml.mapping("period", Set.of("from", "to"));
        int first = period.whole("from", FIRST_YEAR, LAST_YEAR);
        int last = period.whole("to", FIRST_YEAR, LAST_YEAR);
        if (last < first) {
            period.fault(
                    Fault.YEARS_BACKWARDS, "to", "", "from", Integer.toString(first), "to", Integer.toString(last));
        }
        int base = yaml.whole("base-year", FIRST_YEAR, LAST_YEAR);
        if (base > first) {
            yaml.fault(Fault.BASE_AFTER_DUE, "base-year", Integer.toString(base), "due", Integer.toString(first));
        }
        List<String> divides = new ArrayList<>();
        for (Mapping.Item item : yaml.texts("divides")) {
            Region part = register.region(item.text());
            if (part == null) {
                findings.add(Fault.UNKNOWN_REGION, item.place(), item.text(), "nearest", "");
            } else if (item.text().equals(region) || !register.isWithin(item.text(), region)) {
                findings.add(Fault.OUTSIDE_PLAN, item.place(), item.text(), "region", part.name());
            } else if (divides.contains(item.text())) {
                findings.add(Fault.DUPLICATE_ID, item.place(), item.text(), "where", "前面一项");
            } else {
                divides.add(item.text());
            }
        }
        List<Unit> office = new ArrayList<>();
        for (Mapping.Item item : yaml.texts("office")) {
            Agency agency = register.agency(region, item.text());
            if (agency == null) {
                findings.add(unknownAgency(item.place(), region, item.text()));
            } else {
                office.add(new Unit(item.text(), agency));
            }
        }
        Mapping accounting = yaml.mapping(
                "accounting",
                Register.columns("path", "total-adjusts-with-growth", "total-exempt", "barometer", "section"));
        List<Followed> follows = new ArrayList<>();
        for (Mapping each : yaml.mappings("follows", Set.of("title", "number"))) {
            follows.add(new Followed(each.required("title"), each.text("number")));
        }
        return new Head(
                id,
                yaml.required("title"),
                yaml.required("short"),
                yaml.text("number"),
                yaml.text("issuer"),
                yaml.date("date"),
                region,
                first,
                last,
                base,
                office,
                divides,
                document(yaml.mapping("document", Set.of("name", "sha256", "characters"))),
                options(accounting),
                accounting.place("section"),
                follows);
    }

    private static Document document(Mapping yaml) {
        String sha256 = yaml.required("sha256");
        if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
            yaml.fault(Fault.BAD_ID, "sha256", sha256, "form", "64 位小写十六进制");
        }
        return new Document(yaml.required("name"), sha256, yaml.whole("characters", 1, MOST_CHARACTERS));
    }

    private Options options(Mapping yaml) {
        PathForm form = yaml.oneOf("path", List.of("geometric", "linear")).equals("linear")
                ? PathForm.LINEAR
                : PathForm.GEOMETRIC;
        boolean adjusts = yaml.yes("total-adjusts-with-growth");
        String exempt = yaml.oneOf("total-exempt", List.of("incentive", "intensity", "none"));
        TotalExempt totalExempt = switch (exempt) {
            case "incentive" -> TotalExempt.INCENTIVE;
            case "intensity" -> TotalExempt.INTENSITY;
            default -> TotalExempt.NONE;
        };
        String scheme = yaml.has("barometer") ? yaml.text("barometer") : "";
        List<String> schemes = rules.barometers().stream()
                .map(Barometer::scheme)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (!scheme.isEmpty() && !schemes.contains(scheme)) {
            yaml.fault(Fault.NOT_ONE_OF, "barometer", scheme, "allowed", String.join(" ", schemes));
        }
        return new Options(form, adjusts, totalExempt, scheme, yaml.text("section"));
    }

    private void checkOptionsSection(Head head, Map<String, Clause> clauses) {
        String section = head.options().section();
        if (!section.isEmpty() && !clauses.isEmpty() && !clauses.containsKey(section)) {
            findings.add(
                    Fault.UNKNOWN_SECTION,
                    head.optionsSection(),
                    section,
                    "nearest",
                    Nearest.asQuestion(section, clauses.keySet()));
        }
    }

    private Map<String, Clause> clauses(Table table, int characters) {
        Map<String, Clause> clauses = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : table.rows()) {
            String section = row.required("section");
            int[] span = span(row, null, characters);
            Integer first = lines.putIfAbsent(section, row.line());
            if (first != null) {
                row.fault(Fault.DUPLICATE_ID, "section", "where", "第 " + first + " 行");
            } else {
                clauses.put(section, new Clause(section, row.required("heading"), span[0], span[1]));
            }
        }
        return clauses;
    }

    /** Positions from and to of a row, which must lie within the clause and the document. */
    static int[] span(Row row, @Nullable Clause within, int characters) {
        row.required("from");
        row.required("to");
        Integer from = row.whole("from", 0, MOST_CHARACTERS);
        Integer to = row.whole("to", 0, MOST_CHARACTERS);
        if (from == null || to == null) {
            return new int[] {0, 0};
        }
        if (to <= from) {
            row.fault(Fault.OUTSIDE_TEXT, "to", "why", "to 应大于 from " + from);
        } else if (to > characters) {
            row.fault(Fault.OUTSIDE_TEXT, "to", "why", "全文只有 " + characters + " 个字符");
        } else if (within != null && (from < within.from() || to > within.to())) {
            row.fault(
                    Fault.OUTSIDE_TEXT,
                    "from",
                    "why",
                    "不在条款 " + within.section() + " 的 " + within.from() + "—" + within.to() + " 之内");
        }
        return new int[] {from, to};
    }

    private Finding unknownAgency(Place place, String region, String printed) {
        return Finding.of(
                Fault.UNKNOWN_AGENCY,
                place,
                printed,
                "nearest",
                Nearest.asQuestion(printed, register.agencyNames(region)));
    }

    private List<Task> tasks(
            Table table,
            @Nullable Head head,
            Map<String, Clause> clauses,
            int characters,
            @Nullable Set<String> targetIds) {
        List<Task> tasks = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> sections = new HashMap<>();
        for (Row row : table.rows()) {
            String id = row.required("id");
            if (!id.isEmpty() && !TASK_ID.matcher(id).matches()) {
                row.fault(Fault.BAD_ID, "id", "form", "R01");
            }
            duplicate(row, "id", id, lines);
            String section = row.required("section");
            duplicate(row, "section", section, sections);
            Clause clause = clause(row, section, clauses);
            boolean joint = row.yes("joint");
            if (joint && !row.text("cooperating").isEmpty()) {
                row.fault(Fault.JOINT_WITH_COOPERATING, "cooperating");
            }
            for (String target : row.list("targets")) {
                if (targetIds != null && !targetIds.contains(target)) {
                    row.faultOf(Fault.UNKNOWN_TARGET, "targets", target);
                }
            }
            int[] span = span(row, clause, characters);
            places.put(id, row.place());
            tasks.add(new Task(
                    id,
                    section,
                    row.required("title"),
                    row.text("summary"),
                    units(row, "lead", head),
                    units(row, "cooperating", head),
                    joint,
                    units(row, "inherited", head),
                    where(row, head),
                    due(row, head),
                    row.list("targets"),
                    span[0],
                    span[1],
                    row.text("note")));
        }
        return tasks;
    }

    private static void duplicate(Row row, String column, String id, Map<String, Integer> lines) {
        Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, row.line());
        if (first != null) {
            row.fault(Fault.DUPLICATE_ID, column, "where", "第 " + first + " 行");
        }
    }

    static @Nullable Clause clause(Row row, String section, Map<String, Clause> clauses) {
        int hash = section.indexOf('#');
        String bare = hash < 0 ? section : section.substring(0, hash);
        Clause clause = clauses.get(bare);
        // Empty where clauses.csv is not in order: that is the finding.
        if (clause == null && !bare.isEmpty() && !clauses.isEmpty()) {
            row.fault(Fault.UNKNOWN_SECTION, "section", "nearest", Nearest.asQuestion(bare, clauses.keySet()));
        }
        return clause;
    }

    private List<Unit> units(Row row, String column, @Nullable Head head) {
        List<Unit> units = new ArrayList<>();
        for (String printed : row.list(column)) {
            Agency agency = head == null ? null : register.agency(head.region(), printed);
            if (agency != null) {
                units.add(new Unit(printed, agency));
            } else if (head != null) {
                findings.add(unknownAgency(row.place().column(column), head.region(), printed));
            }
        }
        return units;
    }

    /** Codes where the register knows the place; a tract it does not know stays a name. */
    private List<String> where(Row row, @Nullable Head head) {
        List<String> where = new ArrayList<>();
        for (String place : row.list("place")) {
            Register.Lookup lookup = register.region(place, head == null ? null : head.region());
            if (lookup instanceof Register.Lookup.Found(Region region)) {
                where.add(region.code());
            } else if (CODE.matcher(place).matches() || lookup instanceof Register.Lookup.Ambiguous) {
                Finding finding = Register.finding(lookup, row.place().column("place"), place);
                if (finding != null) {
                    findings.add(finding);
                }
            } else {
                where.add(place);
            }
        }
        return where;
    }

    private static @Nullable Due due(Row row, @Nullable Head head) {
        String text = row.text("due");
        if (text.isEmpty()) {
            return null;
        }
        return due(row, text, head);
    }

    static @Nullable Due due(Row row, String text, @Nullable Head head) {
        Due due = Due.parse(text);
        if (due == null) {
            row.fault(Fault.NOT_A_DUE, "due");
        } else if (head != null && due.end().isBefore(LocalDate.of(head.firstYear(), 1, 1))) {
            row.fault(Fault.DUE_BEFORE_PLAN, "due", "year", Integer.toString(head.firstYear()));
        }
        return due;
    }
}
