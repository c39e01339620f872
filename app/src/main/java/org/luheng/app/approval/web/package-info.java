/** Pages of what waits for a second person, and of what was decided. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.approval.web;
