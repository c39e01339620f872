package org.luheng.app.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.luheng.accounting.Plan;
import org.luheng.app.approval.Proposals;
import org.luheng.app.database.Actor;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.app.rule.RuleEditions;
import org.luheng.files.PlanFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In a demonstration, has every plan and the rules accepted and one issue of it sealed and published by two sample offices of its place, by
 * the same way as anybody: so that the first page answers without a sign-in. Once everything else of the demonstration is there,
 * before the first page is asked for; a plan with a published issue of its present edition is left as it is.
 */
@Component
@Profile("demo")
class SampleIssues implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(SampleIssues.class);
    private static final String REASON = "样例：演示两人复核";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Plans plans;
    private final Acceptances acceptances;
    private final RuleEditions editions;
    private final Proposals proposals;
    private final Issues issues;

    SampleIssues(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Plans plans,
            Acceptances acceptances,
            RuleEditions editions,
            Proposals proposals,
            Issues issues) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.plans = plans;
        this.acceptances = acceptances;
        this.editions = editions;
        this.proposals = proposals;
        this.issues = issues;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long began = System.nanoTime();
        int made = 0;
        for (PlanFolder folder : plans.all()) {
            List<Actor> offices = offices(folder.plan().region());
            if (plans.isProvisional(folder.plan().id())) {
                // What people reviewed in the demonstration they accept themselves.
                continue;
            }
            if (offices.size() < 2) {
                log.warn("{}没有两个样例办公室账户，样例中这个方案没有公布的期", folder.plan().title());
            } else if (make(folder, offices.get(0), offices.get(1))) {
                made++;
            }
        }
        if (made > 0) {
            log.info("样例：{} 个方案已确认、封存并公布一期，{} 毫秒", made, (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** @return whether anything had to be made */
    private boolean make(PlanFolder folder, Actor one, Actor other) {
        Plan plan = folder.plan();
        if (one.call(() -> issues.published(plan.id()))
                .filter(issues::recomputable)
                .isPresent()) {
            return false;
        }
        if (one.call(() -> acceptances.of(plan)).isEmpty()) {
            confirm(one.call(() -> acceptances.propose(folder, REASON)), other);
        }
        if (one.call(() -> editions.of(plan.region())).isEmpty()) {
            confirm(one.call(() -> editions.propose(REASON)), other);
        }
        LocalDate today = issues.today();
        confirm(
                one.call(() -> issues.proposeSealing(plan.id(), issues.latestPeriod(plan, today), today, REASON)),
                other);
        Issue sealed = one.call(() -> issues.of(plan.id())).getFirst();
        confirm(one.call(() -> issues.proposePublication(sealed.id(), true, REASON)), other);
        return true;
    }

    private void confirm(long proposal, Actor other) {
        other.run(() ->
                proposals.confirm(proposal, REASON, proposals.get(proposal).caveats()));
    }

    private List<Actor> offices(String region) {
        return Actor.program("issue")
                .call(() -> Objects.requireNonNull(transactions.execute(
                        status -> jdbc.sql("select * from luheng.sample_offices(?)")
                                .param(region)
                                .query((row, number) ->
                                        new Actor(row.getString(1), row.getLong(2), row.getLong(3), "", "", "样例"))
                                .list())));
    }
}
