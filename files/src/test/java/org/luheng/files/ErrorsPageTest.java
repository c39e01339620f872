package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
    private static final Path PAGE = House.ROOT.resolve("docs/errors.md");
    private static final Pattern PLACES = Pattern.compile("\\{[a-zA-Z]+}");

    /** Where it is stale: run the tests of this module with {@code -Dluheng.write-docs=true} and commit the page. */
    @Test
    void errorsPageIsWhatTheCatalogueSays() throws IOException {
        if (Boolean.getBoolean("luheng.write-docs")) {
            Files.writeString(PAGE, ErrorsPage.markdown());
        }
        assertThat(PAGE).content().isEqualTo(ErrorsPage.markdown());
    }

    @Test
    void codesAreUniqueAndWellFormed() {
        assertThat(Fault.values())
                .extracting(Fault::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("LH-[0-9]{4}"));
    }

    @Test
    void bothLanguagesNameThePlacesTheyFill() {
        assertThat(Arrays.asList(Fault.values())).allSatisfy(fault -> {
            assertThat(fault.remedy()).isNotBlank().endsWith("。");
            assertThat(PLACES.matcher(fault.chinese()).results().map(MatchResult::group))
                    .as(fault.name())
                    .containsAll(PLACES.matcher(fault.english())
                            .results()
                            .map(MatchResult::group)
                            .toList());
        });
    }

    @Test
    void whatAStrangerWroteCannotTouchTheTerminal() {
        Finding finding = Finding.of(
                Fault.UNKNOWN_ELEMENT,
                Place.line("f.csv", 3).column("element"),
                "\u001B[31mx\u202E\n" + "y".repeat(500));
        assertThat(finding.inWords()).doesNotContain("\u001B", "\u202E", "\n").hasSizeLessThan(200);
    }
}
