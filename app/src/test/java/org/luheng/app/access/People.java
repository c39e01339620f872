package org.luheng.app.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** People for tests: an account with one standing each, as they stand in the database. */
public record People(JdbcClient jdbc, TransactionTemplate transactions) {

    /** Somebody with the role for a body that is in the register. */
    public SignedIn with(Role role, @Nullable String body) {
        return with(role, body, false);
    }

    public SignedIn with(Role role, @Nullable String body, boolean statistics) {
        return Actor.program("access")
                .call(() -> transactions.execute(status -> {
                    Long account = jdbc.sql("insert into luheng.account (login, name, state)"
                                    + " values ('test-' || nextval(pg_get_serial_sequence('luheng.account', 'id')), :name, '可用')"
                                    + " returning id")
                            .param("name", role.word() + (body == null ? "" : body))
                            .query(Long.class)
                            .single();
                    Long standing = jdbc.sql("insert into luheng.standing (account, role, body, statistics)"
                                    + " values (?, ?, ?, ?) returning id")
                            .param(account)
                            .param(role.code())
                            .param(body)
                            .param(statistics)
                            .query(Long.class)
                            .single();
                    String login = jdbc.sql("select login from luheng.account where id = ?")
                            .param(account)
                            .query(String.class)
                            .single();
                    Standing held = new Standing(standing, role, body, body == null ? "" : body, statistics);
                    return new SignedIn(account, login, login, held, List.of(held));
                }));
    }

    public static Actor actor(SignedIn person) {
        Standing standing = person.standing();
        return new Actor(
                person.login(), person.account(), standing == null ? null : standing.id(), "", "192.0.2.1", "test");
    }

    /** What a program of the person sends as its {@code Authorization}. */
    public String bearer(SignedIn person) {
        String token = "test-token-" + person.account() + "-0123456789012345678901234567890123";
        Standing standing = java.util.Objects.requireNonNull(person.standing());
        Actor.program("access")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("insert into luheng.access_token (token, account, standing, name, expires)"
                                        + " values (encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, 'test', now() + interval '1 day')"
                                        + " on conflict do nothing")
                                .param(token)
                                .param(person.account())
                                .param(standing.id())
                                .update()));
        return "Bearer " + token;
    }

    /** The person at the browser of a MockMvc test; its forms carry their token. */
    public static RequestPostProcessor as(SignedIn person) {
        return request -> SecurityMockMvcRequestPostProcessors.csrf()
                .postProcessRequest(SecurityMockMvcRequestPostProcessors.authentication(person.authentication())
                        .postProcessRequest(request));
    }
}
