package org.luheng.app.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names this server answers to.
 *
 * @param any whether it answers to any: it listens to the network, and nobody said under which name
 */
record Hosts(Set<String> names, boolean any) {
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param bound address listened on; empty: all
     * @param listed further names, separated by commas
     */
    static Hosts of(String bound, String listed) {
        Set<String> names = new HashSet<>(OF_THIS_MACHINE);
        if (!bound.isBlank()) {
            names.add(name(bound.contains(":") && !bound.startsWith("[") ? "[" + bound + "]" : bound));
        }
        for (String name : listed.split(",")) {
            if (!name.isBlank()) {
                names.add(name(name));
            }
        }
        return new Hosts(Set.copyOf(names), listed.isBlank() && !isLoopback(bound));
    }

    /** @param host as in the header, a port perhaps behind it: a tunnel may have another than ours */
    boolean accepts(String host) {
        return any || names.contains(name(host));
    }

    private static String name(String host) {
        return host.strip().replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isLoopback(String bound) {
        try {
            return !bound.isBlank() && InetAddress.getByName(bound.strip()).isLoopbackAddress();
        } catch (UnknownHostException nobodyCanListenThere) {
            return false;
        }
    }
}
