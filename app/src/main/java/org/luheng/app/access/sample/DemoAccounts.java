package org.luheng.app.access.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Accounts;
import org.luheng.app.access.Role;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.access.secret.Passwords;
import org.luheng.app.access.store.Credentials;
import org.luheng.app.database.Actor;
import org.luheng.app.register.Bodies;
import org.luheng.app.register.Body;
import org.luheng.app.register.Enterprises;
import org.luheng.app.register.NewBody;
import org.luheng.app.register.Registration;
import org.luheng.app.register.UnifiedSocialCreditCode;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One person of each kind, made when a demonstration starts for the first time; all with one password that the sign-in page
 * shows. Never in {@code serve}. Whatever else the demonstration needs people for depends on this bean.
 */
@Component
@Profile("demo")
class DemoAccounts implements SampleAccounts {
    private static final String PASSWORD = "luheng-demo";
    private static final Actor ACTOR = new Actor("样例生成器").as("access");
    private static final String ZHENGZHOU = "410100";
    private static final String ZHONGYUAN = "410102";

    private static final NewBody MILL = new NewBody(
            new UnifiedSocialCreditCode("91410102MA00000Y1R"), Body.Kind.ENTERPRISE, "中原水泥制品厂（样例）", "C3021", ZHONGYUAN);
    private static final NewBody SCHOOL = new NewBody(
            new UnifiedSocialCreditCode("12410102000000Y12B"), Body.Kind.INSTITUTION, "中原区第一小学（样例）", "", ZHONGYUAN);

    private static final List<Person> PEOPLE = List.of(
            office("zhengzhou-office", "郑州办公室甲", ZHENGZHOU),
            office("zhengzhou-office2", "郑州办公室乙", ZHENGZHOU),
            new Person("zhongyuan-district", "中原区节能专员", Role.DISTRICT, ZHONGYUAN, false),
            new Person("water-agency", "郑州市水利局联络员", Role.AGENCY, "410100-slj", false),
            new Person("city-agency", "郑州市城市管理局联络员", Role.AGENCY, "410100-cgj", false),
            new Person("mill", "水泥制品厂能源管理员", Role.ENTERPRISE, MILL.code().text(), false),
            new Person("school", "第一小学后勤主任", Role.INSTITUTION, SCHOOL.code().text(), false),
            office("erqi-office", "二七办公室甲", "410103"),
            office("erqi-office2", "二七办公室乙", "410103"),
            office("fuzhou-office", "福州办公室甲", "350100"),
            office("fuzhou-office2", "福州办公室乙", "350100"),
            office("yuncheng-office", "运城办公室甲", "140800"),
            office("yuncheng-office2", "运城办公室乙", "140800"),
            new Person("auditor", "审计员", Role.AUDITOR, "000000", false),
            new Person("administrator", "管理员", Role.ADMINISTRATOR, null, false));

    /** @param called without the mark of a sample */
    private record Person(
            String login,
            String called,
            Role role,
            @Nullable String body,
            boolean statistics) {
        String name() {
            return called + "（样例）";
        }
    }

    /** One of an office reads statistics of single enterprises, so that the demonstration shows the difference. */
    private static Person office(String login, String called, String place) {
        return new Person(login, called, Role.OFFICE, place, login.endsWith("2"));
    }

    private final List<Sample> people;

    DemoAccounts(
            Registration registered,
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Enterprises enterprises,
            Bodies bodies,
            PlatformTransactionManager transactions) {
        Objects.requireNonNull(registered);
        for (NewBody body : List.of(MILL, SCHOOL)) {
            if (bodies.find(body.code().text()).isEmpty()) {
                Actor.program("register").run(() -> enterprises.add(body));
            }
        }
        ACTOR.run(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            String encoded = null;
            for (Person person : PEOPLE) {
                Optional<Long> made = accounts.createSample(
                        person.login(), person.name(), person.role(), person.body(), person.statistics());
                if (made.isPresent()) {
                    // Once for all: they have the same password, and each stretching takes a while.
                    encoded = encoded == null ? passwords.encode(PASSWORD) : encoded;
                    credentials.password(made.get(), encoded);
                }
            }
        }));
        List<Sample> named = new ArrayList<>();
        for (Person person : PEOPLE) {
            String body = person.body();
            String of = body == null ? "" : bodies.find(body).orElseThrow().name() + " · ";
            named.add(new Sample(
                    person.login(), person.name(), of + person.role().word() + (person.statistics() ? "（统计职责）" : "")));
        }
        people = List.copyOf(named);
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<Sample> list() {
        return people;
    }
}
