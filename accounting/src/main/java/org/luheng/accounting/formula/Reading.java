package org.luheng.accounting.formula;

/** What comes of reading a formula: the expression, or why it is none. */
public sealed interface Reading permits Expression, Flaw {}
