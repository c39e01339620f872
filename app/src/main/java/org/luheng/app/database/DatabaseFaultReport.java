package org.luheng.app.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link DatabaseFault} at start-up as two sentences instead of a stack trace. */
class DatabaseFaultReport extends AbstractFailureAnalyzer<DatabaseFault> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFault fault) {
        return new FailureAnalysis(String.valueOf(fault.getMessage()), fault.remedy(), fault);
    }
}
