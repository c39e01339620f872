package org.luheng.app.approval;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luheng.app.approval.store.ProposalStore;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposes and decides, as the current actor; what he may not, the database refuses. */
@Service
public class Proposals {
    private static final int LONGEST_REASON = 2000;

    private final ProposalStore store;
    private final ObjectProvider<Matter> matters;
    private final TransactionTemplate transactions;

    /** @param matters asked for when one is needed: they propose here themselves */
    Proposals(ProposalStore store, ObjectProvider<Matter> matters, PlatformTransactionManager transactions) {
        this.store = store;
        this.matters = matters;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @return the number of the proposal
     * @throws Refused without reason, where the same is proposed already, or to who is not of the office of that place
     */
    public long propose(Draft draft) {
        Draft reasoned = new Draft(
                draft.kind(),
                draft.subject(),
                draft.scope(),
                draft.title(),
                draft.payload(),
                reason(draft.reason(), true),
                draft.caveats());
        matter(draft.kind());
        requireOffice(draft.scope());
        try {
            return Objects.requireNonNull(transactions.execute(status -> store.add(reasoned)));
        } catch (DuplicateKeyException another) {
            throw refused(Fault.ALREADY_PROPOSED, "事项", draft.title());
        }
    }

    /**
     * Confirms, and lets it take effect.
     *
     * @param caveatsApproved how many caveats he approves by name; must be as many as there are
     * @throws Refused to the proposer himself, a second time, or where things have moved on
     */
    public void confirm(long id, String reason, int caveatsApproved) {
        String why = reason(reason, false);
        Proposal confirmed = decide(id, proposal -> {
            if (proposal.proposer() == account()) {
                throw refused(Fault.SAME_PERSON, "复核人", proposal.proposerName());
            }
            if (proposal.caveats() != caveatsApproved) {
                throw refused(Fault.CAVEATS_WANTED, "同意", "", "count", Integer.toString(proposal.caveats()));
            }
            Runnable effect = matter(proposal.kind()).ready(proposal);
            store.decide(id, Verdict.CONFIRMED, why, caveatsApproved);
            effect.run();
        });
        matter(confirmed.kind()).settled(confirmed);
    }

    /** @param reason must be given */
    public void reject(long id, String reason) {
        String why = reason(reason, true);
        decide(id, proposal -> {
            if (proposal.proposer() == account()) {
                throw refused(Fault.SAME_PERSON, "复核人", proposal.proposerName());
            }
            store.decide(id, Verdict.REJECTED, why, 0);
        });
    }

    /** By the proposer himself. */
    public void withdraw(long id, String reason) {
        String why = reason(reason, false);
        decide(id, proposal -> {
            if (proposal.proposer() != account()) {
                throw refused(Fault.NOT_PROPOSER, "提请人", proposal.proposerName());
            }
            store.decide(id, Verdict.WITHDRAWN, why, 0);
        });
    }

    private Proposal decide(long id, Consumer<Proposal> how) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Proposal seen = store.find(id).orElseThrow(() -> Address.unknown("提请", Long.toString(id)));
            // Held until the end: of two who decide at once the second finds it decided.
            Proposal proposal = store.hold(id).orElseThrow(() -> refused(Fault.NOT_YOURS, "身份", seen.scope()));
            if (!proposal.isOpen()) {
                throw refused(Fault.ALREADY_DECIDED, "提请", Long.toString(id), "decision", proposal.state());
            }
            how.accept(proposal);
            return proposal;
        }));
    }

    /** @throws Refused where there is none, or none he may see */
    public Proposal get(long id) {
        return find(id).orElseThrow(() -> Address.unknown("提请", Long.toString(id)));
    }

    /** Empty also where the current reader may not see it. */
    public Optional<Proposal> find(long id) {
        return Objects.requireNonNull(transactions.execute(status -> store.find(id)));
    }

    /** Open and waiting, about one thing. */
    public Optional<Proposal> open(String kind, String subject) {
        return Objects.requireNonNull(transactions.execute(status -> store.open(kind, subject)));
    }

    /** Those the current reader may see, open ones first, then the latest. */
    public List<Proposal> all() {
        return Objects.requireNonNull(transactions.execute(status -> store.all()));
    }

    /** Whether the current reader may propose and decide for the place. */
    public boolean mayDecide(String scope) {
        return Boolean.TRUE.equals(transactions.execute(status -> store.mayDecide(scope)));
    }

    /** @throws Refused where the current reader is not of the office of the place: before he is told anything about it */
    public void requireOffice(String scope) {
        if (!mayDecide(scope)) {
            throw refused(Fault.NOT_YOURS, "身份", scope);
        }
    }

    /** @throws IllegalArgumentException where no room brings that kind */
    public Matter matter(String kind) {
        return matters.stream()
                .filter(matter -> matter.code().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no matter of kind " + kind));
    }

    /** Chinese words of all kinds by their codes. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        matters.forEach(matter -> words.put(matter.code(), matter.word()));
        return words;
    }

    /** What exactly it changes, for who has to decide. */
    public List<Matter.Change> changes(Proposal proposal) {
        return Objects.requireNonNull(
                transactions.execute(status -> matter(proposal.kind()).changes(proposal)));
    }

    /** What now stands in the way of confirming it; null: nothing. */
    public @Nullable Finding obstacle(Proposal proposal) {
        try {
            transactions.executeWithoutResult(status -> matter(proposal.kind()).ready(proposal));
            return null;
        } catch (Refused refused) {
            return refused.findings().list().getFirst();
        }
    }

    private static long account() {
        Long account = Actor.current().map(Actor::account).orElse(null);
        if (account == null) {
            throw refused(Fault.NOT_SIGNED_IN, "身份", "");
        }
        return account;
    }

    private static String reason(String given, boolean wanted) {
        String reason = given.strip();
        if ((wanted && reason.isEmpty()) || reason.length() > LONGEST_REASON) {
            throw refused(Fault.REASON_WANTED, "理由", "");
        }
        return reason;
    }

    private static Refused refused(Fault fault, String place, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value, args));
    }
}
