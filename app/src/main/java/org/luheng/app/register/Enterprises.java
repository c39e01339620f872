package org.luheng.app.register;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.luheng.app.register.store.OfficeRegister;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enterprises and institutions, which no file brings: kept by the office of the place they lie in. */
@Service
public class Enterprises {
    public static final int PAGE = 100;
    private static final int MOST = 100_000;
    private static final int CHOICES = 2_000;

    private final OfficeRegister tables;
    private final TransactionTemplate transactions;

    Enterprises(OfficeRegister tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @param page from 1 */
    public record Found(List<OfficeRegister.Kept> bodies, int total, int page) {
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** Those within reach whose name or code has the text in it. */
    public Found search(String text, int page) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(transactions.execute(status -> {
            int total = tables.count(folded);
            int asked = Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
            return new Found(tables.search(folded, PAGE, (long) (asked - 1) * PAGE), total, asked);
        }));
    }

    public List<OfficeRegister.Kept> all(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(transactions.execute(status -> tables.search(folded, MOST, 0)));
    }

    /** One to be chosen in a form. */
    public record Choice(String code, String name) {}

    /** Those within reach, by name, as many as a form can hold. */
    public List<Choice> choices() {
        return Objects.requireNonNull(transactions.execute(status -> tables.choices(CHOICES)));
    }

    public List<OfficeRegister.Reach> reach() {
        return Objects.requireNonNull(transactions.execute(status -> tables.reach()));
    }

    /** @throws Refused with LH-1215 where there is such a body already, LH-1920 where the place is not within reach */
    public void add(NewBody body) {
        try {
            transactions.executeWithoutResult(status -> tables.add(body));
        } catch (DataAccessException refusal) {
            String state = refusal.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : "";
            throw switch (Objects.requireNonNullElse(state, "")) {
                case "23505" ->
                    refused(Fault.DUPLICATE_ID, "统一社会信用代码", body.code().text(), "where", "名录里已有的");
                case "LH010" -> refused(Fault.NOT_YOURS, "地区", body.place());
                default -> refusal;
            };
        }
    }

    private static Refused refused(Fault fault, String place, String value, String... args) {
        return Refused.of(Finding.of(fault, Place.parameter(place), value, args));
    }
}
