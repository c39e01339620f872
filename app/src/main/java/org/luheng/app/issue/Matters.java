package org.luheng.app.issue;

import org.luheng.app.issue.store.IssueStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishing and its withdrawal: one matter each, with the same conditions turned round. */
@Configuration(proxyBeanMethods = false)
class Matters {
    @Bean
    Publishing publishing(IssueStore issues) {
        return new Publishing(true, issues);
    }

    @Bean
    Publishing withdrawal(IssueStore issues) {
        return new Publishing(false, issues);
    }
}
