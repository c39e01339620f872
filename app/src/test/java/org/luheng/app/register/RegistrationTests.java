package org.luheng.app.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.database.Actor;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.register.store.BodyStore;
import org.luheng.app.register.store.RegisterTables;
import org.luheng.files.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class RegistrationTests {
    private static final String REGIONS = "code,code_kind,name,short,aliases,level,parent,valid_from,valid_to,note\n";
    private static final String AGENCIES = "id,jurisdiction,name,aliases,kind,valid_from,valid_to,note\n";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 7, 1);

    @TempDir
    Path folder;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bodies bodies;

    RegistrationTests(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bodies = new Bodies(new BodyStore(jdbc));
    }

    private int synchronise(String regions, String agencies, LocalDate day) throws IOException {
        Files.writeString(folder.resolve("regions.csv"), REGIONS + regions);
        Files.writeString(folder.resolve("agencies.csv"), AGENCIES + agencies);
        Register register = Register.read(folder);
        Integer changed = Actor.program("register")
                .call(() -> transaction.execute(s -> new RegisterTables(jdbc).synchronise(register, day)));
        return changed == null ? 0 : changed;
    }

    @Test
    void theTablesFollowTheFilesAndForgetNothing() throws IOException {
        String city = "990000,GB/T 2260,甲省,甲,,省级,,,,\n990100,GB/T 2260,乙市,乙,乙城,地级,990000,,,\n"
                + "990200,GB/T 2260,丁市,丁,,地级,990000,,,\n";
        String district = "990101,GB/T 2260,丙区,丙,丙城区;老丙区,县级,990100,,,\n";
        String agency = "990100-fgw,990100,市发展改革委,市发改委,部门,,,\n";
        assertThat(synchronise(city + district, agency, FIRST)).isPositive();
        assertThat(synchronise(city + district, agency, FIRST))
                .as("nothing new")
                .isZero();
        assertThat(bodies.named("老丙区")).extracting(Body::code).containsExactly("990101");
        assertThat(bodies.named("市发改委")).extracting(Body::kind).containsExactly(Body.Kind.AGENCY);
        assertThat(bodies.around("990101", FIRST)).extracting(Body::code).containsExactly("990100");
        assertThat(bodies.within("990100", FIRST)).extracting(Body::code).containsExactly("990100-fgw", "990101");

        // Moved to another city, renamed, the agency gone.
        String moved = "990101,GB/T 2260,丙新区,丙,丙城区,县级,990200,,,\n";
        assertThat(synchronise(city + moved, "", LATER)).isPositive();
        assertThat(bodies.around("990101", FIRST)).extracting(Body::code).containsExactly("990100");
        assertThat(bodies.around("990101", LATER)).extracting(Body::code).containsExactly("990200");
        assertThat(bodies.find("990101").orElseThrow().name()).isEqualTo("丙新区");
        Body gone = bodies.find("990100-fgw").orElseThrow();
        assertThat(gone.validTo()).isEqualTo(LATER);
        assertThat(gone.existsOn(LATER.minusDays(1))).isTrue();
        assertThat(gone.existsOn(LATER)).isFalse();
        assertThat(synchronise(city + moved, "", LATER.plusDays(1))).isZero();

        // Back again.
        assertThat(synchronise(city + moved, agency, LATER.plusDays(2))).isPositive();
        assertThat(bodies.find("990100-fgw").orElseThrow().validTo()).isNull();
        assertThat(synchronise(city + moved, agency, LATER.plusDays(3))).isZero();
    }

    private void change(String sql) {
        new Actor("王五")
                .as("register")
                .run(() -> transaction.executeWithoutResult(s -> jdbc.sql(sql).update()));
    }

    @Test
    void aBodyLiesInOnePlaceAtATimeButInAPlaceAndAParkAtOnce() {
        change("insert into luheng.body (code, kind, name) values ('r1', '地区', '甲'), ('r2', '地区', '乙'),"
                + " ('p1', '园区', '丙'), ('91350100M000100Y43', '企业', '丁')");
        change("insert into luheng.enterprise (code, uscc, industry)"
                + " values ('91350100M000100Y43', '91350100M000100Y43', 'C2511')");
        String member = "insert into luheng.body_membership (body, within, valid_from, valid_to)"
                + " values ('91350100M000100Y43', '%s', %s, %s)";
        change(member.formatted("r1", "'2020-01-01'", "'2023-01-01'"));
        change(member.formatted("p1", "'2021-01-01'", "null"));
        change(member.formatted("r2", "'2023-01-01'", "null"));
        assertThatThrownBy(() -> change(member.formatted("r1", "'2024-01-01'", "null")))
                .hasStackTraceContaining("同一时间已属 r2");
        assertThatThrownBy(() -> change(
                        "update luheng.enterprise set uscc = '91350100M000100Y44' where code = '91350100M000100Y43'"))
                .hasStackTraceContaining("uscc");
        assertThatThrownBy(() -> change("delete from luheng.body where code = 'r1'"))
                .hasStackTraceContaining("permission denied");
        change("insert into luheng.body_succession (predecessor, successor, on_day, kind, share)"
                + " values ('r1', 'r2', '2023-01-01', '划转', 0.4)");
    }
}
