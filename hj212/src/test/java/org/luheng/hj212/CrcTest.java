package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrcTest {
    private static int of(byte[] bytes) {
        return Crc.of(bytes, 0, bytes.length);
    }

    /** As appendix A prints it. */
    private static int printed(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc = crc >> 8 ^ bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                int low = crc & 1;
                crc >>= 1;
                if (low == 1) {
                    crc ^= 0xA001;
                }
            }
        }
        return crc;
    }

    @Test
    void exampleOf2017() {
        byte[] segment = Streams.utf8(
                "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&");
        assertThat(segment).hasSize(101);
        assertThat(of(segment)).isEqualTo(0x1C80);
    }

    @Test
    void exampleOf2025() {
        byte[] segment =
                Streams.utf8("QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&");
        assertThat(segment).hasSize(87);
        assertThat(of(segment)).isEqualTo(0x2200);
    }

    @Test
    void modbusIsAnother() {
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc.modbus(check, 0, 9)).isEqualTo(0x4B37);
        assertThat(of(check)).isNotEqualTo(0x4B37);
    }

    @Property
    void foldingGivesWhatIsPrinted(
            @ForAll byte[] bytes, @ForAll @IntRange(max = 20) int skip, @ForAll @IntRange(max = 20) int leave) {
        int from = Math.min(skip, bytes.length);
        int to = Math.max(from, bytes.length - leave);
        assertThat(Crc.of(bytes, from, to)).isEqualTo(printed(bytes, from, to));
    }

    @Property
    void oneWrongByteIsAlwaysSeen(@ForAll byte[] bytes, @ForAll byte change, @ForAll @IntRange(max = 1000) int place) {
        if (bytes.length > 0 && change != 0) {
            byte[] damaged = bytes.clone();
            damaged[place % bytes.length] ^= change;
            assertThat(of(damaged)).isNotEqualTo(of(bytes));
        }
    }

    @Property
    void twoEqualChangesEightPlacesApartAreNotSeen(@ForAll byte[] bytes, @ForAll byte change) {
        if (bytes.length > 8) {
            byte[] damaged = bytes.clone();
            damaged[0] ^= change;
            damaged[8] ^= change;
            assertThat(of(damaged)).isEqualTo(of(bytes));
        }
    }

    @Property
    void theClosingMayBeAddedLater(@ForAll byte[] bytes) {
        byte[] closed = java.util.Arrays.copyOf(bytes, bytes.length + 2);
        closed[bytes.length] = closed[bytes.length + 1] = '&';
        assertThat(Crc.and(of(bytes), '&', '&')).isEqualTo(of(closed));
    }

    @Test
    void thereAreTwoHundredAndFiftySixValues() {
        Set<Integer> values = new HashSet<>();
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                values.add(of(new byte[] {(byte) first, (byte) second}));
            }
        }
        assertThat(values).hasSize(256);
        assertThat(of(new byte[0])).isEqualTo(Crc.OF_NOTHING);
    }
}
