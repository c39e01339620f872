package org.luheng.app.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.luheng.app.page.Address;
import org.luheng.app.review.Board;
import org.luheng.app.review.Deciding;
import org.luheng.app.review.Decision;
import org.luheng.app.review.Entry;
import org.luheng.app.review.Item;
import org.luheng.app.review.Reviews;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One item of a review. To htmx it answers with the piece that changes, to a plain browser with the whole page. */
@Controller
class ItemController {
    private static final String HTMX = "HX-Request";

    private final Reviews reviews;
    private final Deciding deciding;
    private final Desk desk;
    private final Register register;

    ItemController(Reviews reviews, Deciding deciding, Desk desk, Register register) {
        this.reviews = reviews;
        this.deciding = deciding;
        this.desk = desk;
        this.register = register;
    }

    @GetMapping("/reviews/{id}/items/{item}")
    Object panel(
            @PathVariable long id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String mode,
            @RequestHeader(name = HTMX, defaultValue = "") String htmx) {
        if (htmx.isEmpty()) {
            return ReviewController.to(address(id, item) + (mode.isEmpty() ? "" : "&mode=" + page(mode)));
        }
        Board board = reviews.get(id);
        return new ModelAndView("review/panel", "panel", desk.panel(board, entry(board, item), mode));
    }

    private static String page(String mode) {
        return mode.equals("correct") || mode.equals("reject") ? mode : "";
    }

    @PostMapping("/reviews/{id}/items/{item}")
    Object decide(
            @PathVariable long id,
            @PathVariable String item,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = HTMX, defaultValue = "") String htmx,
            HttpServletResponse response) {
        Board before = reviews.get(id);
        Entry entry = entry(before, item);
        Map<String, String> cells =
                act.equals("correct") ? desk.cells(entry.item().kind(), sent) : Map.of();
        try {
            switch (act) {
                case "accept" -> deciding.accept(id, item);
                case "correct" -> deciding.correct(id, item, cells);
                case "reject" -> deciding.reject(id, item, reason);
                case "take-back" -> deciding.takeBack(id, item);
                default -> throw Address.badValue("act", act, "accept、correct、reject、take-back");
            }
        } catch (Refused refused) {
            if (htmx.isEmpty()) {
                throw refused;
            }
            Panel panel = act.equals("correct")
                    ? desk.corrected(before, entry, cells)
                    : desk.panel(before, entry, act.equals("reject") ? "reject" : "");
            return refused(panel, refused);
        }
        if (htmx.isEmpty()) {
            return ReviewController.to(address(id, item));
        }
        Board board = reviews.get(id);
        Entry now = board.docket().entry(item).orElse(null);
        if (now == null) {
            // An addition that was taken back is not there any more.
            response.setHeader("HX-Redirect", "/reviews/" + id);
            return new ModelAndView("review/panel", "panel", Panel.nothing(id));
        }
        return new ModelAndView(
                "review/decided",
                Map.of(
                        "panel", desk.panel(board, now, ""),
                        "row", Row.of(board, now, register),
                        "counts", Counts.of(board, desk.rows(board))));
    }

    private static ModelAndView refused(Panel panel, Refused refused) {
        ModelAndView answer = new ModelAndView(
                "review/panel", "panel", panel.with(refused.findings().list()));
        answer.setStatus(HttpStatus.BAD_REQUEST);
        return answer;
    }

    /** @param what {@code T} or {@code R} */
    @GetMapping("/reviews/{id}/items")
    Object blank(
            @PathVariable long id,
            @RequestParam(defaultValue = "T") String what,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "-1") int to,
            @RequestHeader(name = HTMX, defaultValue = "") String htmx) {
        if (htmx.isEmpty()) {
            return ReviewController.to("/reviews/" + id);
        }
        Board board = reviews.get(id);
        Item.Kind of = kind(what);
        Panel.Added added = new Panel.Added(of, from, to, Desk.quote(board, from, to));
        return new ModelAndView("review/panel", "panel", desk.adding(board, added, desk.blank(board, of, from, to)));
    }

    @PostMapping("/reviews/{id}/items")
    Object add(
            @PathVariable long id,
            @RequestParam(defaultValue = "T") String what,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "-1") int to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = HTMX, defaultValue = "") String htmx,
            HttpServletResponse response) {
        Board board = reviews.get(id);
        Item.Kind of = kind(what);
        Map<String, String> cells = desk.cells(of, sent);
        try {
            boolean chosen = from >= 0 && Desk.quote(board, from, to).equals(words.replace("\r\n", "\n"));
            int[] span =
                    chosen ? new int[] {from, to} : Deciding.find(board.review().reading(), words);
            String item = deciding.add(id, of, span[0], span[1], cells);
            if (htmx.isEmpty()) {
                return ReviewController.to(address(id, item));
            }
            response.setHeader("HX-Redirect", address(id, item) + "&show=all");
            return new ModelAndView("review/panel", "panel", Panel.nothing(id));
        } catch (Refused refused) {
            if (htmx.isEmpty()) {
                throw refused;
            }
            return refused(desk.adding(board, new Panel.Added(of, from, to, words), cells), refused);
        }
    }

    @PostMapping("/reviews/{id}/matches")
    Object match(
            @PathVariable long id,
            @RequestParam String what,
            @RequestParam String printed,
            @RequestParam String known,
            @RequestParam(defaultValue = "") String item,
            @RequestHeader(name = HTMX, defaultValue = "") String htmx,
            HttpServletResponse response) {
        if (!List.of(Decision.Match.AGENCY, Decision.Match.INDICATOR).contains(what)) {
            throw Address.badValue("what", what, "agency、indicator");
        }
        deciding.match(id, new Decision.Match(what, ItemForm.clean(printed), ItemForm.clean(known)));
        if (htmx.isEmpty()) {
            return ReviewController.to(address(id, item));
        }
        response.setHeader("HX-Redirect", address(id, item));
        return new ModelAndView("review/panel", "panel", Panel.nothing(id));
    }

    private static Item.Kind kind(String kind) {
        return switch (kind) {
            case "T" -> Item.Kind.TARGET;
            case "R" -> Item.Kind.RESPONSIBILITY;
            default -> throw Address.badValue("what", kind, "T、R");
        };
    }

    private static Entry entry(Board board, String item) {
        return board.docket().entry(item).orElseThrow(() -> Address.unknown("条目", item));
    }

    /** @param item may come from an address: only what can be one goes into another */
    private static String address(long review, String item) {
        return "/reviews/" + review + (item.matches("[TRD][0-9]{1,5}") ? "?item=" + item : "?");
    }
}
