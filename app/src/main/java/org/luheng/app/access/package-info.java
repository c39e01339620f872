/**
 * Access 账户与权限: who somebody is, under which standing he acts, and what that entitles to.
 *
 * <p>Promises: passwords, tokens and second factors are read here alone; rights are looked up in the database in each
 * transaction; without a context nothing is seen. A right that was taken away is gone with the next request.
 *
 * <p>Never: decides in a page what somebody may see (the policies of the database do, and {@link org.luheng.app.access.Sight} for
 * what is in memory); keeps a secret in clear; invents cryptography.
 */
@org.springframework.modulith.ApplicationModule(displayName = "账户与权限")
@org.jspecify.annotations.NullMarked
package org.luheng.app.access;
