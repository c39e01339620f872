package org.luheng.app.monitor.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.GatewayState;
import org.luheng.app.monitor.Presence;
import org.luheng.app.monitor.Trouble;
import org.luheng.app.monitor.store.DayDigests;
import org.luheng.app.monitor.store.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Listens for devices: LUHENG_HJ212_PORT (9212; {@code off}: not at all), LUHENG_HJ212_BIND (this machine alone), LUHENG_HJ212_CONNECTIONS. A
 * virtual thread for each connection (decision 22).
 */
@Component
class Gateway implements SmartLifecycle, GatewayState {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int BACKLOG = 1_024;
    private static final String USUAL_PORT = "9212";

    private final Devices devices;
    private final MessageStore store;
    private final Troubles troubles;
    private final Presence presence;
    private final DayDigests digests;
    private final Clock clock;
    private final String givenPort;
    private final String wantedPort;
    private final String bind;
    private final int most;
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();

    private @Nullable ServerSocket server;
    private @Nullable GroupCommit commit;
    private @Nullable Thread committing;
    private @Nullable ScheduledExecutorService keeping;

    Gateway(
            Devices devices,
            MessageStore store,
            Troubles troubles,
            Presence presence,
            DayDigests digests,
            Clock clock,
            Environment environment) {
        this.devices = devices;
        this.store = store;
        this.troubles = troubles;
        this.presence = presence;
        this.digests = digests;
        this.clock = clock;
        boolean running = environment.acceptsProfiles(Profiles.of("demo", "serve"))
                && !environment.getProperty("luheng.training", Boolean.class, false);
        this.givenPort = environment.getProperty("luheng.hj212.port", "");
        this.wantedPort = givenPort.isBlank() ? running ? USUAL_PORT : "off" : givenPort;
        this.bind = environment.getProperty("luheng.hj212.bind", "127.0.0.1");
        this.most = environment.getProperty("luheng.hj212.connections", Integer.class, 20_000);
    }

    @Override
    public synchronized void start() {
        if (wantedPort.equals("off")) {
            return;
        }
        devices.refresh();
        ServerSocket listening;
        try {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName(bind), Integer.parseInt(wantedPort)), BACKLOG);
        } catch (BindException taken) {
            if (givenPort.isBlank()) {
                LOG.warn("在线监测端口 {} 已被占用，网关没有启动；请用环境变量 LUHENG_HJ212_PORT 换一个端口", wantedPort);
                return;
            }
            throw new IllegalStateException(
                    "在线监测端口 %s 已被占用 (port taken)：请用环境变量 LUHENG_HJ212_PORT 换一个端口，或设为 off 关闭".formatted(wantedPort),
                    taken);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        GroupCommit group = new GroupCommit(
                store,
                taken -> troubles.note(
                        Trouble.NOT_STORED, "", "", "设备 " + taken.received().device()));
        commit = group;
        committing = Thread.ofPlatform().name("hj212-commit").start(group);
        server = listening;
        Thread.ofPlatform().name("hj212-accept").start(() -> accept(listening, group));
        ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("hj212-keep").factory());
        keeper.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
        keeping = keeper;
        LOG.info("在线监测网关（HJ 212）已就绪：{}:{}", bind, listening.getLocalPort());
    }

    private void accept(ServerSocket listening, GroupCommit group) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                if (presence.connections() >= most) {
                    troubles.note(Trouble.CROWDED, "", socket.getInetAddress().getHostAddress(), "");
                    socket.close();
                } else {
                    talk(new Conversation(socket, devices, group, troubles, presence, clock));
                }
            } catch (IOException stopped) {
                if (!listening.isClosed()) {
                    LOG.warn("一个连接没有接成：{}", stopped.toString());
                }
            }
        }
    }

    private void talk(Conversation conversation) {
        open.add(conversation);
        presence.opened();
        Thread.ofVirtual().name("hj212").start(() -> {
            try {
                conversation.run();
            } finally {
                presence.closed();
                open.remove(conversation);
            }
        });
    }

    private void keep() {
        try {
            troubles.write();
            digests.record();
        } catch (DataAccessException | TransactionException later) {
            LOG.debug("Kept for the next time: {}", later.toString());
        }
    }

    @Override
    public synchronized void stop() {
        ServerSocket listening = server;
        GroupCommit group = commit;
        Thread thread = committing;
        if (listening == null || group == null || thread == null) {
            return;
        }
        try {
            listening.close();
            group.stop();
            // What was read is stored and answered before the connections are closed.
            thread.join(TimeUnit.SECONDS.toMillis(10));
            open.forEach(Conversation::close);
            if (keeping != null) {
                keeping.shutdown();
                keep();
            }
        } catch (IOException already) {
            LOG.debug("Closing: {}", already.toString());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        server = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public synchronized int port() {
        return server == null ? -1 : server.getLocalPort();
    }

    @Override
    public synchronized boolean failing() {
        return commit != null && commit.failing();
    }
}
