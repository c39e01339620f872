/** Pages and interface of the monitoring room. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.monitor.web;
