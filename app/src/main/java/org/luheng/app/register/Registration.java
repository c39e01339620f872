package org.luheng.app.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.luheng.app.database.Actor;
import org.luheng.app.register.store.RegisterTables;
import org.luheng.files.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the register of the files into the database when the application starts. Whoever stores facts depends on it. */
@Component
public class Registration {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Actor ACTOR = Actor.program("register");

    Registration(Register register, RegisterTables tables, PlatformTransactionManager transactions, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        Integer changed = ACTOR.call(
                () -> new TransactionTemplate(transactions).execute(s -> tables.synchronise(register, today)));
        if (changed != null && changed > 0) {
            log.info("名录已与 register/ 对齐：{} 处增改", changed);
        }
    }
}
