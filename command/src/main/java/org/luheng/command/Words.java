package org.luheng.command;

/** Codes in the words a reader knows. */
interface Words {
    /** Of an indicator or light. */
    String name(String indicatorOrLight);

    /** Whose figure it is: a place, an enterprise, a project. */
    String whose(String code);

    /** As the file first wrote it. */
    String asGiven(String code);
}
