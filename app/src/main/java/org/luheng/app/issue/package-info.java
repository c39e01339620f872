/**
 * Issues 期: snapshots that were sealed, and which of them are published.
 *
 * <p>Promises: an issue is sealed when a second person confirms it, byte for byte what he was shown; it never changes, whatever is
 * recorded later; anybody who may read it can take its file away and compare. The same plan, rules and facts give the same
 * bytes, and {@link org.luheng.app.issue.Issues#check()} finds where they do not.
 *
 * <p>Never: stores a figure for showing it live; opens an unpublished result to one who may not see all places in it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "期")
@org.jspecify.annotations.NullMarked
package org.luheng.app.issue;
