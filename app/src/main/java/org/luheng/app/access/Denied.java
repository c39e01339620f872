package org.luheng.app.access;

/**
 * Something was refused at the door to somebody who is signed in, or to who showed a token that does not hold; published as it
 * happens, for the audit trail, with the {@link org.luheng.app.database.Actor} bound.
 *
 * @param address without what stands in a link to be used once
 * @param code of the catalogue of faults
 */
public record Denied(String address, String code) {}
