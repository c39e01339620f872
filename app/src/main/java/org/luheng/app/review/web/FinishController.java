package org.luheng.app.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.Board;
import org.luheng.app.review.Comparison;
import org.luheng.app.review.Finishing;
import org.luheng.app.review.Head;
import org.luheng.app.review.Reviews;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last page of a review, and what it changes of a plan that is there. */
@Controller
class FinishController {
    private final Reviews reviews;
    private final Finishing finishing;
    private final Comparison comparison;
    private final Desk desk;
    private final Plans plans;
    private final Rules rules;
    private final Register register;

    FinishController(
            Reviews reviews,
            Finishing finishing,
            Comparison comparison,
            Desk desk,
            Plans plans,
            Rules rules,
            Register register) {
        this.reviews = reviews;
        this.finishing = finishing;
        this.comparison = comparison;
        this.desk = desk;
        this.plans = plans;
        this.rules = rules;
        this.register = register;
    }

    @GetMapping("/reviews/{id}/finish")
    ModelAndView form(@PathVariable long id) {
        Board board = reviews.get(id);
        return page(board, finishing.head(board), List.of());
    }

    private ModelAndView page(Board board, Head head, List<Finding> problems) {
        ModelAndView page = new ModelAndView(
                "review/finish",
                Map.of(
                        "page",
                        new FinishPage(
                                frame("定稿", board),
                                board,
                                head,
                                register.name(board.review().region()),
                                register.below(board.review().region()),
                                desk.agencyNames(board.review().region()),
                                rules.barometers().stream()
                                        .map(Barometer::scheme)
                                        .distinct()
                                        .toList(),
                                plans.ofReview(board.review().id()),
                                problems)));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static Frame frame(String title, Board board) {
        String of = board.review().reading().title().title();
        return Frame.of(
                title,
                "reviews",
                false,
                new Frame.Crumb("审读", "/reviews"),
                new Frame.Crumb(
                        of.isEmpty() ? board.review().fileName() : of,
                        "/reviews/" + board.review().id()));
    }

    @PostMapping("/reviews/{id}/finish")
    Object finish(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        Head head = head(sent);
        try {
            Finishing.Finished finished = finishing.finish(id, head);
            return ReviewController.to("/plans/" + finished.plan() + "?edition=" + finished.sha256());
        } catch (Refused refused) {
            return page(reviews.get(id), head, refused.findings().list());
        }
    }

    private static Head head(MultiValueMap<String, String> sent) {
        return new Head(
                text(sent, "plan"),
                text(sent, "short"),
                text(sent, "title"),
                text(sent, "number"),
                text(sent, "issuer"),
                text(sent, "date"),
                text(sent, "from"),
                text(sent, "to"),
                text(sent, "base-year"),
                list(ItemForm.list(text(sent, "office"))),
                Objects.requireNonNullElse(sent.get("divides"), List.<String>of()).stream()
                        .map(ItemForm::clean)
                        .toList(),
                text(sent, "path"),
                !text(sent, "adjusts").isEmpty(),
                text(sent, "exempt"),
                text(sent, "barometer"),
                text(sent, "section"),
                lines(Objects.requireNonNullElse(sent.getFirst("follows"), "")));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return ItemForm.clean(Objects.requireNonNullElse(sent.getFirst(name), ""));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(";"));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Arrays.stream(text.split("\n"))
                .map(line -> ItemForm.clean(line).replace('｜', '|'))
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    @GetMapping("/reviews/{id}/changes")
    Object changes(@PathVariable long id, @RequestParam(defaultValue = "") String format) {
        Board board = reviews.get(id);
        ChangesPage page = ChangesPage.of(frame("与现行方案的差别", board), board, comparison.of(board), register, rules);
        return format.isEmpty()
                ? new ModelAndView("review/changes", Map.of("page", page))
                : Download.of(page.table(), format);
    }
}
