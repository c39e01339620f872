package org.luheng.app.register.web;

import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.app.register.Enterprises;
import org.luheng.app.register.store.OfficeRegister;

/** Enterprises and institutions within reach. */
public record BodiesPage(Frame frame, String text, Enterprises.Found found) {
    public String address(String more) {
        return "/register?text=" + Reading.query(text) + "&" + more;
    }

    static Table table(List<OfficeRegister.Kept> bodies) {
        Table.Builder table = Table.of("绿衡-企业和公共机构", "企业和公共机构", "统一社会信用代码", "种类", "名称", "行业", "地区");
        bodies.forEach(body -> table.row(body.code(), body.kind(), body.name(), body.industry(), body.place()));
        return table.build(false);
    }
}
