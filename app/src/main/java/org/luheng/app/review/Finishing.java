package org.luheng.app.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.luheng.app.page.Address;
import org.luheng.app.plan.Documents;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.store.ReviewStore;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.FolderText;
import org.luheng.files.Place;
import org.luheng.files.PlanChanges;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a plan of a review in which everything is decided. */
@Service
public class Finishing {
    private final ReviewStore store;
    private final Reviews reviews;
    private final Plans plans;
    private final Documents documents;
    private final TransactionTemplate transactions;

    Finishing(
            ReviewStore store,
            Reviews reviews,
            Plans plans,
            Documents documents,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reviews = reviews;
        this.plans = plans;
        this.documents = documents;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The head as it was last written down; else the former version's; else what the document says. */
    public Head head(Board board) {
        Head written = board.docket().head();
        return written != null
                ? written
                : reviews.former(board.review())
                        .map(former -> of(former, board))
                        .orElseGet(() -> read(board));
    }

    private static Head of(PlanFolder former, Board board) {
        Head read = read(board);
        PlanFolder.Options options = former.options();
        return new Head(
                former.plan().id(),
                former.plan().shortTitle(),
                read.title().isEmpty() ? former.plan().title() : read.title(),
                read.number(),
                read.issuer(),
                read.date(),
                read.from().isEmpty() ? Integer.toString(former.plan().firstYear()) : read.from(),
                read.to().isEmpty() ? Integer.toString(former.plan().lastYear()) : read.to(),
                Integer.toString(former.plan().baseYear()),
                former.office().stream().map(Unit::printed).toList(),
                former.plan().divides(),
                options.path().name().toLowerCase(Locale.ROOT),
                options.totalAdjusts(),
                options.totalExempt().code(),
                options.barometer(),
                hasSection(board, options.section()) ? options.section() : "",
                former.follows().stream()
                        .map(each -> each.number().isEmpty() ? each.title() : each.title() + "|" + each.number())
                        .toList());
    }

    private static boolean hasSection(Board board, String section) {
        return board.review().reading().headings().stream()
                .anyMatch(heading -> heading.section().equals(section));
    }

    private static Head read(Board board) {
        KeptReading.Title title = board.review().reading().title();
        Set<String> divides = new LinkedHashSet<>();
        board.docket().all().stream()
                .filter(entry -> entry.item().kind() == Item.Kind.TARGET && !entry.isRejected())
                .map(entry -> entry.cell("region"))
                .filter(region -> !region.equals(board.review().region()))
                .forEach(divides::add);
        Integer from = title.from();
        Integer to = title.to();
        return new Head(
                "",
                shortTitle(title.title()),
                title.title(),
                title.number(),
                title.issuer(),
                title.date() == null || title.date().length() != 10 ? "" : title.date(),
                from == null ? "" : from.toString(),
                to == null ? "" : to.toString(),
                from == null ? "" : Integer.toString(from - 1),
                List.of(),
                List.copyOf(divides),
                "geometric",
                false,
                "none",
                "",
                "",
                List.of());
    }

    private static String shortTitle(String title) {
        return title.length() > 20 ? title.substring(0, 19) + "…" : title;
    }

    /** @param sha256 names the edition that was made */
    public record Finished(String plan, String sha256) {}

    /**
     * Writes the plan, reads it as any other, and keeps it. The head is kept in any case.
     *
     * @throws Refused where an item is not decided, and with all faults of the head and of items
     */
    public Finished finish(long id, Head head) {
        transactions.executeWithoutResult(status -> {
            store.hold(id);
            if (store.find(id).isEmpty()) {
                throw Address.unknown("审读", Long.toString(id));
            }
            store.decide(id, new Decision.Draft(Decision.OF_HEAD, Act.HEAD, Decision.Content.of(head), "", null));
        });
        Board board = reviews.get(id);
        Review review = board.review();
        if (board.docket().open() > 0) {
            throw Refused.of(Finding.of(
                    Fault.REVIEW_OPEN,
                    Place.parameter("审读"),
                    "",
                    "count",
                    Long.toString(board.docket().open())));
        }
        PlanFolder folder = folder(board, head);
        FolderText text = folder.text();
        PlanFolder whole = PlanFolder.read(head.id(), text, reviews.rules(), reviews.register());
        if (plans.edition(head.id(), text.sha256()).isPresent()) {
            throw Refused.of(Finding.of(Fault.UNCHANGED_EDITION, Place.parameter("方案"), head.id()));
        }
        documents.load(whole, review.fileName(), reviews.content(id));
        plans.add(whole, text, id);
        return new Finished(head.id(), text.sha256());
    }

    /** Items that were in the plan before keep the number they had there. */
    private PlanFolder folder(Board board, Head head) {
        List<Entry> taken = board.docket().all().stream().filter(Entry::isTaken).toList();
        PlanFolder folder = checked(reviews.compose(board.review(), head, taken));
        PlanFolder before = plans.all().stream()
                .filter(each -> each.plan().id().equals(head.id()))
                .filter(each -> each.plan().region().equals(board.review().region()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            return folder;
        }
        Map<String, String> ids = ids(PlanChanges.between(before, folder), before, taken);
        return checked(reviews.compose(board.review(), head, taken, item -> ids.getOrDefault(item, item)));
    }

    private static Map<String, String> ids(PlanChanges changes, PlanFolder before, List<Entry> taken) {
        Set<String> used = new HashSet<>();
        before.plan().targets().forEach(target -> used.add(target.id()));
        before.tasks().forEach(task -> used.add(task.id()));
        Map<String, String> ids = new HashMap<>();
        for (Entry entry : taken) {
            String former = changes.formerId(entry.id()).orElse(null);
            if (former != null) {
                ids.put(entry.id(), former);
                continue;
            }
            Item.Kind kind = entry.item().kind();
            String free = IntStream.iterate(1, number -> number + 1)
                    .mapToObj(kind::id)
                    .filter(used::add)
                    .findFirst()
                    .orElseThrow();
            ids.put(entry.id(), free);
        }
        return ids;
    }

    /** All faults, each of an item with its number. */
    private static PlanFolder checked(Composition composition) {
        if (composition.folder() == null) {
            Findings all = new Findings();
            composition.ofHead().forEach(all::add);
            composition
                    .ofItems()
                    .forEach((item, findings) -> findings.forEach(finding -> all.add(new Finding(
                            finding.fault(), place(item, finding.place()), finding.value(), finding.args()))));
            throw new Refused(all);
        }
        return Objects.requireNonNull(composition.folder());
    }

    private static Place place(String item, Place place) {
        String column = place.column();
        Place named = Place.parameter(item);
        return column == null ? named : named.column(column);
    }
}
