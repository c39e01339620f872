package org.luheng.app.register;

import org.luheng.files.Refused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong in {@code plans/}, {@code rules/} or {@code register/} at start-up, line by line, without a stack trace. */
class RefusedReport extends AbstractFailureAnalyzer<Refused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refused refused) {
        return new FailureAnalysis(
                "方案、规则或名录的文件有错，没有启动：\n  "
                        + String.join("\n  ", refused.findings().inWords()),
                "按上面所列的文件、行和列改正后再启动；每个代码的说明见 docs/errors.md。",
                refused);
    }
}
