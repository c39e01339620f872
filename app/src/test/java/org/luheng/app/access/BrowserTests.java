package org.luheng.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge Windows",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox Linux",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18) AppleWebKit/605 Version/18 Mobile Safari/604 | Safari iPhone",
                "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537 MicroMessenger/8.0 | 微信 Android",
                "something <script> | 其他浏览器"
            })
    void aBrowserIsNamedInTwoWords(String agent, String words) {
        assertThat(Browser.inWords(agent)).isEqualTo(words);
    }
}
