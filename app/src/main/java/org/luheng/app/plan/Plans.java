package org.luheng.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Address;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.FolderText;
import org.luheng.files.Place;
import org.luheng.files.PlanChecks;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The plans of this installation, several places and periods side by side: those in {@code plans/}, and those that came of
 * reviews. What is shown is one immutable state, exchanged as a whole when an edition comes or is accepted; the place with most
 * divisions comes first, because it answers most.
 */
@Service
public class Plans {
    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);

    private final Rules rules;
    private final Register register;
    private final Editions editions;
    private final PlanChecks checks;
    private final List<PlanFolder> installed;
    private final Map<String, PlanFolder> read = new ConcurrentHashMap<>();
    private volatile PlansInForce now;

    /** @throws Refused with the faults of all plans in {@code plans/}, nothing read in part */
    Plans(@Value("${luheng.root:.}") Path root, Rules rules, Register register, Editions editions) {
        this.rules = rules;
        this.register = register;
        this.editions = editions;
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
        this.installed = List.copyOf(folders);
        this.now = state();
    }

    /** Something was written or accepted: from now on the present state of it is shown. */
    synchronized void follow() {
        now = state();
    }

    private PlansInForce state() {
        List<PlanFolder> written = new ArrayList<>();
        for (Editions.Written edition : editions.written()) {
            PlanFolder folder = read.computeIfAbsent(edition.sha256(), sha256 -> reread(edition));
            if (folder != null) {
                written.add(folder);
            }
        }
        Map<String, Instant> accepted = new HashMap<>();
        editions.accepted().forEach(acceptance -> accepted.put(acceptance.sha256(), acceptance.at()));
        return PlansInForce.of(installed, written, accepted);
    }

    /** Null where rules or register do not know any more what it speaks of: it is not shown, and its review says what is wrong. */
    private @Nullable PlanFolder reread(Editions.Written edition) {
        try {
            return PlanFolder.read(edition.plan(), edition.text(), rules, register);
        } catch (Refused refused) {
            LOG.error(
                    "方案 {} 的版本 {} 按现在的规则和名录读不通，没有装入：{}",
                    edition.plan(),
                    edition.sha256(),
                    refused.findings().inWords());
            return null;
        }
    }

    /**
     * Keeps what came of a review. A plan that is new is shown at once; of one that is there already the edition waits until two
     * persons accept it.
     *
     * @throws Refused where the plan of that id is another place's
     */
    public void add(PlanFolder folder, FolderText text, long review) {
        Plan plan = folder.plan();
        PlanFolder present = now.byId().get(plan.id());
        if (present != null && !present.plan().region().equals(plan.region())) {
            throw Refused.of(Finding.of(
                    Fault.PLAN_OF_ANOTHER_PLACE,
                    Place.parameter("编号"),
                    plan.id(),
                    "place",
                    register.name(present.plan().region())));
        }
        editions.add(plan.id(), text, plan.region(), review);
        follow();
    }

    /** Editions that came of a review, the latest first. */
    public List<Edition> ofReview(long review) {
        return editions.of(review).stream()
                .map(each -> new Edition(each.plan(), each.sha256(), each.recorded(), each.at()))
                .toList();
    }

    /** Numbers of the reviews that editions of a plan came of. */
    public List<Long> reviewsOf(String id) {
        return editions.reviews(id);
    }

    /** @param accepted when two persons accepted it, null: they have not */
    public record Edition(
            String plan,
            String sha256,
            Instant recorded,
            @Nullable Instant accepted) {}

    /** A certain edition, shown or waiting; empty where there is none that can be read. */
    public Optional<PlanFolder> edition(String id, String sha256) {
        return now.editions().getOrDefault(id, List.of()).stream()
                .filter(folder -> folder.plan().hash().equals(sha256))
                .findFirst();
    }

    /** Editions written after the one that is shown, which wait for two persons; the latest first. */
    public List<PlanFolder> waiting(String id) {
        List<PlanFolder> all = now.editions().getOrDefault(id, List.of());
        PlanFolder shown = now.byId().get(id);
        int at = all.indexOf(shown);
        return at < 0 ? List.of() : all.subList(at + 1, all.size()).reversed();
    }

    /** Whether the plan came of a review and nobody has accepted it yet. */
    public boolean isProvisional(String id) {
        return now.provisional().contains(id);
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
        return List.copyOf(now.byId().values());
    }

    /** @throws Refused where there is no such plan */
    public PlanFolder get(String id) {
        PlanFolder folder = now.byId().get(id);
        if (folder == null) {
            throw Address.unknown("plan", id);
        }
        return folder;
    }

    public PlanFolder first() {
        return now.byId().values().stream().findFirst().orElseThrow(() -> Address.unknown("plan", ""));
    }

    /** Places that have a plan of their own. */
    public List<String> regions() {
        return List.copyOf(now.byRegion().keySet());
    }

    /** The plans of one place. */
    public List<PlanFolder> of(String region) {
        return now.byRegion().getOrDefault(region, List.of());
    }

    /** The plans that speak of a place: its own, then those that divide among it. */
    public List<PlanFolder> about(String region) {
        List<PlanFolder> about = new ArrayList<>(of(region));
        for (PlanFolder folder : now.byId().values()) {
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
