/** Tables of the monitoring room: messages, frames, devices, troubles. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.monitor.store;
