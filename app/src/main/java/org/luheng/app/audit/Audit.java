package org.luheng.app.audit;

import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the trail what no trigger sees: readings, exports, sign-ins, refusals. In the name of the current {@link Actor}. */
@Service
public class Audit {
    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Audit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Stays, whatever becomes of the work around it.
     *
     * @param act in a word: 登录, 查阅, 导出 …
     * @param subject what it was about: an address, a login, {@code table:key}
     * @param detail further words, never a secret
     */
    public void record(String act, String subject, String detail) {
        apart.executeWithoutResult(status -> jdbc.sql("select luheng.record(:act, :subject, '', :detail)")
                .param("act", act)
                .param("subject", printable(subject))
                .param("detail", printable(detail))
                .query((row, number) -> "")
                .list());
    }

    /** What came in an address may hold anything; the trail is text on lines. */
    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "�");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
