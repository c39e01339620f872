package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luheng.app.access.SampleAccounts;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class SignInPageTests {
    @Autowired
    private MockMvcTester mvc;

    @TestBean(enforceOverride = false)
    private @Nullable SampleAccounts samples;

    static SampleAccounts samples() {
        return new SampleAccounts() {
            @Override
            public String password() {
                return "for everybody <to see>";
            }

            @Override
            public List<Sample> list() {
                return List.of(new Sample("somebody", "某人（样例）", "郑州市 · 办公室"));
            }
        };
    }

    @Test
    void theDemonstrationNamesItsPeopleAndFillsTheFormInForThem() {
        assertThat(mvc.get().uri("/sign-in?to=/rules"))
                .hasStatus(200)
                .bodyText()
                .contains("演示账户", "某人（样例）", "name=\"login\" value=\"somebody\"")
                .contains("name=\"password\" value=\"for everybody &lt;to see>\"", "name=\"to\" value=\"/rules\"")
                .doesNotContain("<to see>", "统一身份认证登录");
    }

    @Test
    void browsersAndPasswordKeepersKnowTheFields() {
        assertThat(mvc.get().uri("/sign-in"))
                .bodyText()
                .contains("type=\"password\"", "autocomplete=\"current-password\"", "autocomplete=\"username\"")
                .doesNotContain("autocomplete=\"off\"", "onpaste");
    }
}
