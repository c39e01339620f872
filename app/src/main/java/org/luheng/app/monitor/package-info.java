/**
 * Automatic monitoring of pollution sources by HJ 212: devices and their links, the gateway they report to, the messages and
 * frames it keeps, what they come to by hour, day and month, and pages that show them.
 *
 * <p>Promises: what was acknowledged is on disk, once; what was not taken says why; a reading opens into the frame it came in.
 * Hours, days and emissions are computed when somebody asks, with what was missing and what was put in its place. Never: stores a
 * computed value, save as a fact by somebody's explicit act; shows anybody a device that measures for another.
 */
@NullMarked
@ApplicationModule(displayName = "监测")
package org.luheng.app.monitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
