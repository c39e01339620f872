/** The tables of issues and their publication. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.issue.store;
