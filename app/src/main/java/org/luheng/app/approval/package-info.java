/**
 * Approval 复核: two pairs of eyes for what cannot be taken back.
 *
 * <p>Promises: what one person proposes takes effect only when another confirms it, in one transaction with the confirmation, and
 * only if everything is still as it was proposed; who, when and why stay on record. The database decides that they are two.
 *
 * <p>Never: knows what is decided about (each room brings its own {@link org.luheng.app.approval.Matter}); decides twice; changes a
 * decision.
 */
@org.springframework.modulith.ApplicationModule(displayName = "复核")
@org.jspecify.annotations.NullMarked
package org.luheng.app.approval;
