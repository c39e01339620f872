package org.luheng.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TotalExempt;

/**
 * A plan as {@code docs/plan-format.md} lays it down: what the arithmetic needs of it, and all else a folder holds. Immutable.
 *
 * @param plan targets and what is needed to compute; its hash names this edition of the folder
 * @param number of the document, empty where it has none
 * @param issued null where not known
 * @param office the agencies that hold the office by the plan's word
 * @param sums what the plan divides, added up
 * @param places where each target and task stands in its file, by id
 * @param notices what was worth saying while reading, none of it an error
 */
public record PlanFolder(
        Plan plan,
        String number,
        String issuer,
        @Nullable LocalDate issued,
        List<Unit> office,
        Document document,
        Options options,
        List<Followed> follows,
        List<Clause> clauses,
        List<Task> tasks,
        List<SumCheck> sums,
        Map<String, Place> places,
        List<Finding> notices) {
    /** Columns of {@code clauses.csv}, in their order. */
    public static final List<String> CLAUSE_COLUMNS = List.of("section", "heading", "from", "to");

    /** Columns of {@code targets.csv}, in their order. */
    public static final List<String> TARGET_COLUMNS = List.of(
            "id",
            "section",
            "title",
            "indicator",
            "kind",
            "comparator",
            "value",
            "value_to",
            "unit",
            "base_year",
            "base_value",
            "due",
            "due_inherited",
            "region",
            "scope",
            "nature",
            "modality",
            "from",
            "to",
            "note");

    /** Columns of {@code tasks.csv}, in their order. */
    public static final List<String> TASK_COLUMNS = List.of(
            "id",
            "section",
            "title",
            "summary",
            "lead",
            "cooperating",
            "joint",
            "inherited",
            "place",
            "due",
            "targets",
            "from",
            "to",
            "note");

    /**
     * The document the plan was read from; its text is not in the folder.
     *
     * @param sha256 of its bytes
     * @param characters code points after decoding
     */
    public record Document(String name, String sha256, int characters) {}

    /**
     * How the plan wants to be reckoned.
     *
     * @param barometer whose early-warning rules: {@link org.luheng.accounting.Barometer#NATIONAL} or a city's own
     * @param section the clause that says so, empty: the plan does not, these are the defaults
     */
    public record Options(
            PathForm path, boolean totalAdjusts, TotalExempt totalExempt, String barometer, String section) {
        public boolean areDefaults() {
            return section.isEmpty();
        }
    }

    /** A plan or notice that this one carries out. */
    public record Followed(String title, String number) {}

    public PlanFolder {
        office = List.copyOf(office);
        follows = List.copyOf(follows);
        clauses = List.copyOf(clauses);
        tasks = List.copyOf(tasks);
        sums = List.copyOf(sums);
        places = Map.copyOf(places);
        notices = List.copyOf(notices);
    }

    /** @throws Refused with every fault of all four files; nothing is half read */
    public static PlanFolder read(Path folder, Rules rules, Register register) {
        Findings findings = new Findings();
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String file : PlanReading.FILES) {
            Source source = Source.read(folder.resolve(file), Source.label(folder, file), findings);
            if (source != null) {
                sources.put(file, source);
            }
        }
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return new PlanReading(name == null ? "" : name.toString(), sources, findings, rules, register).read();
    }

    /**
     * Reads what is kept elsewhere than in a directory.
     *
     * @param id as the folder would be named
     * @throws Refused with every fault of all four files; nothing is half read
     */
    public static PlanFolder read(String id, FolderText text, Rules rules, Register register) {
        Findings findings = new Findings();
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String file : PlanReading.FILES) {
            String label = "plans/" + id + "/" + file;
            String content = text.texts().get(file);
            if (content == null) {
                findings.add(Fault.MISSING_FILE, Place.file(label), "");
            } else {
                sources.put(file, new Source(label, content));
            }
        }
        return new PlanReading(id, sources, findings, rules, register).read();
    }

    /** The four files that say all of this. Read again they give an equal folder, but for what only the writing decides: its hash and lines. */
    public FolderText text() {
        return PlanWriting.text(this);
    }

    public @Nullable Clause clause(String section) {
        int hash = section.indexOf('#');
        String bare = hash < 0 ? section : section.substring(0, hash);
        return clauses.stream()
                .filter(clause -> clause.section().equals(bare))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Target target(String id) {
        return plan.targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The tasks that name the target; where none does, those of its own clause. */
    public List<Task> tasksFor(Target target) {
        List<Task> named = tasks.stream()
                .filter(task -> task.targets().contains(target.id()))
                .toList();
        return named.isEmpty()
                ? tasks.stream()
                        .filter(task -> task.clause().equals(target.section()))
                        .toList()
                : named;
    }

    /** What an agency has to do with this plan. */
    public record Duty(Task task, Role role) {}

    public enum Role {
        LEAD("牵头"),
        JOINT("共同负责"),
        COOPERATING("配合"),
        INHERITED("落实");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Duties of every agency the plan names, agencies in order of first mention. */
    public Map<Agency, List<Duty>> duties() {
        Map<Agency, List<Duty>> duties = new LinkedHashMap<>();
        for (Task task : tasks) {
            task.lead().forEach(unit -> add(duties, unit, task, task.joint() ? Role.JOINT : Role.LEAD));
            task.cooperating().forEach(unit -> add(duties, unit, task, Role.COOPERATING));
            task.inherited().forEach(unit -> add(duties, unit, task, Role.INHERITED));
        }
        return duties;
    }

    private static void add(Map<Agency, List<Duty>> duties, Unit unit, Task task, Role role) {
        duties.computeIfAbsent(unit.agency(), agency -> new java.util.ArrayList<>())
                .add(new Duty(task, role));
    }
}
