package org.luheng.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.TypeConversionException;

/** What goes wrong on the way from a simulated station, each in so many of a hundred frames. */
record SimulatedFaults(Map<Kind, Integer> percent) {
    enum Kind {
        /** Never sent. */
        DROP("丢失"),
        /** Sent twice. */
        DOUBLE("重复"),
        /** Sent in several pieces. */
        SPLIT("拆开"),
        /** Sent in one piece with the next. */
        GLUE("粘连"),
        /** Sent after later ones. */
        LATE("迟到"),
        /** Other bytes before it. */
        GARBAGE("杂字节"),
        /** Its check is wrong. */
        CRC("校验错");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** {@code drop=1,late=5} */
    static SimulatedFaults of(String text) {
        Map<Kind, Integer> percent = new EnumMap<>(Kind.class);
        for (String each : text.split(",")) {
            String[] pair = each.strip().split("=");
            try {
                Kind kind = Kind.valueOf(pair[0].strip().toUpperCase(java.util.Locale.ROOT));
                int share = Integer.parseInt(pair.length > 1 ? pair[1].strip() : "1");
                if (share < 0 || share > 100) {
                    throw new IllegalArgumentException();
                }
                percent.put(kind, share);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(
                        "“" + each.strip() + "”不是故障，应如 drop=1,double=2,split=5,glue=5,late=2,garbage=1,crc=1（百分之几）");
            }
        }
        return new SimulatedFaults(percent);
    }

    boolean happens(Kind kind, Random random) {
        int share = percent.getOrDefault(kind, 0);
        return share > 0 && random.nextInt(100) < share;
    }
}
