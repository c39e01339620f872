package org.luheng.app.issue;

import java.util.List;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.issue.store.IssueStore;
import org.luheng.app.page.Address;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;

/** Opens a sealed issue to the public, or closes it again; the file stays what it is. */
final class Publishing implements Matter {
    static final String PUBLISH = "publish";
    static final String UNPUBLISH = "unpublish";
    static final String SHA256 = "sha256";

    private final boolean open;
    private final IssueStore issues;

    /** @param open true to publish, false to withdraw a publication */
    Publishing(boolean open, IssueStore issues) {
        this.open = open;
        this.issues = issues;
    }

    static String kind(boolean open) {
        return open ? PUBLISH : UNPUBLISH;
    }

    @Override
    public String code() {
        return kind(open);
    }

    @Override
    public String word() {
        return open ? "公布" : "撤下公布";
    }

    @Override
    public void require(Proposal proposal) {
        Issue issue = issue(proposal);
        if (!issue.sha256().equals(proposal.said(SHA256))) {
            throw Refused.of(
                    Finding.of(Fault.MOVED_ON, Place.parameter("期"), issue.inWords(), "what", "封存的内容不是提请时的那一份"));
        }
        requireChange(issue, open);
    }

    /** @throws Refused where the issue is as it should become */
    static void requireChange(Issue issue, boolean open) {
        if (issue.isPublished() == open) {
            throw Refused.of(Finding.of(
                    Fault.NOTHING_TO_PUBLISH, Place.parameter("期"), issue.inWords(), "state", open ? "已经公布" : "没有公布"));
        }
    }

    @Override
    public void apply(Proposal proposal) {
        issues.publish(issue(proposal).id(), open, proposal.id());
    }

    @Override
    public List<Change> changes(Proposal proposal) {
        Issue issue = issue(proposal);
        return List.of(
                new Change("公众可见", open ? "否" : "是", open ? "是" : "否"),
                new Change("期", "", issue.inWords()),
                new Change("截至", "", issue.day().toString()),
                new Change("封存内容 sha256", "", issue.sha256()));
    }

    @Override
    public String address(Proposal proposal) {
        return "/issues/" + proposal.subject();
    }

    private Issue issue(Proposal proposal) {
        return issues.find(Long.parseLong(proposal.subject()))
                .orElseThrow(() -> Address.unknown("期", proposal.subject()));
    }
}
