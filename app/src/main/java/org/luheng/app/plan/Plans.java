package org.luheng.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Address;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.PlanChecks;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The plans of this installation, several places and periods side by side. Immutable once read; the place with most
 * divisions comes first, because it answers most.
 */
@Service
public class Plans {
    private final Map<String, PlanFolder> byId = new LinkedHashMap<>();
    private final Map<String, List<PlanFolder>> byRegion = new LinkedHashMap<>();
    private final PlanChecks checks;

    /** @throws Refused with the faults of all plans, nothing read in part */
    Plans(@Value("${luheng.root:.}") Path root, Rules rules, Register register) {
        this.checks = new PlanChecks(rules, register);
        List<PlanFolder> folders = new ArrayList<>();
        Findings findings = new Findings();
        for (Path folder : folders(root.resolve("plans"))) {
            try {
                folders.add(PlanFolder.read(folder, rules, register));
            } catch (Refused refused) {
                refused.findings().forEach(findings::add);
            }
        }
        findings.throwIfRefused();
        folders.sort(Comparator.<PlanFolder>comparingInt(
                        folder -> -folder.plan().dividedIndicators().size())
                .thenComparing(folder -> -folder.plan().firstYear())
                .thenComparing(folder -> folder.plan().id()));
        for (PlanFolder folder : folders) {
            byId.put(folder.plan().id(), folder);
            byRegion.computeIfAbsent(folder.plan().region(), region -> new ArrayList<>())
                    .add(folder);
        }
    }

    private static List<Path> folders(Path plans) {
        try (Stream<Path> entries = Files.list(plans)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("plan.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("plans/ cannot be listed: " + plans.toAbsolutePath(), unreadable);
        }
    }

    public Collection<PlanFolder> all() {
        return List.copyOf(byId.values());
    }

    /** @throws Refused where there is no such plan */
    public PlanFolder get(String id) {
        PlanFolder folder = byId.get(id);
        if (folder == null) {
            throw Address.unknown("plan", id);
        }
        return folder;
    }

    public PlanFolder first() {
        return byId.values().stream().findFirst().orElseThrow(() -> Address.unknown("plan", ""));
    }

    /** Places that have a plan of their own. */
    public List<String> regions() {
        return List.copyOf(byRegion.keySet());
    }

    /** The plans of one place. */
    public List<PlanFolder> of(String region) {
        return byRegion.getOrDefault(region, List.of());
    }

    /** The plans that speak of a place: its own, then those that divide among it. */
    public List<PlanFolder> about(String region) {
        List<PlanFolder> about = new ArrayList<>(of(region));
        for (PlanFolder folder : byId.values()) {
            if (folder.plan().divides().contains(region)) {
                about.add(folder);
            }
        }
        return about;
    }

    /** What is contradictory, doubtful or wanting: in the plan itself, then against the place's other plans. */
    public List<Finding> findings(PlanFolder folder) {
        List<Finding> findings = new ArrayList<>(checks.within(folder));
        for (PlanFolder other : of(folder.plan().region())) {
            if (other != folder) {
                findings.addAll(checks.between(folder, other));
            }
        }
        return findings;
    }

    /** Printed heading of a section, empty where the plan has none. */
    public static String heading(PlanFolder folder, String section) {
        var clause = folder.clause(section);
        return clause == null ? "" : clause.heading();
    }
}
