/** Pages and interface of the fact room. */
@NullMarked
package org.luheng.app.fact.web;

import org.jspecify.annotations.NullMarked;
