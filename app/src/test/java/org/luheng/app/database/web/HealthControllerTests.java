package org.luheng.app.database.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class HealthControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void answersWhenTheDatabaseAnswers() {
        mvc.get().uri("/api/health").assertThat().hasStatusOk().bodyJson().isEqualTo("{\"status\":\"up\"}");
    }
}
