package org.luheng.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostsTests {
    @Test
    void onThisMachineOnlyItsOwnNamesAreTaken() {
        Hosts hosts = Hosts.of("127.0.0.1", "");
        assertThat(hosts.any()).isFalse();
        assertThat(hosts.accepts("localhost:8080")).isTrue();
        assertThat(hosts.accepts("LOCALHOST")).isTrue();
        assertThat(hosts.accepts("127.0.0.1:9000")).isTrue();
        assertThat(hosts.accepts("[::1]:8080")).isTrue();
        assertThat(hosts.accepts("evil.example:8080")).isFalse();
        assertThat(hosts.accepts("127.0.0.1.evil.example")).isFalse();
        assertThat(hosts.accepts("")).isFalse();
    }

    @Test
    void whatIsListedIsTakenBesides() {
        Hosts hosts = Hosts.of("0.0.0.0", "luheng.example.gov.cn, 10.1.2.3");
        assertThat(hosts.any()).isFalse();
        assertThat(hosts.accepts("luheng.example.gov.cn")).isTrue();
        assertThat(hosts.accepts("10.1.2.3:8080")).isTrue();
        assertThat(hosts.accepts("localhost:8080")).isTrue();
        assertThat(hosts.accepts("evil.example")).isFalse();
    }

    @Test
    void whoListensToTheNetworkAndListsNothingTakesAny() {
        assertThat(Hosts.of("0.0.0.0", "").accepts("any.example")).isTrue();
        assertThat(Hosts.of("", " ").any()).isTrue();
        assertThat(Hosts.of("::1", "").any()).isFalse();
        assertThat(Hosts.of("::1", "").accepts("[::1]:8080")).isTrue();
    }
}
