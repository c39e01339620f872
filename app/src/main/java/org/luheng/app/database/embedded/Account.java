package org.luheng.app.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.luheng.app.database.DatabaseFault;

/**
 * Under whose name PostgreSQL runs. It refuses to run as root, but root is who one is in most containers; then it gets a
 * user namespace of its own (files stay root's outside of it), or, where the kernel allows none, the account nobody, to
 * whom its folder is given.
 *
 * @param prefix what to put before a command
 * @param uid who must own the folder; -1 where it is right as it is
 */
record Account(List<String> prefix, int uid) {

    private static final int NOBODY = 65534;

    static final Account OUR_OWN = new Account(List.of(), -1);
    static final Account IN_A_NAMESPACE = new Account(List.of("unshare", "--user"), -1);
    static final Account OF_NOBODY =
            new Account(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    static Account choose(Path folder) throws IOException {
        if (!root()) {
            return OUR_OWN;
        }
        if (IN_A_NAMESPACE.canRun("true")) {
            return IN_A_NAMESPACE;
        }
        Folders.giveTo(NOBODY, folder);
        if (OF_NOBODY.canRun("test", "-w", folder.toString())) {
            return OF_NOBODY;
        }
        throw new DatabaseFault(
                "PostgreSQL 不能以 root 运行，而此系统既不允许用户命名空间（unshare），也不能以 nobody 身份进入 %s。".formatted(folder),
                "请用普通用户启动，或把 LUHENG_HOME 指向其他用户可以进入的目录（例如 /var/lib/luheng）。");
    }

    private static boolean root() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    private boolean canRun(String... command) {
        try {
            return process(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ProcessBuilder process(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var process = new ProcessBuilder(whole);
        // Messages in one language, to be read by us; and nothing of the caller's PGDATA, PGPORT and the like.
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        process.environment().put("LC_ALL", "C");
        return process;
    }
}
