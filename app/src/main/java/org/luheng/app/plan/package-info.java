/**
 * The plans of this installation: read from their folders, shown by chapter, with who answers for what, sums and
 * contradictions; and the official documents that the office has loaded.
 *
 * <p>Promise: a plan that has a fault is not loaded in part; a plan never changes because of a fact. Never: no figure is
 * computed here.
 */
@NullMarked
@ApplicationModule(displayName = "方案")
package org.luheng.app.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
