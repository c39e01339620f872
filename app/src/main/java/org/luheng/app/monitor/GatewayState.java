package org.luheng.app.monitor;

/** How the gateway is, for pages and tests. A port of the room: what listens is private to it. */
public interface GatewayState {
    /** Where it listens; −1: it does not. */
    int port();

    /** Whether storing does not work at the moment, so that nothing is acknowledged. */
    boolean failing();
}
