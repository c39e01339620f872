package org.luheng.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Due;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;
import org.luheng.accounting.TotalExempt;
import org.luheng.files.Agency;
import org.luheng.files.Clause;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.luheng.files.SumCheck;
import org.luheng.files.Task;
import org.luheng.files.Unit;
import org.luheng.reader.Reading;
import org.luheng.reader.Responsibility;

/** Makes drafts of readings, with what one installation knows. May be used by one thread at a time. */
public final class Drafting {
    private final Rules rules;
    private final Register register;
    private final IndicatorNames names;

    /** @param plans of the house, whose titles are names of indicators too */
    public Drafting(Rules rules, Register register, Collection<PlanFolder> plans) {
        this.rules = rules;
        this.register = register;
        this.names = new IndicatorNames(rules, plans);
    }

    /**
     * Findings name lines of the text.
     *
     * @param label the document's name, for places in findings
     * @param text that was read
     * @param sha256 of the document's bytes
     */
    public Draft draft(Reading reading, String label, String text, String sha256) {
        Lines lines = new Lines(text);
        return draft(reading, label, text, sha256, at -> Place.line(label, lines.line(at)));
    }

    /**
     * Findings name places of the document.
     *
     * @param places where a character of the text (UTF-16 unit) stands in the document
     */
    public Draft draft(Reading reading, String label, String text, String sha256, IntFunction<Place> places) {
        return new Work(reading, label, text, sha256, places, null).draft();
    }

    /**
     * A draft for the place whose office asks, whatever place the document seems to speak of.
     *
     * @param region code of a place of the register
     */
    public Draft draftFor(String region, Reading reading, String label, String text, String sha256) {
        Lines lines = new Lines(text);
        return new Work(reading, label, text, sha256, at -> Place.line(label, lines.line(at)), region).draft();
    }

    /** Indicators whose names are most like a printed one and whose numbers can be of that kind, the likest first. */
    public List<Indicator> nearest(String printed, TargetKind kind, String unit, int most) {
        return names.nearest(printed, kind, unit, most);
    }

    /** One draft. */
    private final class Work {
        private final Reading reading;
        private final String label;
        private final String sha256;
        private final int characters;
        private final Lines lines;
        private final IntFunction<Place> placeOf;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Place> places = new HashMap<>();
        private final Set<String> unknown = new LinkedHashSet<>();
        private final String region;
        private final int first;
        private final int last;

        Work(
                Reading reading,
                String label,
                String text,
                String sha256,
                IntFunction<Place> placeOf,
                @Nullable String of) {
            this.placeOf = placeOf;
            this.reading = reading;
            this.label = label;
            this.sha256 = sha256;
            this.lines = new Lines(text);
            this.characters = text.codePointCount(0, text.length());
            this.region = of != null ? of : place(reading.document().place());
            Integer from = reading.document().from();
            Integer to = reading.document().to();
            int[] dues = reading.targets().stream()
                    .map(target -> due(target.due()))
                    .filter(due -> due != null)
                    .mapToInt(Due::year)
                    .sorted()
                    .toArray();
            this.first = from != null ? from : dues.length == 0 ? LocalDate.EPOCH.getYear() : dues[0];
            this.last = to != null ? to : dues.length == 0 ? first : dues[dues.length - 1];
        }

        Draft draft() {
            if (region.startsWith(Draft.UNKNOWN)) {
                findings.add(Finding.of(
                        Fault.PLACE_NOT_KNOWN,
                        placeOf.apply(0),
                        reading.document().place()));
            }
            List<Clause> clauses = clauses();
            List<Target> targets = targets();
            List<Task> tasks = tasks();
            for (org.luheng.reader.Doubt doubt : reading.doubts()) {
                if (doubt.kind() != org.luheng.reader.Doubt.Kind.EMPTY_CLAUSE) {
                    findings.add(Finding.of(
                            Fault.READER_DOUBTS,
                            place(doubt.quote()),
                            doubt.quote().text(),
                            "why",
                            doubt.why()));
                }
            }
            Plan plan = new Plan(
                    label,
                    reading.document().title().isEmpty()
                            ? label
                            : reading.document().title(),
                    shortTitle(),
                    region,
                    divides(targets),
                    first,
                    last,
                    first - 1,
                    PathForm.GEOMETRIC,
                    false,
                    TotalExempt.NONE,
                    Barometer.NATIONAL,
                    targets,
                    sha256);
            return new Draft(
                    new PlanFolder(
                            plan,
                            reading.document().number(),
                            reading.document().issuer(),
                            date(reading.document().date()),
                            List.of(),
                            new PlanFolder.Document(label, sha256, characters),
                            new PlanFolder.Options(PathForm.GEOMETRIC, false, TotalExempt.NONE, Barometer.NATIONAL, ""),
                            List.of(),
                            clauses,
                            tasks,
                            SumCheck.of(plan, rules.units()),
                            places,
                            List.of()),
                    findings);
        }

        private String shortTitle() {
            String title = reading.document().title();
            return title.isEmpty() ? label : title.length() > 20 ? title.substring(0, 19) + "…" : title;
        }

