package org.luheng.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.database.FreshDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@FreshDatabase
class UnifiedSocialCreditCodeTests {
    private final JdbcClient jdbc;

    UnifiedSocialCreditCodeTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private boolean inDatabase(String text) {
        return jdbc.sql("select luheng.is_uscc(:text)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    /** The first is the example of GB 32100-2015 itself, the others are printed on the pages of the companies. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B", "914403001922038216"})
    void publishedCodesCheck(String text) {
        assertThat(UnifiedSocialCreditCode.parse(text)).isNotNull();
        assertThat(inDatabase(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y44", "9135010OM000100Y43", "91350100m000100y43", "91350100M000100Y4"})
    void othersDoNot(String text) {
        assertThat(UnifiedSocialCreditCode.parse(text)).isNull();
        assertThat(inDatabase(text)).isFalse();
    }

    @Test
    void codeAndDatabaseAgreeOnAnyText() {
        long seed = 20210001L;
        Random random = new Random(seed);
        String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int place = 0; place < 18; place++) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(inDatabase(text.toString()))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(UnifiedSocialCreditCode.parse(text.toString()) != null);
        }
    }
}
