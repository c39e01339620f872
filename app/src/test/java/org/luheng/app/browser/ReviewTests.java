package org.luheng.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.luheng.accounting.Target;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** An official reviews the plan of Fuzhou from upload to acceptance, and never touches the mouse. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@FreshDatabase
@ExtendWith(Chromium.class)
class ReviewTests {
    private static final Path SEED =
            Path.of(System.getProperty("luheng.root", ".."), "../shared/seeds/fuzhou-14fyp.txt");

    /** Pages of this size; more than one press of a key would need. */
    private static final int MOST_ITEMS = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private Plans plans;

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static Path seed() {
        boolean there = Files.isRegularFile(SEED);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI must have " + SEED);
        }
        Assumptions.assumeTrue(there, "需要 ../shared/seeds 中的福州方案原件，没有，跳过");
        return SEED;
    }

    private Page signedIn(BrowserContext context, String login, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // That something was refused is an answer, not a complaint.
            boolean refused = message.text().contains("400");
            if (!refused && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        page.navigate(address("/sign-in?to=/reviews"));
        page.keyboard().type(login);
        page.keyboard().press("Tab");
        page.keyboard().type("luheng-demo");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*:[0-9]+/reviews$"));
        return page;
    }

    private static int open(Page page) {
        return Integer.parseInt(page.locator("#counts").getAttribute("data-open"));
    }

    /** Waits until the panel shows what is chosen in the list. */
    private static String chosen(Page page) {
        page.waitForFunction("""
                () => { const link = document.querySelector('#items [aria-current]');
                        return !link || document.querySelector('#panel').dataset.item === link.closest('li').dataset.item }""");
        return Objects.requireNonNullElse(page.locator("#panel").getAttribute("data-item"), "");
    }

    /** The mark of every item holds the very characters of the document, counted as in the plan. */
    private static void marksAreExact(Page page, String document) {
        assertThat(page.evaluate("document.querySelector('#document').textContent"))
                .as("the pane is the document")
                .isEqualTo(document);
        int[] text = document.codePoints().toArray();
        @SuppressWarnings("unchecked")
        Map<String, String> marks = (Map<String, String>) page.evaluate("""
                () => Object.fromEntries([...document.querySelectorAll('#items li')].map(li => {
                  const marks = [...document.querySelectorAll('[data-items~="' + li.dataset.item + '"]')];
                  if (marks.length === 0) return [li.dataset.item, ''];
                  const before = document.createRange();
                  before.setStart(document.querySelector('#document'), 0);
                  before.setEndBefore(marks[0]);
                  const from = [...before.toString()].length;
                  const quote = marks.map(mark => mark.textContent).join('');
                  return [li.dataset.item, from + ' ' + quote];
                }))""");
        assertThat(marks).hasSizeGreaterThan(40);
        marks.forEach((item, mark) -> {
            int from = Integer.parseInt(mark.substring(0, mark.indexOf(' ')));
            String quote = mark.substring(mark.indexOf(' ') + 1);
            assertThat(new String(text, from, quote.codePointCount(0, quote.length())))
                    .as(item)
                    .isEqualTo(quote);
        });
    }

    private static void until(Page page, String script) {
        page.waitForFunction(script);
    }

    @Test
    void aPlanIsReviewedFromUploadToAcceptedWithoutTheMouse(Browser browser) throws IOException {
        Path seed = seed();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768))) {
            Page page = signedIn(context, "fuzhou-office", complaints);
            page.navigate(address("/reviews"));
            page.locator("input[type=file]").setInputFiles(seed);
            page.locator("form[action='/reviews'] button").focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/reviews/[0-9]+.*"));
            String review = page.url().replaceFirst(".*/reviews/([0-9]+).*", "$1");
            marksAreExact(page, Files.readString(seed, StandardCharsets.UTF_8));
            aChosenItemIsMarkedAndAChosenMarkIsAnItem(page);

            // What needs a person first: matched where the first proposal will do, else rejected with a reason.
            int before = open(page);
            for (int item = 0; item < MOST_ITEMS && doubtful(page) > 0; item++) {
                String id = chosen(page);
                int left = open(page);
                page.keyboard().press("a");
                if (page.locator("#panel [data-key=a]").isDisabled()) {
                    page.keyboard().press("x");
                    PlaywrightAssertions.assertThat(page.locator("#panel input[name=reason]"))
                            .isFocused();
                    page.keyboard().type("指标表里没有，先不核算");
                    page.keyboard().press("Enter");
                }
                until(page, """
                        () => Number(document.querySelector('#counts').dataset.open) < %d
                          && (document.querySelector('#panel').dataset.item !== '%s'
                              || document.activeElement.id === 'finish')""".formatted(left, id));
                assertThat(page.locator("#row-" + id).getAttribute("data-open")).isEqualTo("false");
            }
            assertThat(open(page)).isLessThan(before);

            // One taken back, corrected, and the rest accepted in one act.
            page.keyboard().press("f");
            String corrected = chosen(page);
            page.keyboard().press("e");
            Locator title = page.locator("#panel input[name=title]");
            title.waitFor();
            PlaywrightAssertions.assertThat(title).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("审读时改过的名称");
            int left = open(page);
            page.keyboard().press("Enter");
            until(page, """
                    () => Number(document.querySelector('#counts').dataset.open) < %d
                      && document.querySelector('#panel').dataset.item !== '%s'""".formatted(left, corrected));
            assertThat(page.locator("#row-" + corrected).innerText()).contains("审读时改过的名称", "更正");
            page.keyboard().press("b");
            PlaywrightAssertions.assertThat(page.locator("#accept-clean")).isFocused();
            page.keyboard().press("Enter");
            until(page, "() => document.querySelector('#counts').dataset.open === '0'");

            page.keyboard().press("t");
            PlaywrightAssertions.assertThat(page.locator("#finish")).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL("**/finish");
            page.locator("input[name=plan]").focus();
            page.keyboard().type("fuzhou-reviewed");
            page.locator("input[name=office]").focus();
            page.keyboard().type("市工信局、市生态环境局");
            page.keyboard().press("Enter");
            page.waitForURL("**/plans/fuzhou-reviewed**");
            assertThat(page.locator("h1").innerText()).contains("福州市", "未确认");
            page.locator("textarea[name=reason]").focus();
            page.keyboard().type("逐条对照原文审过");
            page.locator("form[action$='/acceptance'] button").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/proposals/**");
            String proposal = page.url();

            try (BrowserContext another = browser.newContext()) {
                Page second = signedIn(another, "fuzhou-office2", complaints);
                second.navigate(proposal);
                second.locator("form[action$='/confirmation'] button").focus();
                second.keyboard().press("Enter");
                second.waitForLoadState();
                second.navigate(address("/plans/fuzhou-reviewed"));
                assertThat(second.locator("#acceptance").innerText()).contains("经两人确认");
                second.navigate(address("/reviews"));
                assertThat(second.locator("main").innerText()).contains("已确认").contains(review.isEmpty() ? "" : "0／");
            }
        }
        assertThat(complaints).isEmpty();
        agreesWithThePlanThatWasWrittenByHand();
    }

    @Test
    void itsPagesFitTheScreenAndTheDocumentIsATabOnAPhone(Browser browser) throws IOException {
        // Another document than the one that is reviewed beside it.
        String text = Files.readString(seed(), StandardCharsets.UTF_8) + "附\n";
        FilePayload document = new FilePayload("福州.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
        List<String> complaints = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        for (int[] size : List.of(new int[] {1366, 768}, new int[] {390, 844})) {
            try (BrowserContext context =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(size[0], size[1]))) {
                Page page = signedIn(context, "fuzhou-office", complaints);
                page.navigate(address("/reviews"));
                page.locator("input[type=file]").setInputFiles(document);
                page.locator("select[name=follows]").selectOption("fuzhou-14fyp");
                page.locator("form[action='/reviews'] button").focus();
                page.keyboard().press("Enter");
                page.waitForURL(Pattern.compile(".*/reviews/[0-9]+.*"));
                String review = page.url().replaceFirst("[?].*", "");
                assertThat(page.locator("#document").isVisible()).isEqualTo(size[0] > 760);
                page.locator(".panes [data-pane=document]").evaluate("button => button.click()");
                assertThat(page.locator("#document").isVisible()).isTrue();
                assertThat(page.locator("#items").isVisible()).isEqualTo(size[0] > 760);
                for (String path :
                        List.of("", "?show=all&item=T001", "?item=T001&mode=correct", "/finish", "/changes")) {
                    page.navigate(review + path);
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                    int over = (int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    if (over > 0) {
                        tooWide.add(path + " at " + size[0] + " by " + over);
                    }
                }
            }
        }
        assertThat(tooWide).isEmpty();
        assertThat(complaints).isEmpty();
    }

    /** Some words of the document, over the edges of a mark; the same words are marked when they are an item. */
    private static void whatIsSelectedIsAdded(Page page) {
        String selected = (String) page.evaluate("""
                () => { const marks = document.querySelectorAll('#document .mark');
                        const mark = marks[marks.length - 3];
                        const range = document.createRange();
                        range.setStart(mark.previousSibling || mark, 0);
                        range.setEnd(mark.firstChild, 3);
                        const selection = getSelection();
                        selection.removeAllRanges();
                        selection.addRange(range);
                        return range.toString() }""");
        page.keyboard().press("n");
        Locator words = page.locator("#panel textarea[name=words]");
        PlaywrightAssertions.assertThat(words).isFocused();
        assertThat(words.inputValue()).isEqualTo(selected);
        page.locator("#panel input[name=title]").fill("选中后增补的");
        page.locator("#panel input[name=indicator]").fill("新建绿色工厂（园区）数");
        page.locator("#panel select[name=kind]").selectOption("数量");
        page.locator("#panel input[name=value]").fill("5");
        page.locator("#panel input[name=value]").press("Enter");
        page.waitForFunction("() => document.querySelector('#items [aria-current]')?.textContent.includes('选中后增补的')");
        assertThat(page.evaluate(
                        "[...document.querySelectorAll('#document .on')].map(mark => mark.textContent).join('')"))
                .isEqualTo(selected);
    }

    private static int doubtful(Page page) {
        return page.locator("#items li[data-doubtful=true][data-open=true]").count();
    }

    private static void aChosenItemIsMarkedAndAChosenMarkIsAnItem(Page page) {
        chosen(page);
        page.keyboard().press("j");
        String second = chosen(page);
        assertThat(page.locator("#document .on").first().getAttribute("data-items"))
                .contains(second);
        assertThat(page.evaluate("""
                () => { const pane = document.querySelector('#document').getBoundingClientRect();
                        const mark = document.querySelector('#document .on').getBoundingClientRect();
                        return mark.top >= pane.top && mark.bottom <= pane.bottom }""")).isEqualTo(true);
        page.keyboard().press("k");
        String first = chosen(page);
        assertThat(first).isNotEqualTo(second);
        page.locator(".mark[data-items='" + second + "']").first().focus();
        page.keyboard().press("Enter");
        assertThat(chosen(page)).isEqualTo(second);
        page.keyboard().press("?");
        assertThat(page.locator(".keys dl").isVisible()).isTrue();
        page.keyboard().press("?");
        page.keyboard().press("/");
        page.keyboard().type("没有这样的条目");
        assertThat(page.locator("#none").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#none").isVisible()).isFalse();
    }

    /** Where a target of the draft has a partner in the folder that was written by hand, both say the same number. */
    private void agreesWithThePlanThatWasWrittenByHand() {
        PlanFolder wanted = plans.get("fuzhou-14fyp");
        PlanFolder reviewed = plans.get("fuzhou-reviewed");
        List<Target> matched = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Target target : reviewed.plan().targets()) {
            boolean same = wanted.plan().targets().stream()
                    .anyMatch(each -> each.indicator().equals(target.indicator())
                            && each.due().year() == target.due().year()
                            && Objects.equals(
                                    each.value() == null ? null : each.value().stripTrailingZeros(),
                                    target.value() == null
                                            ? null
                                            : target.value().stripTrailingZeros()));
            (same ? matched : new ArrayList<Target>()).add(target);
            if (!same) {
                others.add(target.id() + " " + target.title() + " " + target.inWords());
            }
        }
        assertThat(others).as("accepted, and not in plans/fuzhou-14fyp").hasSizeLessThanOrEqualTo(1);
        assertThat(matched).hasSizeGreaterThan(20);
        assertThat(reviewed.tasks()).hasSameSizeAs(wanted.tasks());
    }
}
