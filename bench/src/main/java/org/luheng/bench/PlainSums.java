package org.luheng.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What DuckDB needs for the plain part of it: energy as the sum of kinds × coefficient by region and period, less the granted amounts,
 * and its ratio and that of GDP to the same span a year earlier. No rules by year, no limits, no lights, no reasons.
 */
final class PlainSums {
    private PlainSums() {}

    static void run(SyntheticNation nation, int runs, double expected) throws Exception {
        Path csv = Files.createTempFile(Demo.ROOT.resolve("app/target/luheng"), "nation-", ".csv");
        try (Connection connection = connection()) {
            if (connection == null) {
                System.out.println("reference        DuckDB is not there: not measured");
                return;
            }
            write(nation, csv);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set threads = 2");
                statement.execute(
                        "create table fact as select * from read_csv('" + csv + "', header = true, columns = {"
                                + "'region': 'varchar', 'year': 'integer', 'month': 'integer', 'element': 'varchar',"
                                + " 'value': 'decimal(18,4)'})");
                statement.execute("create table coefficient (element varchar, each double)");
                for (Map.Entry<String, Double> each : nation.coefficients().entrySet()) {
                    statement.execute(
                            "insert into coefficient values ('" + each.getKey() + "', " + each.getValue() + ")");
                }
                long[] nanos = new long[runs];
                for (int run = -2; run < runs; run++) {
                    long began = System.nanoTime();
                    statement.execute(SUMS);
                    if (run >= 0) {
                        nanos[run] = System.nanoTime() - began;
                    }
                }
                try (ResultSet row = statement.executeQuery("select count(*), sum(energy) from sums")) {
                    row.next();
                    System.out.printf(
                            "reference        DuckDB, plain sums and ratios of the same rows, 2 threads: %s; %,d rows, "
                                    + "total %.1f (ours %.1f)%n",
                            Nation.spread(nanos), row.getLong(1), row.getDouble(2), expected);
                }
            }
        } finally {
            Files.delete(csv);
        }
    }

    private static final String SUMS = """
            create or replace table sums as
            with by_period as (
              select region, year, month,
                     coalesce(sum(value * each), any_value(value) filter (element = 'energy.total')) energy,
                     sum(value) filter (element = 'gdp.constant.2020') gdp,
                     sum(value) filter (element in ('energy.feedstock', 'energy.nonfossil')) taken
              from fact left join coefficient using (element)
              group by region, year, month)
            select now.region, now.year, now.month, now.energy, now.energy - now.taken assessed,
                   (now.energy - now.taken) / (before.energy - before.taken) / (now.gdp / before.gdp) - 1 change
            from by_period now left join by_period before
              on before.region = now.region and before.year = now.year - 1 and before.month = now.month""";

    private static @org.jspecify.annotations.Nullable Connection connection() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException absent) {
            return null;
        }
    }

    private static void write(SyntheticNation nation, Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("region,year,month,element,value\n");
            nation.facts(fact -> {
                try {
                    out.write(fact.region()
                            + ','
                            + fact.period().year()
                            + ','
                            + fact.period().last()
                            + ','
                            + fact.element()
                            + ','
                            + fact.value().toPlainString()
                            + '\n');
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        }
    }
}
