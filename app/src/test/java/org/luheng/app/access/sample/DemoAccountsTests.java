package org.luheng.app.access.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.Account;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.Role;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.access.Standing;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The people of the demonstration. */
@SpringBootTest
@ActiveProfiles("demo")
@FreshDatabase
class DemoAccountsTests {
    @Autowired
    private SampleAccounts samples;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void thereIsOneOfEachKindPlainlyMarkedAndAbleToSignIn() {
        var all = accounts.all(new Accounts.Search("", null, null));
        assertThat(all).hasSameSizeAs(samples.list()).allSatisfy(account -> {
            assertThat(account.sample()).isTrue();
            assertThat(account.name()).endsWith("（样例）");
            assertThat(account.state()).isEqualTo(Account.State.ACTIVE);
            assertThat(account.standings()).hasSize(1);
        });
        assertThat(all.stream().flatMap(account -> account.standings().stream()).map(Standing::role))
                .containsAll(EnumSet.allOf(Role.class));
        assertThat(samples.list().stream().map(SampleAccounts.Sample::login).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Account::login).toList());
        var known = credentials.byLogin(samples.list().getFirst().login()).orElseThrow();
        assertThat(passwords.matches(samples.password(), known.password())).isTrue();
    }

    @Test
    void itsDepartmentsAnswerForSomething() {
        assertThat(accounts.all(new Accounts.Search("", null, Role.AGENCY)))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(jdbc.sql("select count(*) from luheng.duty where agency = ?")
                                .param(account.standings().getFirst().body())
                                .query(Integer.class)
                                .single())
                        .as(account.login())
                        .isPositive());
    }
}
