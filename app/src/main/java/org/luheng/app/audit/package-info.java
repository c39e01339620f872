/**
 * Audit 审计: who did what, for whom, when, from where, and what it was before and after.
 *
 * <p>Promises: every change of a table is in the trail with its transaction or not at all (the database's own triggers see to
 * that); sensitive readings, exports, sign-ins and refusals are in it as well; nobody changes or removes an entry unseen: each
 * holds the hash of the one before, and the head of the chain is exported within a second. Never: holds a secret; is written
 * by anything but {@code luheng.record()}.
 */
@ApplicationModule(displayName = "审计")
@NullMarked
package org.luheng.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
