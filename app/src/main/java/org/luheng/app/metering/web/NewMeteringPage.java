package org.luheng.app.metering.web;

import java.util.List;
import java.util.Map;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Enterprises;
import org.luheng.files.Finding;

/** The form by which an office lets a device register. */
public record NewMeteringPage(
        Frame frame, Map<String, String> form, List<Enterprises.Choice> enterprises, List<Finding> problems) {
    public String field(String name, String otherwise) {
        return form.getOrDefault(name, otherwise);
    }
}
