package org.luheng.app.issue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.luheng.app.snapshot.Publication;
import org.luheng.app.snapshot.Publications;
import org.springframework.stereotype.Component;

/**
 * Tells the snapshots what of them the public may see. An issue whose plan or rules are another edition now is not shown as a
 * snapshot, because that would not be what was approved; its sealed file and page are.
 */
@Component
class PublishedIssues implements Publications {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Issues issues;

    PublishedIssues(Issues issues) {
        this.issues = issues;
    }

    @Override
    public Optional<Publication> latest(String plan) {
        return issues.published(plan)
                .filter(issues::recomputable)
                .flatMap(issue -> Optional.ofNullable(issue.published())
                        .map(at -> new Publication(
                                issue.id(),
                                issue.number(),
                                issue.period(),
                                issue.day(),
                                issue.lastFact(),
                                LocalDate.ofInstant(at, CHINA))));
    }
}
