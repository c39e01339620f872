package org.luheng.app.approval.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.approval.Matter;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.database.Actor;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.files.Register;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a second person, and his word on it. */
@Controller
class ProposalController {
    private final Proposals proposals;
    private final Register register;

    ProposalController(Proposals proposals, Register register) {
        this.proposals = proposals;
        this.register = register;
    }

    @GetMapping("/proposals")
    Object all(
            @RequestParam(defaultValue = "open") String show, @RequestParam(required = false) @Nullable String format) {
        List<Proposal> all = proposals.all();
        Long account = account();
        List<Proposal> open = all.stream().filter(Proposal::isOpen).toList();
        List<Proposal> mine = all.stream()
                .filter(proposal -> account != null && proposal.proposer() == account)
                .toList();
        List<Proposal> decided =
                all.stream().filter(proposal -> !proposal.isOpen()).toList();
        List<Proposal> shown = switch (show) {
            case "open" -> open;
            case "mine" -> mine;
            case "decided" -> decided;
            default -> throw Address.badValue("show", show, "open、mine、decided");
        };
        ProposalsPage page = new ProposalsPage(
                Frame.of("复核", "proposals", false),
                show,
                List.of(
                        new ProposalsPage.Tab("open", "待复核", open.size()),
                        new ProposalsPage.Tab("mine", "我提请的", mine.size()),
                        new ProposalsPage.Tab("decided", "已决定", decided.size())),
                shown,
                proposals.words(),
                register::name);
        return format == null
                ? new ModelAndView("approval/proposals", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    @GetMapping("/proposals/{id}")
    ModelAndView one(@PathVariable String id) {
        Proposal proposal = proposals.get(number(id));
        Matter matter = proposals.matter(proposal.kind());
        Long account = account();
        boolean mine = account != null && proposal.proposer() == account;
        boolean office = proposals.mayDecide(proposal.scope());
        ProposalPage page = new ProposalPage(
                Frame.of(proposal.title(), "proposals", false, new Frame.Crumb("复核", "/proposals")),
                proposal,
                matter.word(),
                register.name(proposal.scope()),
                matter.address(proposal),
                proposals.changes(proposal),
                proposal.caveats() > 0 ? matter.caveats(proposal) : "",
                proposal.isOpen() ? proposals.obstacle(proposal) : null,
                proposal.isOpen() && office && !mine,
                proposal.isOpen() && office && mine);
        return new ModelAndView("approval/proposal", Map.of("page", page));
    }

    @PostMapping("/proposals/{id}/confirmation")
    ResponseEntity<Void> confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") String caveats) {
        long number = number(id);
        proposals.confirm(number, reason, caveats(caveats));
        return to("/proposals/" + number);
    }

    @PostMapping("/proposals/{id}/rejection")
    ResponseEntity<Void> reject(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        long number = number(id);
        proposals.reject(number, reason);
        return to("/proposals/" + number);
    }

    @PostMapping("/proposals/{id}/withdrawal")
    ResponseEntity<Void> withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        long number = number(id);
        proposals.withdraw(number, reason);
        return to("/proposals/" + number);
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw Address.unknown("提请", id);
        }
    }

    private static int caveats(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw Address.badValue("caveats", text, "表单上的数目");
        }
    }

    private static @Nullable Long account() {
        return Actor.current().map(Actor::account).orElse(null);
    }
}
