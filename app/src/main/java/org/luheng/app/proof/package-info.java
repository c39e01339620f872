/**
 * What governments published beside what comes out of their inputs.
 *
 * <p>Promise: every published figure of {@code proof/} is computed anew by the arithmetic that computes everything else, and
 * shown with its difference, whether it agrees or not. Never: nothing is claimed where the inputs were not published.
 */
@NullMarked
@ApplicationModule(displayName = "验证")
package org.luheng.app.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
