package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class EdgeOfNetworkTests {
    private static String seen(String peer, String forwardedFor) throws Exception {
        RemoteIpValve valve = Edge.speakingForOthers("10.1.1.1, 10.1.1.2");
        AtomicReference<String> seen = new AtomicReference<>("");
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request request, Response response) {
                seen.set(request.getRemoteAddr() + " " + request.getScheme());
            }
        });
        org.apache.coyote.Request coyote = new org.apache.coyote.Request();
        Request request = new Request(new Connector(), coyote);
        request.setRemoteAddr(peer);
        coyote.getMimeHeaders().addValue("X-Forwarded-For").setString(forwardedFor);
        coyote.getMimeHeaders().addValue("X-Forwarded-Proto").setString("https");
        valve.invoke(request, new Response(new org.apache.coyote.Response()));
        return seen.get();
    }

    @Test
    void onlyOurProxiesSayWhomTheySpeakFor() throws Exception {
        assertThat(seen("10.1.1.1", "192.0.2.7")).isEqualTo("192.0.2.7 https");
        assertThat(seen("10.1.1.2", "6.6.6.6, 192.0.2.7"))
                .as("what the visitor wrote himself comes first and is not believed")
                .isEqualTo("192.0.2.7 https");
        assertThat(seen("10.1.1.3", "192.0.2.7")).startsWith("10.1.1.3 ");
        assertThat(seen("10.1.191", "192.0.2.7")).as("a dot is a dot").startsWith("10.1.191 ");
    }

    @Test
    void aCertificateComesWithItsKey() {
        assertThatThrownBy(() -> new Edge(new MockEnvironment().withProperty("luheng.tls.cert", "cert.pem")))
                .hasMessageContaining("LUHENG_TLS_KEY");
    }
}
