/** Devices and readings for the demonstration, plainly marked. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.monitor.sample;
