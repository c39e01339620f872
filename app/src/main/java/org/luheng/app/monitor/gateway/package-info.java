/** The TCP server devices report to: sessions, judgement, commit in groups, answers. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.monitor.gateway;
