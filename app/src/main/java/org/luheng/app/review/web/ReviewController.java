package org.luheng.app.review.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.app.review.Board;
import org.luheng.app.review.Deciding;
import org.luheng.app.review.Reviews;
import org.luheng.files.Finding;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Documents under review: all of them, one of them, and what concerns one as a whole. */
@Controller
class ReviewController {
    private final Reviews reviews;
    private final Deciding deciding;
    private final Desk desk;
    private final Plans plans;
    private final Register register;

    ReviewController(Reviews reviews, Deciding deciding, Desk desk, Plans plans, Register register) {
        this.reviews = reviews;
        this.deciding = deciding;
        this.desk = desk;
        this.plans = plans;
        this.register = register;
    }

    @GetMapping("/reviews")
    Object all(@RequestParam(defaultValue = "") String format) {
        ReviewsPage page = list(List.of());
        return format.isEmpty()
                ? new ModelAndView("review/reviews", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private ReviewsPage list(List<Finding> problems) {
        String region = reviews.region();
        return new ReviewsPage(
                Frame.of("审读", "reviews", false, new Frame.Crumb("方案", "/plans")),
                register.name(region),
                reviews.all().stream()
                        .map(line -> new ReviewsPage.Line(line, plans.ofReview(line.id())))
                        .toList(),
                reviews.plans(),
                problems);
    }

    @PostMapping("/reviews")
    Object open(@RequestParam MultipartFile document, @RequestParam(defaultValue = "") String follows)
            throws IOException {
        String name = document.getOriginalFilename();
        try {
            return to("/reviews/" + reviews.open(name == null ? "" : name, document.getBytes(), follows));
        } catch (Refused refused) {
            List<Finding> problems = refused.findings().list();
            ModelAndView page = new ModelAndView("review/reviews", Map.of("page", list(problems)));
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
    }

    @GetMapping("/reviews/{id}")
    ModelAndView one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String mode) {
        Board board = reviews.get(id);
        Panel panel = board.docket()
                .entry(item)
                .map(entry -> desk.panel(board, entry, mode))
                .orElseGet(() -> Panel.nothing(id));
        return new ModelAndView("review/review", Map.of("page", page(board, show, panel)));
    }

    private ReviewPage page(Board board, String show, Panel panel) {
        List<Row> rows = desk.rows(board);
        Counts counts = Counts.of(board, rows);
        String list = ReviewPage.SHOWS.containsKey(show)
                ? show
                : counts.doubtful() > 0 ? "doubtful" : counts.open() > 0 ? "open" : "all";
        String title = board.review().reading().title().title();
        return new ReviewPage(
                Frame.of(
                        title.isEmpty() ? board.review().fileName() : title,
                        "reviews",
                        false,
                        new Frame.Crumb("方案", "/plans"),
                        new Frame.Crumb("审读", "/reviews")),
                board,
                DocumentView.of(board.review().reading(), board.docket().all()),
                rows,
                counts,
                list,
                panel,
                desk.indicatorNames(),
                reviews.carried(board),
                plans.ofReview(board.review().id()),
                register.name(board.review().region()));
    }

    /** The document as it came. */
    @GetMapping("/reviews/{id}/document")
    ResponseEntity<byte[]> document(@PathVariable long id) {
        Board board = reviews.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(board.review().fileName(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(reviews.content(id));
    }

    @PostMapping("/reviews/{id}/acceptance")
    ResponseEntity<Void> acceptClean(@PathVariable long id) {
        deciding.acceptClean(id);
        return to("/reviews/" + id);
    }

    @PostMapping("/reviews/{id}/carrying")
    ResponseEntity<Void> carryOver(@PathVariable long id) {
        deciding.carryOver(id);
        return to("/reviews/" + id);
    }

    @PostMapping("/reviews/{id}/taking-back")
    ResponseEntity<Void> takeBack(@PathVariable long id, @RequestParam long decision) {
        deciding.takeBackSeveral(id, decision);
        return to("/reviews/" + id);
    }

    static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
