/**
 * The policy as dated data, for whoever wants to read it, and which edition of it two persons have accepted.
 *
 * <p>Promise: every rule is shown with its source, its years and how sure we are of it; an edition that was ever proposed is kept word
 * for word, and what changed from one to the next is shown row by row. Never: nothing is computed here, and no rule is changed:
 * rules come as files.
 */
@NullMarked
@ApplicationModule(displayName = "规则")
package org.luheng.app.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
