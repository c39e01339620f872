package org.luheng.bench;

import java.nio.file.Path;

/** {@code ./luheng bench NAME [N]}: one name, one measurement, its reference in the same run. */
public final class Bench {
    private static final String NAMES = """
            可用的测量 measurements:
              start-up [RUNS]        启动到第一页 from start to the first page
              home [SECONDS]         总览页负载 the home matrix under load
              row-security [ROUNDS]  行级权限的代价       pages with and without row-level security
              sign-in [ROUNDS]       二十人同时登录 twenty people sign in at once
              verify [ENTRIES]       核对审计记录           verifying the audit trail
              account [RUNS]         命令行核算 100 000 行 the account command
              hj212 [MILLIS]         HJ 212 从字节到数值    HJ 212 from bytes to typed values
              monitor [SECONDS [RATE]]  在线监测网关      the HJ 212 gateway under load
              hj212-kill [ROUNDS]    在线监测网关被 kill -9 the gateway and PostgreSQL killed under load
              kill-restart [ROUNDS]  kill -9 后自行恢复 comes up again by itself
              nation [RUNS [COUNTIES]] 全国核算          all figures and lights of a made-up nation
              replay [RUNS]          重放 60 个月        sixty months of a city, each as known then
              read [RUNS]            读方案                 plans of three lengths, PDF and docx, cold
              one-change [RUNS]      改一条数据、推演    one changed fact; what-if of a city
            """;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        switch (name) {
            case "start-up" -> StartUp.run(number(args, 7));
            case "home" -> HomeMatrix.run(number(args, 30));
            case "row-security" -> RowSecurity.run(number(args, 6));
            case "sign-in" -> SignIns.run(number(args, 15));
            case "verify" -> Verify.run(number(args, 1_000_000));
            case "account" -> Account.run(number(args, 7));
            case "hj212" -> Hj212.run(number(args, 200));
            case "monitor" -> Monitor.run(number(args, 20), args.length > 2 ? Integer.parseInt(args[2]) : 13_000);
            case "hj212-kill" -> Hj212Kill.run(number(args, 20));
            case "kill-restart" -> KillRestart.run(number(args, 5));
            case "nation" -> Nation.run(number(args, 7), args.length > 2 ? Integer.parseInt(args[2]) : 3_300);
            case "replay" -> City.replay(number(args, 30));
            case "one-change" -> City.oneChange(number(args, 300));
            case "read" -> Documents.run(number(args, 7));
            case "read-facts" -> FactsFile.read(Path.of(args[1]));
            case "read-text" -> Documents.readText(Path.of(args[1]));
            default -> {
                System.err.print(NAMES);
                System.exit(64);
            }
        }
    }

    private static int number(String[] args, int otherwise) {
        return args.length > 1 ? Integer.parseInt(args[1]) : otherwise;
    }
}
