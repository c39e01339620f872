/** The table of proposals. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.approval.store;
