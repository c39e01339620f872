/**
 * Automatic monitoring of pollution sources by HJ 212: devices and their links, the gateway they report to, the messages and
 * frames it keeps, and pages that show them.
 *
 * <p>Promises: what was acknowledged is on disk, once; what was not taken says why; a reading opens into the frame it came in.
 * Never: computes hourly or daily values or judges what was measured; shows anybody a device that measures for another.
 */
@NullMarked
@ApplicationModule(displayName = "监测")
package org.luheng.app.monitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
