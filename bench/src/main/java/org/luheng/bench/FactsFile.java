package org.luheng.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A facts file of a given size for {@code account}, and the bare reading of it as reference. */
final class FactsFile {
    private static final String[] REGIONS = {
        "410100",
        "410102",
        "410103",
        "410104",
        "410105",
        "410106",
        "410108",
        "410122",
        "410182",
        "410183",
        "410184",
        "410185",
        "410181",
        "410171",
        "410172",
        "410100-ZD",
        "410173"
    };
    private static final String[][] ELEMENTS = {
        {"gdp.constant", "亿元"},
        {"energy.total", "万吨标准煤"},
        {"gdp.growth", "%"},
        {"energy.growth", "%"},
        {"energy.coal", "万吨"},
        {"pollutant.reduction.cod", "吨"},
        {"pollutant.reduction.nh3n", "吨"},
        {"pollutant.reduction.nox", "吨"},
        {"pollutant.reduction.vocs", "吨"}
    };
    private static final String[] SPANS = {"", "-Q1", "-Q2", "-Q3", "-Q4", "-01/%d-06", "-01/%d-09", "-01/%d-03"};

    private FactsFile() {}

    /** Regions × elements × spans × years, then again as published on later days, until there are enough. */
    static void write(Path file, int rows) throws IOException {
        Random random = new Random(20261121);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("region,period,element,value,unit,stage,source,authority,channel,published\n");
            int written = 0;
            for (int revision = 0; written < rows; revision++) {
                for (int year = 2015; year <= 2025; year++) {
                    for (String region : REGIONS) {
                        for (String[] element : ELEMENTS) {
                            for (String span : SPANS) {
                                if (written++ >= rows) {
                                    return;
                                }
                                BigDecimal value = new BigDecimal(random.nextInt(1, 100_000)).movePointLeft(2);
                                out.write("%s,%s,%s,%s,%s,%s,bench,市统计局,统计,%d-%02d-%02d\n"
                                        .formatted(
                                                region,
                                                year + span.formatted(year),
                                                element[0],
                                                value.toPlainString(),
                                                element[1],
                                                revision == 0 ? "初步" : "最终",
                                                year + 1,
                                                revision % 12 + 1,
                                                revision / 12 % 28 + 1));
                            }
                        }
                    }
                }
            }
        }
    }

    static void read(Path file) throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                fields += row.getFieldCount();
            }
        }
        System.out.println(fields + " fields read");
    }
}
