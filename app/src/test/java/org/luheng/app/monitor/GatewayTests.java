package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luheng.app.database.Database;
import org.luheng.app.database.FreshDatabase;
import org.luheng.app.database.TestDatabase;
import org.luheng.hj212.Message;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the wire to the disk and back: what is taken, what is answered, and what is not. */
@SpringBootTest(properties = "luheng.hj212.port=0")
@FreshDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTests {
    private static final String MN = "010000A8900016F000169DC0";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 20, 8, 0, 0);

    @Autowired
    private GatewayState gateway;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Database database;

    @BeforeAll
    void aDevice() {
        Plant plant = new Plant(jdbc, transactions);
        plant.enterprise(Plant.MILL, "410102");
        plant.outlet(Plant.MILL, "DA001");
        plant.device(MN, Plant.MILL + "-DA001");
    }

    private String stored() {
        return TestDatabase.eye(database)
                .sql("select coalesce(string_agg(line, ';' order by line), '') from (select cn || ' ' ||"
                        + " to_char(data_time at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MISS') || ' ' || count(*) as line"
                        + " from luheng.message group by cn, data_time) as lines")
                .query(String.class)
                .single();
    }

    @Test
    void isAnsweredWhenItIsStoredOnceHoweverOftenItComes() throws Exception {
        byte[] frame = Station.realTime(Station.address(MN), TIME, "12.50");
        for (int time = 0; time < 3; time++) {
            try (Station station = new Station(gateway.port())) {
                station.send(frame);
                Message answer = Objects.requireNonNull(station.answer());
                assertThat(answer.cn()).isEqualTo(9014);
                assertThat(answer.qn()).isEqualTo("20261120080000000");
                assertThat(stored()).contains("2011 20261120080000 1");
            }
        }
    }
}
