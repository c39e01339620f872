package org.luheng.app.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luheng.accounting.Element;
import org.luheng.accounting.Target;
import org.luheng.app.database.Actor;
import org.luheng.app.register.Registration;
import org.luheng.files.PlanFolder;
import org.luheng.files.Task;
import org.luheng.files.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which department leads or supports what, brought from the plans into the database when the application starts and when an
 * edition is accepted: there it decides which elements a department sees and reports.
 */
@Component
class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);
    private static final Actor ACTOR = Actor.program("plans");

    /** What the figures of energy are made from. */
    private static final Set<String> ENERGY = Set.of(
            Element.GDP,
            Element.GDP_GROWTH,
            Element.GDP_GROWTH_PLANNED,
            Element.ENERGY,
            Element.ENERGY_GROWTH,
            Element.PUBLISHED_CHANGE);

    private final JdbcClient database;

    private final TransactionTemplate transactions;
    private final Plans plans;

    /** @param registration has brought the departments into the database, which duties refer to */
    Duties(JdbcClient database, PlatformTransactionManager transactions, Plans plans, Registration registration) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.plans = plans;
        follow();
    }

    /** Brings the duties of the plans that are in force now; a plan of a review gives no rights before two persons accepted it. */
    final void follow() {
        Map<Duty, String> duties = new LinkedHashMap<>();
        plans.all().stream()
                .filter(folder -> !plans.isProvisional(folder.plan().id()))
                .forEach(folder -> of(folder, duties));
        Integer changed = ACTOR.call(() -> transactions.execute(status -> synchronise(duties)));
        if (changed != null && changed > 0) {
            LOG.info("部门职责已与方案对齐：{} 处增删", changed);
        }
    }

    private record Duty(String agency, String element, String plan) {}

    /** Where a department both leads and supports, it leads. */
    private static void of(PlanFolder folder, Map<Duty, String> duties) {
        for (Task task : folder.tasks()) {
            for (Unit unit : task.units()) {
                String part = task.lead().contains(unit) ? "牵头" : "配合";
                for (String id : task.targets()) {
                    Target target = folder.target(id);
                    if (target != null) {
                        for (String element : elements(target.indicator())) {
                            Duty duty = new Duty(
                                    unit.agency().id(), element, folder.plan().id());
                            duties.merge(duty, part, (before, now) -> before.equals("牵头") ? before : now);
                        }
                    }
                }
            }
        }
    }

    private static Set<String> elements(String indicator) {
        return indicator.equals(Element.INTENSITY) || indicator.equals(Element.ENERGY_INCREMENT)
                ? ENERGY
                : Set.of(indicator);
    }

    private int synchronise(Map<Duty, String> duties) {
        List<Map.Entry<Duty, String>> rows = List.copyOf(duties.entrySet());
        database.sql("""
                        create temporary table wanted_duty on commit drop as
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d (agency, element, plan, part)""")
                .param(rows.stream().map(row -> row.getKey().agency()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.getKey().element()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.getKey().plan()).toArray(String[]::new))
                .param(rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
        return database.sql("""
                                delete from luheng.duty d where not exists (
                                  select from wanted_duty w
                                  where (w.agency, w.element, w.plan, w.part) = (d.agency, d.element, d.plan, d.part))""").update() + database.sql("""
                                insert into luheng.duty (agency, element, plan, part)
                                select agency, element, plan, part from wanted_duty on conflict do nothing""").update();
    }
}
