package org.luheng.files;

/**
 * A body as a plan names it, and which one of the register that is.
 *
 * @param printed as the document prints it
 */
public record Unit(String printed, Agency agency) {}
