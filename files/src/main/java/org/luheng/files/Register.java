package org.luheng.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies that plans and facts speak of, read from {@code register/}. Immutable. */
public final class Register {
    private static final Set<String> REGION_COLUMNS = columns(
            "code", "code_kind", "name", "short", "aliases", "level", "parent", "valid_from", "valid_to", "note");
    private static final Set<String> AGENCY_COLUMNS =
            columns("id", "jurisdiction", "name", "aliases", "kind", "valid_from", "valid_to", "note");

    private final Map<String, Region> regions;
    private final Map<String, Set<Region>> regionsByName = new HashMap<>();
    private final Map<String, Agency> agencies;
    private final Map<String, Agency> agenciesByName = new HashMap<>();
    private final String hash;

    private Register(Map<String, Region> regions, Map<String, Agency> agencies, String hash) {
        this.regions = regions;
        this.agencies = agencies;
        this.hash = hash;
        for (Region region : regions.values()) {
            for (String name : names(region)) {
                regionsByName
                        .computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(region);
            }
        }
        for (Agency agency : agencies.values()) {
            for (String name : names(agency)) {
                agenciesByName.put(key(agency.jurisdiction(), name), agency);
            }
        }
    }

    /** @throws Refused with every fault of both files */
    public static Register read(Path folder) {
        Findings findings = new Findings();
        Source regionFile = Source.read(folder.resolve("regions.csv"), Source.label(folder, "regions.csv"), findings);
        Source agencyFile = Source.read(folder.resolve("agencies.csv"), Source.label(folder, "agencies.csv"), findings);
        Map<String, Region> regions = regions(Table.read(regionFile, REGION_COLUMNS, Set.of(), findings));
        Map<String, Agency> agencies = agencies(Table.read(agencyFile, AGENCY_COLUMNS, Set.of(), findings), regions);
        findings.throwIfRefused();
        Hash hash = new Hash();
        for (Source source : new Source[] {regionFile, agencyFile}) {
            if (source != null) {
                hash.add(source.label(), source.text());
            }
        }
        return new Register(regions, agencies, hash.hex());
    }

    private static Map<String, Region> regions(Table table) {
        Map<String, Region> regions = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> namesOfSiblings = new HashMap<>();
        for (Row row : table.rows()) {
            Region region = new Region(
                    row.required("code"),
                    row.required("code_kind"),
                    row.required("name"),
                    row.required("short"),
                    row.list("aliases"),
                    row.required("level"),
                    row.text("parent"),
                    row.date("valid_from"),
                    row.date("valid_to"),
                    row.text("note"));
            Integer first = lines.putIfAbsent(region.code(), row.line());
            if (first != null) {
                row.fault(Fault.DUPLICATE_ID, "code", "where", "第 " + first + " 行");
                continue;
            }
            if (!region.parent().isEmpty() && !regions.containsKey(region.parent())) {
                row.fault(Fault.NO_PARENT, "parent");
            }
            checkYears(row);
            for (String name : names(region)) {
                Integer taken = namesOfSiblings.putIfAbsent(key(region.parent(), name), row.line());
                if (taken != null) {
                    row.faultOf(Fault.NAME_TAKEN, "name", name, "line", taken.toString());
                }
            }
            regions.put(region.code(), region);
        }
        return regions;
    }

    private static Map<String, Agency> agencies(Table table, Map<String, Region> regions) {
        Map<String, Agency> agencies = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> namesWithin = new HashMap<>();
        for (Row row : table.rows()) {
            Agency agency = new Agency(
                    row.required("id"),
                    row.required("jurisdiction"),
                    row.required("name"),
                    row.list("aliases"),
                    row.required("kind"),
                    row.date("valid_from"),
                    row.date("valid_to"),
                    row.text("note"));
            Integer first = lines.putIfAbsent(agency.id(), row.line());
            if (first != null) {
                row.fault(Fault.DUPLICATE_ID, "id", "where", "第 " + first + " 行");
                continue;
            }
            if (!agency.jurisdiction().isEmpty() && !regions.containsKey(agency.jurisdiction())) {
                row.fault(
                        Fault.UNKNOWN_REGION,
                        "jurisdiction",
                        "nearest",
                        Nearest.asQuestion(agency.jurisdiction(), regions.keySet()));
            }
            checkYears(row);
            for (String name : names(agency)) {
                Integer taken = namesWithin.putIfAbsent(key(agency.jurisdiction(), name), row.line());
                if (taken != null) {
                    row.faultOf(Fault.NAME_TAKEN, "name", name, "line", taken.toString());
                }
            }
            agencies.put(agency.id(), agency);
        }
        return agencies;
    }

    private static void checkYears(Row row) {
        String from = row.text("valid_from");
        String to = row.text("valid_to");
        if (!from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
            row.fault(Fault.YEARS_BACKWARDS, "valid_to", "from", from, "to", to);
        }
    }

