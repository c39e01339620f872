package org.luheng.app.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies as devices send them, and what is said of those that are not in order. */
class UploadBodyTests {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 12, 0);
    private static final String ITEM = """
            {"dataCode":"04-01-0000-040200-30","dataValue":123.45,"inputType":1,"statType":1,
             "statDate":"2026-10-09 00:00:00","uploadDate":"2026-10-10 21:58:46","scope":1,"valid":true}""";
    private static final ValueCipher CIPHER =
            new ValueCipher(HexFormat.of().parseHex("0123456789abcdeffedcba9876543210"));

    private static UploadBody read(String items, @Nullable ValueCipher cipher) throws Declined {
        byte[] body = """
                {"deviceId":"00112233445566778899aabbccddeeff","enterpriseCode":"91410102MA00000Y1R","data":[%s]}""".formatted(items).getBytes(StandardCharsets.UTF_8);
        return UploadBody.read(UploadBody.object(body), cipher, "1", NOW);
    }

    @Test
    void theExampleOfTheSpecificationIsRead() throws Declined {
        EnergyValue value = read(ITEM, null).values().getFirst();

        assertThat(value.code().digits()).isEqualTo("0401000004020030");
        assertThat(value.code().printed()).isEqualTo("04-01-0000-040200-30");
        assertThat(value.code().process()).isEqualTo("04");
        assertThat(value.code().collected()).isEqualTo("04");
        assertThat(value.code().item()).isEqualTo("0200");
        assertThat(value.code().use()).isEqualTo("30");
        assertThat(value.value()).isEqualTo(new BigDecimal("123.45"));
        assertThat(value.valid()).isTrue();
        assertThat(value.from()).isEqualTo("2026-10-09T00:00:00");
    }

    @Test
    void numbersAsTextsAndOtherHyphensAreTheSame() throws Declined {
        String asTexts = ITEM.replace("123.45", "\"123.45\"")
                .replace("\"statType\":1", "\"statType\":\"1\"")
                .replace("true", "\"1\"")
                .replace("04-01-0000-040200-30", "04-01-0000040200-30");
        assertThat(read(asTexts, null).values()).isEqualTo(read(ITEM, null).values());
    }

    @Test
    void aNumberKeepsItsDigits() throws Declined {
        assertThat(read(ITEM.replace("123.45", "0.1000000001"), null)
                        .values()
                        .getFirst()
                        .value())
                .isEqualTo(new BigDecimal("0.1000000001"));
    }

    /** Made with: printf 123.45 | openssl enc -sm4-ecb -K 0123456789abcdeffedcba9876543210 | xxd -p. */
    @Test
    void anEncryptedValueIsWhatOpensslEncrypts() throws Declined {
        assertThat(CIPHER.encrypt("123.45")).isEqualTo(OPENSSL);
        assertThat(CIPHER.decrypt(OPENSSL.toUpperCase(java.util.Locale.ROOT))).isEqualTo("123.45");
    }

    private static final String OPENSSL = "8903e2e3f6b843f58fa45deaf1b6a32a";

    @Test
    void everyFieldOfTheEncryptedVariantIsEncrypted() throws Declined {
        String item = """
                {"dataCode":"%s","dataValue":"%s","inputType":"%s","statType":"%s","statDate":"%s","uploadDate":"%s","scope":"%s","valid":"%s"}""".formatted(
                        CIPHER.encrypt("04-01-0000-040200-30"),
                        CIPHER.encrypt("123.45"),
                        CIPHER.encrypt("1"),
                        CIPHER.encrypt("1"),
                        CIPHER.encrypt("2026-10-09 00:00:00"),
                        CIPHER.encrypt("2026-10-10 21:58:46"),
                        CIPHER.encrypt("1"),
                        CIPHER.encrypt("true"));
        assertThat(read(item, CIPHER).values()).isEqualTo(read(ITEM, null).values());
        ValueCipher wrong = new ValueCipher(new byte[16]);
        assertThatThrownBy(() -> read(item, wrong)).isInstanceOf(Declined.class).hasMessage("解密失败！");
        assertThatThrownBy(() -> read(ITEM, CIPHER))
                .isInstanceOf(Declined.class)
                .hasMessage("解密失败！");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04-01-0000-040200-30|04-01-0000-0402-30|dataCode",
                "123.45|\"一百\"|dataValue",
                "123.45|null|dataValue",
                "123.45|1e400|dataValue",
                "\"statType\":1|\"statType\":7|statType",
                "2026-10-09 00:00:00|2026-02-30 00:00:00|statDate",
                "2026-10-09 00:00:00|2027-10-09 00:00:00|statDate",
                "2026-10-10 21:58:46||uploadDate",
                "\"scope\":1|\"scope\":9|scope",
                "\"inputType\":1|\"inputType\":-1|inputType"
            })
    void oneWrongItemDeclinesAllAndIsNamed(String good, String bad, String field) {
        String wrong = ITEM.replace(good, bad == null ? "" : bad);
        assertThat(wrong).isNotEqualTo(ITEM);
        assertThatThrownBy(() -> read(ITEM + "," + wrong, null))
                .isInstanceOf(Declined.class)
                .hasMessageContaining("第 2 项 " + field)
                .hasMessageContaining("整个没有收下");
    }

    @Test
    void whatIsNoUploadIsDeclinedInWords() {
        for (String body : new String[] {"", "[]", "null", "{", "\u0000", "{\"data\":[]}", "{\"data\":{}}", "{}"}) {
            assertThatThrownBy(() ->
                            UploadBody.read(UploadBody.object(body.getBytes(StandardCharsets.UTF_8)), null, "1", NOW))
                    .as(body)
                    .isInstanceOf(Declined.class);
        }
        assertThatThrownBy(() -> UploadBody.object(("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Declined.class);
    }

    @Test
    void mangledBodiesEndInAnAnswer() throws Declined {
        byte[] body = ("{\"deviceId\":\"1\",\"data\":[" + ITEM + "]}").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(37947);
        int declined = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] mangled = body.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            try {
                Objects.requireNonNull(UploadBody.read(UploadBody.object(mangled), null, "1", NOW));
            } catch (Declined said) {
                declined++;
                assertThat(said.said()).isNotBlank().hasSizeLessThan(300);
            }
        }
        assertThat(declined).as("and most of them are noticed").isGreaterThan(1_000);
    }
}
