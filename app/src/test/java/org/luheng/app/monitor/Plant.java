package org.luheng.app.monitor;

import org.jspecify.annotations.Nullable;
import org.luheng.app.database.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Enterprises, outlets and devices for tests, made by the functions that offices use. */
public record Plant(JdbcClient jdbc, TransactionTemplate transactions) {
    /** In 中原区, Zhengzhou. */
    public static final String MILL = "91410102MA00000Y1R";

    private void asSamples(Runnable work) {
        Actor.program("samples").run(() -> transactions.executeWithoutResult(status -> work.run()));
    }

    public void enterprise(String code, String place) {
        Actor.program("register")
                .run(() -> transactions.executeWithoutResult(
                        status -> jdbc.sql("select luheng.add_body(:code, '企业', :name, '', :place)")
                                .param("code", code)
                                .param("name", "厂 " + code)
                                .param("place", place)
                                .query((row, number) -> "")
                                .single()));
    }

    public void outlet(String enterprise, String number) {
        asSamples(() -> jdbc.sql("select luheng.add_outlet(:enterprise, :number, :name, :permit, null)")
                .param("enterprise", enterprise)
                .param("number", number)
                .param("name", "排放口 " + number)
                .param("permit", enterprise + "001P")
                .query(String.class)
                .single());
    }

    public void device(String mn, String outlet, Strictness strictness, int edition, byte @Nullable [] key) {
        asSamples(() -> jdbc.sql(
                        "select luheng.adopt_device(:mn, :name, :edition, :strictness, :password, cast(:key as bytea), :outlet, null, false)")
                .param("mn", mn)
                .param("name", "设备 " + mn)
                .param("edition", edition)
                .param("strictness", strictness.word())
                .param("password", Station.PASSWORD)
                .param("key", key)
                .param("outlet", outlet)
                .query(Integer.class)
                .single());
    }

    public void device(String mn, String outlet) {
        device(mn, outlet, Strictness.LENIENT, 2017, null);
    }
}
