package org.luheng.app.monitor.store;

import java.util.List;
import org.luheng.app.monitor.Device;
import org.luheng.app.monitor.Strictness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Devices with what they prove themselves by; seen by the part {@code gateway} alone. */
@Repository
public class DeviceTables {
    private final JdbcClient jdbc;

    DeviceTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Device> all() {
        return jdbc.sql("select d.id, d.mn, d.edition, d.strictness, d.active, s.password, s.sm4_key"
                        + " from luheng.device d join luheng.device_secret s on s.device = d.id")
                .query((row, number) -> new Device(
                        row.getInt("id"),
                        row.getString("mn"),
                        row.getInt("edition"),
                        Strictness.of(row.getString("strictness")),
                        row.getBoolean("active"),
                        row.getString("password"),
                        row.getBytes("sm4_key")))
                .list();
    }
}
