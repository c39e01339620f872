/**
 * The bodies everything is about: places, agencies, enterprises, institutions, parks and sources, each under one code, with
 * their names, where they lie, and what became of them.
 *
 * <p>Promises: the {@link org.luheng.files.Register} of the installation's files is in memory and its places and agencies
 * are in the database before anything else needs them; a body that vanished from the files stays, with the day on which it
 * ended. Never: knows what anyone owes or what is said about them.
 */
@NullMarked
@ApplicationModule(displayName = "名录")
package org.luheng.app.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
