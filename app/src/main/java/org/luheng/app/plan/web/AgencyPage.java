package org.luheng.app.plan.web;

import java.util.List;
import org.luheng.accounting.Target;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.Agency;
import org.luheng.files.PlanFolder;

/**
 * What a department leads, and what it supports.
 *
 * @param offices plans that name it as the office
 */
public record AgencyPage(Frame frame, Agency agency, String placeName, List<String> offices, List<Held> held) {
    public record Held(PlanFolder folder, PlanFolder.Duty duty) {
        /** Targets that the duty serves. */
        public List<Target> targets() {
            return duty.task().targets().stream()
                    .map(folder::target)
                    .filter(target -> target != null)
                    .toList();
        }

        /** Those for the plan's whole place; what it divides among the places below is only counted. */
        public List<Target> own() {
            return targets().stream()
                    .filter(target -> target.region().equals(folder.plan().region()))
                    .toList();
        }

        public int divided() {
            return targets().size() - own().size();
        }

        public boolean leads() {
            return AgencyController.leads(duty);
        }
    }

    public List<Held> leading() {
        return held.stream().filter(Held::leads).toList();
    }

    public List<Held> supporting() {
        return held.stream().filter(each -> !each.leads()).toList();
    }

    Table table() {
        Table.Builder table = Table.of("绿衡-" + agency.id(), agency.name(), "方案", "条款", "任务", "说明", "角色", "服务的目标");
        for (Held each : held) {
            table.row(
                    each.folder().plan().title(),
                    each.duty().task().section(),
                    each.duty().task().title(),
                    each.duty().task().summary(),
                    each.duty().role().word(),
                    String.join(
                            "；",
                            each.targets().stream()
                                    .map(target -> target.title() + target.inWords())
                                    .toList()));
        }
        return table.build(false);
    }
}
