/**
 * Where everything stands: figures, lights and what they were made from, computed in memory when asked for.
 *
 * <p>Promise: {@code Snapshot = f(plan edition, rule edition, facts known at T)}; every number on a page of this room opens
 * its sheet. Never: a computed number is not stored, and nothing here changes a plan, a rule or a fact.
 */
@NullMarked
@ApplicationModule(displayName = "快照")
package org.luheng.app.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
