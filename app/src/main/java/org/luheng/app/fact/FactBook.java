package org.luheng.app.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.AuthorityOrder;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Facts;
import org.luheng.accounting.Rules;
import org.luheng.app.access.Sight;
import org.luheng.app.access.Sights;
import org.luheng.app.database.Actor;
import org.luheng.app.fact.store.FactStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * All facts, in memory, as the world knew them on any day; and the story of each one's entry. What this process commits is
 * in it before the import answers; what others commit, within a second.
 *
 * <p>Ids are committed in their order (luheng.lock_facts()), so reading on from the last one misses nothing.
 */
@Service
public class FactBook implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FactBook.class);
    private static final long FOLLOW_EVERY_MS = 250;

    /** What it computes for everybody it reads as nobody in particular. */
    private static final Actor ACTOR = Actor.program("accounting");

    private final FactStore store;
    private final Sights sights;
    private final AuthorityOrder order;
    private final FactBase base;
    private volatile long lastId;
    private volatile boolean samples;
    private @Nullable ScheduledExecutorService follower;
    private boolean outOfTouch;

    FactBook(FactStore store, Sights sights, Rules rules) {
        this.store = store;
        this.sights = sights;
        this.order = rules.authorities();
        this.base = new FactBase(order);
        long began = System.nanoTime();
        follow();
        log.info("数据已读入内存：至第 {} 号，{} 毫秒", lastId, (System.nanoTime() - began) / 1_000_000);
    }

    /**
     * What the current reader sees of it. A view that goes on with what becomes known; asking it twice may show more the
     * second time, never less.
     */
    public Facts knownOn(LocalDate day) {
        return Seen.of(base.knownOn(day), sights.current());
    }

    /**
     * What was known on a day of the facts up to one, for everybody alike: the ground of a sealed result. Only for what was
     * approved for whoever asks: nothing is opened but about the places it speaks of.
     *
     * @param last id of the last fact recorded then
     */
    public Facts sealed(LocalDate day, long last, Set<String> places) {
        return sealed(base, day, last, places);
    }

    /** The same over facts that were read anew. */
    public static Facts sealed(FactBase facts, LocalDate day, long last, Set<String> places) {
        return Seen.of(facts.knownOn(day, last), new Sight(null, null, null, false, false, true, places, Set.of()));
    }

    /** What lies in the tables now, read from the first row on; for whoever has to prove that it is what it was. */
    public FactBase readAnew() {
        FactBase anew = new FactBase(order);
        ACTOR.run(() -> store.after(Long.MIN_VALUE, anew::add));
        return anew;
    }

    /** The fact that came last, 0: none yet. Changes whenever anything computed from facts may change. */
    public long lastId() {
        return lastId;
    }

    /** Whether any sample is among the facts. */
    public boolean hasSamples() {
        return samples;
    }

    public Optional<FactEntry> entry(long id) {
        return store.entry(id);
    }

    /** Everything ever said of one thing, the latest entry first. */
    public List<FactEntry> history(String region, String element, String period) {
        return store.history(region, element, period);
    }

    /** Takes in what was committed since; returns when it is visible. */
    public synchronized void follow() {
        ACTOR.run(() -> store.after(lastId, fact -> {
            base.add(fact);
            samples |= fact.sample();
            lastId = fact.sequence();
        }));
    }

    private synchronized void keepFollowing() {
        try {
            follow();
            if (outOfTouch) {
                outOfTouch = false;
                log.info("数据库恢复联系，继续跟读数据");
            }
        } catch (DataAccessException | TransactionException unreachable) {
            if (!outOfTouch) {
                outOfTouch = true;
                log.warn("数据库暂时联系不上，页面显示已读入的数据：{}", unreachable.getMessage());
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("fact-book").factory());
        started.scheduleWithFixedDelay(this::keepFollowing, FOLLOW_EVERY_MS, FOLLOW_EVERY_MS, TimeUnit.MILLISECONDS);
        follower = started;
    }

    @Override
    public void stop() {
        if (follower != null) {
            follower.shutdown();
            try {
                if (!follower.awaitTermination(5, TimeUnit.SECONDS)) {
                    follower.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            follower = null;
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
