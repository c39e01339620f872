package org.luheng.app.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luheng.accounting.Element;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Plan;
import org.luheng.app.database.Actor;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.app.plan.Plans;
import org.luheng.app.snapshot.Publication;
import org.luheng.app.snapshot.Publications;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.PlanFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** In a demonstration the first page answers without a sign-in, and whoever presses the start button twice has one issue. */
@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
@ActiveProfiles("demo")
class SampleIssuesTests {
    private static final Actor PUBLIC = new Actor("公众");

    @Autowired
    private SampleIssues samples;

    @Autowired
    private Issues issues;

    @Autowired
    private Publications publications;

    @Autowired
    private Snapshots snapshots;

    @Autowired
    private Plans plans;

    @Autowired
    private MockMvc browser;

    @Autowired
    private Database database;

    @BeforeEach
    void twoSampleOfficesEach() {
        TestDatabase.eye(database).sql("""
                        set luheng.actor = 'test';
                        insert into luheng.account (login, name, state, sample)
                          select 'office' || n || '-' || region, '办公室' || n || '（样例）', '可用', true
                          from unnest(array['410100', '410103', '350100', '140800']) as region, generate_series(1, 2) as n
                          where (select count(*) from luheng.account a join luheng.standing s on s.account = a.id
                                   where a.sample and s.role = 'office' and s.body = region) < 2
                          on conflict do nothing;
                        insert into luheng.standing (account, role, body)
                          select id, 'office', split_part(login, '-', 2) from luheng.account
                          where login ~ '^office[12]-' on conflict do nothing""").update();
        samples.afterSingletonsInstantiated();
    }

    @Test
    void everyPlanHasOnePublishedIssueThatSaysSomething() throws Exception {
        samples.afterSingletonsInstantiated();
        List<Issue> all = PUBLIC.call(() -> issues.all());
        assertThat(all).hasSize(plans.all().size());
        assertThat(all).allSatisfy(issue -> {
            assertThat(issue.number()).isEqualTo(1);
            assertThat(issue.isPublished()).isTrue();
            assertThat(issue.sample()).isTrue();
            assertThat(issue.figures()).isPositive();
            assertThat(issue.lights()).isPositive();
        });
        assertThat(issues.check()).isEmpty();
        for (PlanFolder folder : plans.all()) {
            Plan plan = folder.plan();
            Publication published =
                    PUBLIC.call(() -> publications.latest(plan.id())).orElseThrow();
            browser.perform(get("/issues/" + published.issue()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString("重算结果相同")));
        }
        Plan first = plans.first().plan();
        Publication published =
                PUBLIC.call(() -> publications.latest(first.id())).orElseThrow();
        Figure figure = snapshots
                .sealed(first, published.day(), published.lastFact())
                .figure(first.region(), Element.CHANGE, published.period());
        assertThat(figure).isNotNull();
        assertThat(figure.value()).isNotNull();
    }
}
