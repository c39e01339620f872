package org.luheng.files;

/** The catalogue of faults as {@code docs/errors.md}. */
public final class ErrorsPage {
    private ErrorsPage() {}

    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # 错误与提示一览

                本页由程序生成（`Fault`），不手工修改。编号固定不变；每条都会写明文件、行、列和原值。
                花括号是出现时填入的内容。“错误”表示输入没有被接受，也没有留下一半。

                | 编号 | 类别 | 含义 | English | 怎么办 |
                |---|---|---|---|---|
                """);
        for (Fault fault : Fault.values()) {
            page.append("| ").append(fault.code());
            page.append(" | ").append(fault.kind().word());
            page.append(" | ").append(cell(fault.chinese()));
            page.append(" | ").append(cell(fault.english()));
            page.append(" | ").append(cell(fault.remedy())).append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
