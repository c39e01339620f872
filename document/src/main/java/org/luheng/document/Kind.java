package org.luheng.document;

/** In what form a document came. */
public enum Kind {
    TEXT("纯文本"),
    HTML("网页"),
    DOCX("docx"),
    DOC("doc"),
    PDF("PDF"),
    OFD("OFD");

    private final String chinese;

    Kind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
