/**
 * The policy as dated data, for whoever wants to read it: editions, barometer rules, order of authorities.
 *
 * <p>Promise: every rule is shown with its source, its years and how sure we are of it. Never: nothing is computed or
 * changed here.
 */
@NullMarked
@ApplicationModule(displayName = "规则")
package org.luheng.app.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
