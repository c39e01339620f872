package org.luheng.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.database.FreshDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The first walk through the house, in a real browser, with the five plans and the sample facts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@FreshDatabase
@ExtendWith(Chromium.class)
class WalkThroughTests {
    @LocalServerPort
    private int port;

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A page that writes down everything the browser complains of, broken policy included. */
    private static Page page(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    private static void open(Page page, String address) {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zhengzhou-14fyp", "zhengzhou-eco-14fyp", "erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp"})
    void everyNumberOfTheHomeMatrixOpensItsSheetAndTheLeavesAreFactsRulesOrClauses(String plan, Browser browser) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = page(context, complaints);
            open(page, address("/?plan=" + plan));
            Set<String> sheets = new LinkedHashSet<>(
                    strings(page, "[...document.querySelectorAll('main a[href^=\"/figure\"]')].map(a => a.href)"));
            assertThat(sheets).hasSizeGreaterThan(20);
            long numbers = (long)
                    (int)
                            page.evaluate(
                                    "[...document.querySelectorAll('.matrix .value')].filter(v => v.textContent.trim() !== '—').length");
            assertThat(numbers).as("numbers shown for " + plan).isGreaterThan(5);
            List<String> wrong = new ArrayList<>();
            for (String sheet : sheets) {
                open(page, sheet);
                List<String> leaves = strings(
                        page,
                        "[...document.querySelectorAll('.tree li')].filter(li => !li.querySelector('ul li')).map(li => li.dataset.kind)");
                if (leaves.isEmpty() || !Set.of("FACT", "RULE", "CLAUSE").containsAll(leaves)) {
                    wrong.add(sheet + " " + leaves);
                }
                boolean hasValue = (boolean) page.evaluate("!document.querySelector('.big').textContent.includes('—')");
                if (hasValue && !leaves.contains("FACT")) {
                    wrong.add(sheet + " a value without a fact: " + leaves);
                }
            }
            assertThat(wrong).isEmpty();
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "{0}×{1}")
    @org.junit.jupiter.params.provider.CsvSource({"1366,768", "390,844"})
    void everyPageFitsTheScreenAndBreaksNoPolicy(int width, int height, Browser browser) {
        List<String> complaints = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
            Page page = page(context, complaints);
            for (String path : List.of(
                    "/",
                    "/?plan=fuzhou-14fyp",
                    "/plans",
                    "/plans/zhengzhou-14fyp",
                    "/plans/erqi-2015",
                    "/regions",
                    "/regions/410102",
                    "/regions/410102/energy",
                    "/regions/410102/what-if",
                    "/indicators",
                    "/indicators/energy.intensity?plan=zhengzhou-14fyp",
                    "/agencies",
                    "/issues",
                    "/agencies/410100-fgw",
                    "/rules",
                    "/rules/deductions",
                    "/proof",
                    "/calculations",
                    "/calculations/reductions",
                    "/facts",
                    "/reviews",
                    "/figure?plan=zhengzhou-14fyp&region=410102&indicator=energy.intensity.change&period=2025")) {
                page.navigate(address(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
                assertThat(page.title()).as(path).contains("绿衡");
                int over = (int)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) {
                    tooWide.add(path + " by " + over);
                }
            }
        }
        assertThat(tooWide).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void anAddressNeverSaysOneThingAndShowsAnother(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            for (String path : List.of(
                    "/figure?plan=zhengzhou-14fyp&region=410105&indicator=energy.coal&period=2025&target=T004",
                    "/figure?plan=zhengzhou-14fyp&region=999999&indicator=energy.intensity.change&period=2025",
                    "/figure?plan=yuncheng-14fyp&region=410105&indicator=energy.intensity.change&period=2025",
                    "/indicators/pollutant.reduction.cod?plan=zhengzhou-14fyp&region=410105&target=T093",
                    "/plans/none",
                    "/agencies/none",
                    "/regions/none")) {
                assertThat(context.request().get(address(path)).status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    /** What somebody saw who signed in is not read out of the browser by the next one at the same desk. */
    @Test
    void noPageIsKeptInTheStoreOfTheBrowser(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(
                    address("/?plan=zhengzhou-14fyp"),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            page.locator("select[name=plan]").selectOption("zhengzhou-eco-14fyp");
            page.waitForURL("**plan=zhengzhou-eco-14fyp**");
            assertThat(strings(page, "Object.keys(sessionStorage)")).isSubsetOf("htmx-current-path-for-history");
            assertThat(strings(page, "Object.keys(localStorage)")).isEmpty();
            page.goBack();
            page.locator("select[name=plan] option[selected][value=zhengzhou-14fyp]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            assertThat(page.url()).contains("plan=zhengzhou-14fyp");
        }
    }

    @Test
    void aSheetAlsoExplainsWhatTheLightComparesWith(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            for (String indicator : List.of(
                    "energy.intensity.change",
                    "energy.intensity.cumulative",
                    "energy.total.assessed",
                    "pollutant.reduction.cod")) {
                open(page, address("/figure?plan=zhengzhou-14fyp&region=410105&period=2025&indicator=" + indicator));
                assertThat(page.locator("main").innerText()).as(indicator).contains("对照的要求怎么来的");
                assertThat(page.locator(".tree").count()).as(indicator).isEqualTo(2);
            }
        }
    }

    @Test
    void homeIsReadableWithoutScriptsAndSmall(Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            long[] bytes = new long[1];
            page.onResponse(response -> {
                String length = response.headers().get("content-length");
                bytes[0] += length == null ? response.body().length : Long.parseLong(length);
            });
            open(page, address("/"));
            assertThat(page.locator(".matrix tbody tr").count()).isEqualTo(17);
            assertThat(page.locator(".sample-bar").innerText()).contains("样例");
            assertThat(page.content()).doesNotContain("echarts");
        }
    }

    @Test
    void everyTableCanBeTakenAwayAndSamplesStayMarked(Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            for (String path : List.of(
                    "/?plan=zhengzhou-14fyp",
                    "/regions/410102?plan=zhengzhou-14fyp",
                    "/regions/350102?plan=fuzhou-14fyp",
                    "/regions/410105?plan=zhengzhou-eco-14fyp",
                    "/regions/410105/energy?plan=zhengzhou-14fyp",
                    "/regions/410105/what-if?plan=zhengzhou-14fyp",
                    "/indicators/energy.intensity?plan=fuzhou-14fyp&region=350102",
                    "/indicators/energy.intensity?plan=zhengzhou-14fyp",
                    "/figure?plan=zhengzhou-14fyp&region=410102&indicator=energy.intensity.change&period=2025")) {
                var csv = context.request().get(address(path + "&format=csv"));
                assertThat(csv.status()).as(path).isEqualTo(200);
                assertThat(csv.text()).as(path).contains("样例");
                assertThat(context.request().get(address(path)).text())
                        .as("the page itself, also where there is no light: " + path)
                        .contains("class=\"sample-bar\"");
                var xlsx = context.request().get(address(path + "&format=xlsx"));
                assertThat(xlsx.status()).as(path).isEqualTo(200);
                assertThat(new String(xlsx.body(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                        .isEqualTo("PK");
            }
            for (String path : List.of(
                    "/plans?x=1",
                    "/plans/erqi-2015?table=targets",
                    "/plans/erqi-2015?table=duties",
                    "/agencies?x=1",
                    "/agencies/410100-fgw?x=1",
                    "/regions?x=1",
                    "/indicators?x=1",
                    "/rules?x=1",
                    "/rules/deductions?x=1",
                    "/proof?x=1",
                    "/regions/410102/energy?plan=zhengzhou-14fyp",
                    "/regions/410102/what-if?plan=zhengzhou-14fyp")) {
                for (String format : List.of("csv", "xlsx")) {
                    assertThat(context.request()
                                    .get(address(path + "&format=" + format))
                                    .status())
                            .as(path)
                            .isEqualTo(200);
                }
            }
        }
    }
}
