package org.luheng.app.monitor.web;

import java.util.List;
import org.luheng.app.monitor.Adoption;
import org.luheng.app.monitor.store.OfficeDevices;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Enterprises;
import org.luheng.files.Finding;

/**
 * @param outlets that are there, to choose from
 * @param owners whose new outlet it may be
 */
public record NewDevicePage(
        Frame frame,
        Adoption.Asked asked,
        List<OfficeDevices.Choice> outlets,
        List<Enterprises.Choice> owners,
        List<Finding> problems) {}
