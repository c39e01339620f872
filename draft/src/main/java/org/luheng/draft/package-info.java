/**
 * From what was read to a plan of the house.
 *
 * <p>Promise: whatever the reader found is in the draft, each target and task with its place in the document; indicators, places and
 * agencies are those the house knows where one is meant beyond doubt, and otherwise stand under the name that is printed, said as a finding.
 * Never: nothing is accepted here, nothing written, no two names taken for one because they look alike while their units differ.
 */
@NullMarked
package org.luheng.draft;

import org.jspecify.annotations.NullMarked;
