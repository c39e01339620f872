package org.luheng.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The commonest reason not to start, in the words of whom it happens to. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenReport extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException taken) {
        return new FailureAnalysis(
                "端口 %d 已被其他程序占用 (port %d was already in use)。".formatted(taken.getPort(), taken.getPort()),
                "请停止那个程序，或用环境变量 LUHENG_PORT 换一个端口，例如 LUHENG_PORT=8081 ./luheng demo。",
                taken);
    }
}
