package org.luheng.app.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luheng.accounting.Rules;
import org.luheng.app.access.Sights;
import org.luheng.app.approval.Proposals;
import org.luheng.app.page.Address;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.store.ReviewStore;
import org.luheng.document.DocumentFile;
import org.luheng.draft.Drafting;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Hash;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.reader.PlanReader;
import org.luheng.reader.Reading;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The documents under review, as the office of their place sees them; others see none. */
@Service
public class Reviews {
    private static final int LIMIT = 32 << 20;

    /** The longest of plans has a tenth of it; more does not go on one page. */
    private static final int LONGEST = 1_000_000;

    private static final int LONGEST_NAME = 300;

    private final ReviewStore store;
    private final TransactionTemplate transactions;
    private final Plans plans;
    private final Rules rules;
    private final Register register;
    private final Sights sights;
    private final Proposals proposals;

    Reviews(
            ReviewStore store,
            PlatformTransactionManager transactions,
            Plans plans,
            Rules rules,
            Register register,
            Sights sights,
            Proposals proposals) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.plans = plans;
        this.rules = rules;
        this.register = register;
        this.sights = sights;
        this.proposals = proposals;
    }

    /** Code of the place whose office the current actor is of. */
    public String region() {
        String region = Objects.requireNonNullElse(sights.current().region(), "");
        proposals.requireOffice(region);
        return region;
    }

    /**
     * Reads a document and keeps what was read; the same document again is the review that is there.
     *
     * @param follows id of the plan it is a new version of, empty: of none
     * @return its number
     * @throws Refused where it cannot be read, or to who is not of an office
     */
    public long open(String file, byte[] content, String follows) {
        String region = region();
        String name = Keeping.oneLine(file).isEmpty() ? "方案" : Keeping.oneLine(file);
        if (content.length > LIMIT) {
            throw Refused.of(Finding.of(Fault.FILE_TOO_LARGE, Place.file(name), "", "limit", (LIMIT >> 20) + " MB"));
        }
        if (!follows.isEmpty() && !plans.get(follows).plan().region().equals(region)) {
            throw Address.unknown("plan", follows);
        }
        String sha256 = Hash.of(content);
        Optional<Long> there = Objects.requireNonNull(transactions.execute(status -> store.of(region, sha256)));
        if (there.isPresent()) {
            return there.get();
        }
        byte[] reading = read(region, name, content).content();
        return Objects.requireNonNull(transactions.execute(status -> store.add(
                        region,
                        sha256,
                        name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
                        content,
                        reading,
                        follows)
                .or(() -> store.of(region, sha256))
                .orElseThrow()));
    }

    private KeptReading read(String region, String name, byte[] content) {
        DocumentFile document = DocumentFile.read(content, name);
        String text = document.text();
        if (text.length() > LONGEST) {
            throw Refused.of(Finding.of(
                    Fault.TOO_MUCH_INSIDE, Place.file(name), "", "what", "文字", "limit", LONGEST / 10_000 + " 万字"));
        }
        Reading reading = new PlanReader().read(text);
        return Keeping.of(document, reading, drafting().draftFor(region, reading, name, text, document.sha256()));
    }

    /** With all names that the plans of the house give to indicators. */
    Drafting drafting() {
        return new Drafting(rules, register, plans.all());
    }

    /** The latest first. */
    public List<Review.Line> all() {
        return Objects.requireNonNull(transactions.execute(status -> store.all().stream()
                .flatMap(id -> store.find(id).stream())
                .map(Reviews::line)
                .toList()));
    }

    private static Review.Line line(Review review) {
        Docket docket = Docket.of(review);
        String title = review.reading().title().title();
        return new Review.Line(
                review.id(),
                title.isEmpty() ? review.fileName() : title,
                review.fileName(),
                review.person(),
                review.recorded(),
                docket.entries().size(),
                (int) docket.open(),
                review.decisions().isEmpty()
                        ? review.recorded()
                        : review.decisions().getLast().at());
    }

    /** @throws Refused where there is none, or none that the current actor may see */
    public Board get(long id) {
        return board(Objects.requireNonNull(transactions.execute(status -> store.find(id)))
                .orElseThrow(() -> Address.unknown("审读", Long.toString(id))));
    }

    /** The document as it came. */
    public byte[] content(long id) {
        return Objects.requireNonNull(transactions.execute(status -> store.content(id)));
    }

    Board board(Review review) {
        Docket docket = Docket.of(review);
        List<Entry> entries =
                docket.all().stream().filter(entry -> !entry.isRejected()).toList();
        return new Board(
                review,
                docket,
                compose(review, headForChecking(review, docket), entries).ofItems());
    }

    Composition compose(Review review, Head head, List<Entry> entries) {
        return Composition.of(review, head, entries, UnaryOperator.identity(), rules, register);
    }

    Composition compose(Review review, Head head, List<Entry> entries, UnaryOperator<String> ids) {
        return Composition.of(review, head, entries, ids, rules, register);
    }

    /** A head without any fault, so that rows are held against the period and the place. */
    Head headForChecking(Review review, Docket docket) {
        KeptReading.Title title = review.reading().title();
        Head head = docket.head();
        Integer from =
                head != null && head.from().matches("[12][0-9]{3}") ? Integer.valueOf(head.from()) : title.from();
        int first = from == null ? 1990 : from;
        int last = title.to() == null ? 2100 : Math.max(first, title.to());
        return new Head(
                "plan",
                "-",
                "-",
                "",
                "",
                "",
                Integer.toString(first),
                Integer.toString(last),
                Integer.toString(first),
                List.of(),
                List.of(),
                "geometric",
                false,
                "none",
                "",
                "",
                List.of());
    }

    /** The plan that the document is a new version of, as it is shown now; empty where it is of none. */
    public Optional<PlanFolder> former(Review review) {
        return review.follows().isEmpty()
                ? Optional.empty()
                : plans.all().stream()
                        .filter(folder -> folder.plan().id().equals(review.follows()))
                        .findFirst();
    }

    /** The review that the former version came of, as far as there was one. */
    Optional<Review> formerReview(Review review) {
        return review.follows().isEmpty()
                ? Optional.empty()
                : plans.reviewsOf(review.follows()).stream()
                        .filter(id -> id != review.id())
                        .max(Comparator.naturalOrder())
                        .flatMap(id -> Objects.requireNonNull(transactions.execute(status -> store.find(id))));
    }

    /** How many items can be decided as they were before. */
    public int carried(Board board) {
        return board.docket().open() == 0 ? 0 : new Carrying(this).of(board).items();
    }

    /** Plans of the place that a document can be a new version of. */
    public List<PlanFolder> plans() {
        return new ArrayList<>(plans.of(region()));
    }

    Register register() {
        return register;
    }

    Rules rules() {
        return rules;
    }
}