    private static Set<String> names(Region region) {
        Set<String> names = new LinkedHashSet<>();
        names.add(region.name());
        names.add(region.shortName());
        names.addAll(region.aliases());
        return names;
    }

    private static Set<String> names(Agency agency) {
        Set<String> names = new LinkedHashSet<>();
        names.add(agency.name());
        names.addAll(agency.aliases());
        return names;
    }

    private static String key(String jurisdiction, String name) {
        return jurisdiction + '|' + name;
    }

    static Set<String> columns(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    /** What a name or code may stand for. */
    public sealed interface Lookup {
        record Found(Region region) implements Lookup {}

        /** @param nearest the name or code spelled most like it, empty where none is near */
        record Unknown(String nearest) implements Lookup {}

        record Ambiguous(List<Region> candidates) implements Lookup {}
    }

    /**
     * By code, full name, short name or alias.
     *
     * @param within a name that several places share stands for the one within this place; null: nowhere first
     */
    public Lookup region(String codeOrName, @Nullable String within) {
        Region byCode = regions.get(codeOrName);
        if (byCode != null) {
            return new Lookup.Found(byCode);
        }
        Set<Region> named = regionsByName.getOrDefault(codeOrName, Set.of());
        if (named.isEmpty()) {
            return new Lookup.Unknown(nearest(codeOrName));
        }
        if (named.size() == 1) {
            Region only = named.iterator().next();
            return isMeant(only, codeOrName, within) ? new Lookup.Found(only) : new Lookup.Ambiguous(List.of(only));
        }
        List<Region> inside = within == null
                ? List.of()
                : named.stream()
                        .filter(region -> isWithin(region.code(), within))
                        .toList();
        return inside.size() == 1
                ? new Lookup.Found(inside.getFirst())
                : new Lookup.Ambiguous(inside.isEmpty() ? List.copyOf(named) : inside);
    }

    /** A short name of another city's zone (经开区) is not taken for one's own; provinces and full names are nobody's. */
    private boolean isMeant(Region region, String name, @Nullable String within) {
        return within == null
                || !region.shortName().equals(name)
                || region.level().equals("省级")
                || region.level().equals("国家")
                || isWithin(region.code(), within)
                || isWithin(within, region.code());
    }

    private String nearest(String codeOrName) {
        List<String> known = new ArrayList<>(regionsByName.keySet());
        known.addAll(regions.keySet());
        return Nearest.to(codeOrName, known);
    }

    /** A finding for a lookup that did not find; null for one that did. */
    static @Nullable Finding finding(Lookup lookup, Place place, String value) {
        return switch (lookup) {
            case Lookup.Found found -> null;
            case Lookup.Unknown(String nearest) ->
                Finding.of(
                        Fault.UNKNOWN_REGION,
                        place,
                        value,
                        "nearest",
                        nearest.isEmpty() ? "" : "，是不是 " + nearest + "？");
            case Lookup.Ambiguous(List<Region> candidates) ->
                Finding.of(
                        Fault.AMBIGUOUS_REGION,
                        place,
                        value,
                        "candidates",
                        String.join(
                                "、",
                                candidates.stream()
                                        .map(region -> region.code() + " " + region.name())
                                        .toList()));
        };
    }

    /** Null where there is no such code. */
    public @Nullable Region region(String code) {
        return regions.get(code);
    }

    /** Full name of a place; the code itself where the register has none of that code. */
    public String name(String code) {
        Region region = regions.get(code);
        return region == null ? code : region.name();
    }

    /** In the file's order, a place after the one above it. */
    public Collection<Region> regions() {
        return java.util.Collections.unmodifiableCollection(regions.values());
    }

    public List<Region> below(String code) {
        return regions.values().stream()
                .filter(region -> region.parent().equals(code))
                .toList();
    }

    /** The place itself or any below it. */
    public boolean isWithin(String code, String above) {
        String at = code;
        while (!at.isEmpty()) {
            if (at.equals(above)) {
                return true;
            }
            Region region = regions.get(at);
            at = region == null ? "" : region.parent();
        }
        return false;
    }

    /**
     * An agency by its printed name: of the place itself, else of the places above it.
     *
     * @return null where the register has none of that name
     */
    public @Nullable Agency agency(String jurisdiction, String printedName) {
        String at = jurisdiction;
        while (!at.isEmpty()) {
            Agency agency = agenciesByName.get(key(at, printedName));
            if (agency != null) {
                return agency;
            }
            Region region = regions.get(at);
            at = region == null ? "" : region.parent();
        }
        return null;
    }

    public @Nullable Agency agency(String id) {
        return agencies.get(id);
    }

    public Collection<Agency> agencies() {
        return java.util.Collections.unmodifiableCollection(agencies.values());
    }

    /** Names and aliases of a place's agencies. */
    List<String> agencyNames(String jurisdiction) {
        return agencies.values().stream()
                .filter(agency -> agency.jurisdiction().equals(jurisdiction))
                .flatMap(agency -> names(agency).stream())
                .toList();
    }

    public String hash() {
        return hash;
    }
}
