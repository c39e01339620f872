package org.luheng.app.register.web;

import java.util.List;
import org.luheng.app.page.Frame;
import org.luheng.app.register.store.OfficeRegister;
import org.luheng.files.Finding;

/** @param places that the office may choose */
public record NewBodyPage(Frame frame, Filled filled, List<OfficeRegister.Reach> places, List<Finding> problems) {
    /** As it was sent before. */
    public record Filled(String code, String kind, String name, String industry, String place) {}
}
