package org.luheng.app.access.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.util.StandardSessionIdGenerator;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How requests come to the server: by TLS with the files of {@code LUHENG_TLS_CERT} and {@code LUHENG_TLS_KEY}, through the
 * proxies of {@code LUHENG_PROXIES}, which alone are believed whom they speak for, or in clear.
 */
@Component
class Edge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final int SESSION_NAME_BYTES = 32;
    private static final int MOST_SESSIONS = 50_000;

    private final String certificate;
    private final String key;
    private final String proxies;
    private final String bound;

    Edge(Environment environment) {
        this.certificate = environment.getProperty("luheng.tls.cert", "").strip();
        this.key = environment.getProperty("luheng.tls.key", "").strip();
        this.proxies = environment.getProperty("luheng.proxies", "").strip();
        this.bound = environment.getProperty("server.address", "").strip();
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("LUHENG_TLS_CERT 与 LUHENG_TLS_KEY 要一起设");
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!certificate.isEmpty()) {
            Ssl tls = new Ssl();
            tls.setCertificate(certificate);
            tls.setCertificatePrivateKey(key);
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(tls);
        } else if (proxies.isEmpty() && !isOfThisMachine(bound)) {
            LOG.warn("监听本机以外的地址而没有 TLS：密码会以明文经过网络。请设 LUHENG_TLS_CERT 和 LUHENG_TLS_KEY，"
                    + "或放在有 TLS 的代理之后并设 LUHENG_PROXIES");
        }
        if (!proxies.isEmpty()) {
            factory.addEngineValves(speakingForOthers(proxies));
        }
        factory.addContextCustomizers(context -> {
            StandardSessionIdGenerator names = new StandardSessionIdGenerator();
            names.setSessionIdLength(SESSION_NAME_BYTES);
            if (!(context.getManager() instanceof ManagerBase)) {
                context.setManager(new StandardManager());
            }
            ManagerBase sessions = (ManagerBase) context.getManager();
            if (sessions instanceof StandardManager standard) {
                // Never to a file: a restart ends all sessions.
                standard.setPathname(null);
            }
            sessions.setSessionIdGenerator(names);
            sessions.setMaxActiveSessions(MOST_SESSIONS);
        });
    }

    /** The last address that a known proxy has seen itself; what stands before it anybody may have written. */
    static RemoteIpValve speakingForOthers(String proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    private static boolean isOfThisMachine(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