        private List<Clause> clauses() {
            Map<String, Clause> clauses = new LinkedHashMap<>();
            for (org.luheng.reader.Clause clause : reading.clauses()) {
                clauses.putIfAbsent(
                        clause.section(),
                        new Clause(
                                clause.section(),
                                clause.heading(),
                                lines.codePoints(clause.start()),
                                lines.codePoints(clause.end())));
            }
            return List.copyOf(clauses.values());
        }

        private List<Target> targets() {
            List<Target> targets = new ArrayList<>();
            for (org.luheng.reader.Target read : reading.targets()) {
                String id = "T%03d".formatted(targets.size() + 1);
                places.put(id, place(read.quote()));
                targets.add(target(id, read));
            }
            return targets;
        }

        private Target target(String id, org.luheng.reader.Target read) {
            TargetKind kind = Kinds.kind(read);
            String unit = read.perYear() && read.unit().equals("%") ? "%/年" : read.unit();
            IndicatorNames.Known known = names.of(read.indicator(), kind, unit);
            if (known == null && unknown.add(IndicatorNames.bare(read.indicator()))) {
                findings.add(Finding.of(Fault.INDICATOR_NOT_KNOWN, place(read.quote()), read.indicator()));
            }
            String code = known == null
                    ? Draft.UNKNOWN + IndicatorNames.bare(read.indicator())
                    : known.indicator().code();
            Due due = due(read.due());
            if (due == null) {
                findings.add(Finding.of(Fault.NO_DUE, place(read.quote()), read.indicator()));
            }
            String where = read.scope().isEmpty() ? Draft.UNKNOWN : place(read.scope());
            boolean whole = where.startsWith(Draft.UNKNOWN);
            return new Target(
                    id,
                    read.section(),
                    read.indicator(),
                    code,
                    known != null && known.kind() != null && kind != TargetKind.DEADLINE ? known.kind() : kind,
                    Kinds.relation(read, kind),
                    number(read.value(), kind),
                    number(read.valueTo(), kind),
                    unit,
                    read.baseline(),
                    null,
                    due == null ? Due.ofYear(last) : due,
                    read.dueInherited() || due == null,
                    whole ? region : where,
                    whole ? read.scope() : "",
                    read.bound(),
                    read.modality(),
                    lines.codePoints(read.quote().start()),
                    lines.codePoints(read.quote().end()),
                    "");
        }

        private @Nullable BigDecimal number(@Nullable String value, TargetKind kind) {
            if (value == null || kind == TargetKind.DEADLINE) {
                return null;
            }
            String digits = kind == TargetKind.CLASS ? Kinds.classNumber(value) : value;
            try {
                return new BigDecimal(digits);
            } catch (NumberFormatException ratio) {
                return null;
            }
        }

        private @Nullable Due due(@Nullable String due) {
            return due == null ? null : Due.parse(due);
        }

        /** Places that several targets are set for one by one. */
        private List<String> divides(List<Target> targets) {
            Set<String> below = new LinkedHashSet<>();
            targets.stream()
                    .map(Target::region)
                    .filter(code -> !code.equals(region))
                    .forEach(below::add);
            return List.copyOf(below);
        }

        private List<Task> tasks() {
            List<Task> tasks = new ArrayList<>();
            for (Responsibility read : reading.responsibilities()) {
                String id = "R%02d".formatted(tasks.size() + 1);
                places.put(id, place(read.quote()));
                tasks.add(new Task(
                        id,
                        read.section(),
                        heading(read.section()),
                        "",
                        units(read.lead(), read),
                        units(read.cooperating(), read),
                        read.joint(),
                        units(read.inherited(), read),
                        List.of(),
                        null,
                        List.of(),
                        lines.codePoints(read.quote().start()),
                        lines.codePoints(read.quote().end()),
                        ""));
            }
            return tasks;
        }

        private String heading(String section) {
            String bare = section.replaceFirst("#[0-9]+$", "");
            return reading.clauses().stream()
                    .filter(clause -> clause.section().equals(bare))
                    .findFirst()
                    .map(org.luheng.reader.Clause::heading)
                    .orElse("");
        }

        private List<Unit> units(List<String> printed, Responsibility read) {
            List<Unit> units = new ArrayList<>();
            for (String name : printed) {
                Agency agency = region.startsWith(Draft.UNKNOWN) ? null : register.agency(region, name);
                if (agency == null && unknown.add(name)) {
                    findings.add(Finding.of(Fault.AGENCY_NOT_KNOWN, place(read.quote()), name));
                }
                units.add(new Unit(
                        name,
                        agency != null
                                ? agency
                                : new Agency(Draft.UNKNOWN + name, region, name, List.of(), "部门", null, null, "")));
            }
            return units;
        }

        /** A code of the register, or the name with a mark. */
        private String place(String name) {
            if (region != null && name.equals(reading.document().place())) {
                return region;
            }
            String within = region;
            return register.region(name, within) instanceof Register.Lookup.Found(var found)
                            && (within == null || register.isWithin(found.code(), within))
                    ? found.code()
                    : Draft.UNKNOWN + name;
        }

        private Place place(org.luheng.reader.Quote quote) {
            return placeOf.apply(quote.start());
        }

        private static @Nullable LocalDate date(@Nullable String iso) {
            return iso == null || iso.length() != 10 ? null : LocalDate.parse(iso);
        }
    }
}
