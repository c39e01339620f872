package org.luheng.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.luheng.document.DocumentFile;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.reader.PlanReader;
import org.luheng.reader.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code luheng read}: a plan document as clauses, targets, responsibilities and tasks. */
@Command(
        name = "read",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {
            "读一份方案，写出条款、目标、责任单位、任务，各带原文位置；拿不准的另列。",
            "能读 docx、doc（wps）、PDF、OFD、网页（html）和纯文本（UTF-8、GBK、UTF-16），按内容辨认，不看文件名。",
            "位置按读出文字的 UTF-16 码元计，左闭右开；place 是在原件里的位置。"
        },
        footer = {"  luheng read 方案.docx > 方案.json", "  luheng read - --format csv < 方案.txt"})
final class Read implements Callable<Integer> {
    static final String DOCUMENT_LABEL = "方案文件";

    enum Format {
        JSON,
        CSV
    }

    private final Console console;

    @Parameters(index = "0", paramLabel = DOCUMENT_LABEL, description = "方案文件；- 为标准输入")
    private String file = "";

    @Option(names = "--format", paramLabel = "格式", description = "json（缺省）或 csv")
    private Format format = Format.JSON;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Read(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String label = file.equals("-") ? "标准输入" : file;
        DocumentFile document =
                file.equals("-") ? DocumentFile.read(console.in(), label) : DocumentFile.read(Path.of(file));
        Reading reading = new PlanReader().read(document.text());
        document.notices().forEach(notice -> console.err().println(notice.inWords()));
        if (reading.clauses().isEmpty()) {
            console.err()
                    .println(Finding.of(Fault.NO_CLAUSES, Place.file(label), "").inWords());
        }
        if (!reading.doubts().isEmpty()) {
            String count = String.valueOf(reading.doubts().size());
            console.err()
                    .println(Finding.of(Fault.DOUBTS, Place.file(label), "", "count", count)
                            .inWords());
        }
        switch (format) {
            case JSON -> new ReadingJson(reading, document).write(console.out());
            case CSV -> new ReadingCsv(reading).write(console.out());
        }
        return 0;
    }
}
