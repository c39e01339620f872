package org.luheng.app.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.luheng.app.page.Address;
import org.luheng.app.review.store.ReviewStore;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about items. Each act is a row of its own; of two who decide at once the second sees what the first did. */
@Service
public class Deciding {
    private static final int LONGEST_REASON = 2000;

    private final ReviewStore store;
    private final Reviews reviews;
    private final TransactionTemplate transactions;

    Deciding(ReviewStore store, Reviews reviews, PlatformTransactionManager transactions) {
        this.store = store;
        this.reviews = reviews;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @throws Refused where something keeps it from going into the plan, or where it is accepted already */
    public void accept(long review, String item) {
        decide(review, board -> {
            Entry entry = entry(board, item);
            if (entry.decision() != null && !entry.isRejected()) {
                throw refused(
                        Fault.ITEM_DECIDED,
                        item,
                        "",
                        "act",
                        Objects.requireNonNull(entry.decision()).act().word());
            }
            throwIfAny(entry.isRejected() ? faults(board, entry) : board.faults(entry));
            return List.of(draft(item, Act.ACCEPT, Decision.Content.NONE, ""));
        });
    }

    /**
     * @param cells all of the item, by column
     * @throws Refused where the reader of plan folders would refuse them
     */
    public void correct(long review, String item, Map<String, String> cells) {
        decide(review, board -> {
            Entry corrected = entry(board, item).with(cells);
            if (corrected.item().kind() == Item.Kind.DOUBT) {
                throw Address.unknown("条目", item);
            }
            throwIfAny(faults(board, corrected));
            return List.of(draft(item, Act.CORRECT, Decision.Content.of(cells), ""));
        });
    }

    /** @param reason must be given */
    public void reject(long review, String item, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw refused(Fault.REASON_WANTED, "理由", "");
        }
        decide(review, board -> {
            Entry entry = entry(board, item);
            return List.of(draft(entry.id(), Act.REJECT, Decision.Content.NONE, why));
        });
    }

    /**
     * What the reader did not find.
     *
     * @param from first character of its words in the document, in code points
     * @return its id
     */
    public String add(long review, Item.Kind kind, int from, int to, Map<String, String> cells) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Board board = held(review);
            if (from < 0 || to <= from || to > board.review().reading().characters()) {
                throw refused(Fault.NO_SUCH_WORDS, "原文", "");
            }
            String id = Docket.nextId(board.review(), kind);
            Item item = new Item(id, kind, from, to, "", List.of(), cells);
            throwIfAny(faults(board, new Entry(item, cells, null, List.of())));
            store.decide(review, draft(id, Act.ADD, Decision.Content.of(cells, from, to), ""));
            return id;
        }));
    }

    /** Takes back the decision that counts for an item; the one before it counts again. */
    public void takeBack(long review, String item) {
        decide(review, board -> {
            Decision decision = entry(board, item).decision();
            if (decision == null) {
                throw refused(Fault.NOTHING_TO_UNDO, item, "");
            }
            return List.of(new Decision.Draft(item, Act.TAKE_BACK, Decision.Content.NONE, "", decision.id()));
        });
    }

    /** Takes back an act about several items, as a whole. */
    public void takeBackSeveral(long review, long decision) {
        decide(review, board -> {
            if (board.docket().several().stream().noneMatch(each -> each.id() == decision)) {
                throw refused(Fault.NOTHING_TO_UNDO, "决定", Long.toString(decision));
            }
            return List.of(new Decision.Draft(Decision.SEVERAL, Act.TAKE_BACK, Decision.Content.NONE, "", decision));
        });
    }

    /** All that nothing speaks against, in one act. */
    public void acceptClean(long review) {
        decide(review, board -> {
            List<String> items = board.clean().stream().map(Entry::id).toList();
            if (items.isEmpty()) {
                throw refused(Fault.NOTHING_TO_ACCEPT, "条目", "");
            }
            return List.of(draft(Decision.SEVERAL, Act.ACCEPT, Decision.Content.of(items), ""));
        });
    }

    /** What is printed stands for something known, in all items that nobody corrected by hand. */
    public void match(long review, Decision.Match match) {
        decide(review, board -> {
            boolean known = match.what().equals(Decision.Match.INDICATOR)
                    ? reviews.rules().indicator(match.known()) != null
                    : reviews.register().agency(board.review().region(), match.known()) != null;
            if (!known) {
                throw Address.unknown(match.what().equals(Decision.Match.INDICATOR) ? "指标" : "部门", match.known());
            }
            return List.of(draft(Decision.SEVERAL, Act.MATCH, Decision.Content.of(match), ""));
        });
    }

    /** Takes over what was decided about the same items before, in one act. */
    public void carryOver(long review) {
        decide(review, board -> {
            List<Decision.Draft> carried = new Carrying(reviews).of(board).drafts();
            if (carried.isEmpty()) {
                throw refused(Fault.NOTHING_TO_ACCEPT, "条目", "");
            }
            return carried;
        });
    }

    /** Where the words stand in the document, in code points. */
    public static int[] find(KeptReading reading, String words) {
        String wanted = words.strip();
        int first = wanted.isEmpty() ? -1 : reading.text().indexOf(wanted);
        if (first < 0) {
            throw refused(Fault.NO_SUCH_WORDS, "原文", wanted);
        }
        int count = 0;
        for (int at = first; at >= 0; at = reading.text().indexOf(wanted, at + 1)) {
            count++;
        }
        if (count > 1) {
            throw refused(Fault.WORDS_NOT_UNIQUE, "原文", wanted, "count", Integer.toString(count));
        }
        int from = reading.text().codePointCount(0, first);
        return new int[] {from, from + wanted.codePointCount(0, wanted.length())};
    }

    private void decide(long review, Function<Board, List<Decision.Draft>> how) {
        transactions.executeWithoutResult(
                status -> how.apply(held(review)).forEach(decision -> store.decide(review, decision)));
    }

    /** The review as it is now, until the end of the transaction. */
    private Board held(long review) {
        store.hold(review);
        return reviews.board(store.find(review).orElseThrow(() -> Address.unknown("审读", Long.toString(review))));
    }

    private static Entry entry(Board board, String item) {
        Optional<Entry> entry = board.docket().entry(item);
        return entry.orElseThrow(() -> Address.unknown("条目", item));
    }

    /** What the reader of folders says of one item among all others. */
    private List<Finding> faults(Board board, Entry candidate) {
        List<Entry> entries = new ArrayList<>(board.sound());
        entries.removeIf(entry -> entry.id().equals(candidate.id()));
        entries.add(candidate);
        Map<String, List<Finding>> faults = new HashMap<>(
                reviews.compose(board.review(), reviews.headForChecking(board.review(), board.docket()), entries)
                        .ofItems());
        return faults.getOrDefault(candidate.id(), List.of());
    }

    private static Decision.Draft draft(String item, Act act, Decision.Content content, String reason) {
        return new Decision.Draft(item, act, content, reason, null);
    }

    private static void throwIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            Findings all = new Findings();
            findings.forEach(all::add);
            throw new Refused(all);
        }
    }

    private static Refused refused(Fault fault, String place, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value, args));
    }
}
