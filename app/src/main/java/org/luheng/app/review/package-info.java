/**
 * Plan documents under review: what was read from them beside their text, who accepted, corrected, rejected or added what, and the
 * plan that comes of it.
 *
 * <p>Promise: what is marked in the document is exactly what an item rests on; every decision is kept with who made it and when, and
 * can be taken back; what is finished is read by the same reader as every folder in {@code plans/}, with all its faults. Never:
 * nothing is accepted by the program, no reading is changed once it is under review, no plan comes into force here (two persons
 * accept it in the room {@code plan}).
 */
@NullMarked
@ApplicationModule(displayName = "审读")
package org.luheng.app.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
