package org.luheng.app.snapshot.web;

import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.Region;

/** The places that have plans, and what lies below them. */
public record RegionsPage(Frame frame, List<Group> groups) {
    public record Group(Region place, List<Region> below) {}

    Table table() {
        Table.Builder table = Table.of("绿衡-地区", "地区", "代码", "代码种类", "名称", "级别", "上级代码", "备注");
        for (Group group : groups) {
            row(table, group.place());
            group.below().forEach(region -> row(table, region));
        }
        return table.build(false);
    }

    private static void row(Table.Builder table, Region region) {
        table.row(region.code(), region.codeKind(), region.name(), region.level(), region.parent(), region.note());
    }
}
