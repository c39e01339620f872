package org.luheng.app.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.luheng.accounting.Rules;
import org.luheng.files.Register;
import org.luheng.files.RuleTables;
import org.luheng.files.RulesFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the installation brings along as files: its register and its rules; and the clock of the place it serves. */
@Configuration(proxyBeanMethods = false)
class Installation {
    private final Path root;

    /** @param root folder of {@code register/}, {@code rules/} and {@code plans/} */
    Installation(@Value("${luheng.root:.}") Path root) {
        this.root = root;
    }

    @Bean
    Register register() {
        return Register.read(root.resolve("register"));
    }

    @Bean
    RulesFolder rulesFolder() {
        return RulesFolder.read(root.resolve("rules"));
    }

    @Bean
    RuleTables ruleTables() {
        return RuleTables.read(root.resolve("rules"));
    }

    @Bean
    Rules rules(RulesFolder folder) {
        return folder.rules();
    }

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
