package org.luheng.app.plan;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.luheng.accounting.Target;
import org.luheng.document.DocumentFile;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Hash;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The official documents that the office has loaded. Their sentences are not in the plan folders: a folder knows the
 * document's sha256 and where in it each item stands; with the very same file here, the sentence can be shown.
 */
@Service
public class Documents {
    /** Plan documents are some ten thousand characters long; a PDF of them has its fonts. */
    private static final int LIMIT = 32 << 20;

    private final JdbcClient database;
    private final Plans plans;
    private final Map<String, int[]> texts = new ConcurrentHashMap<>();

    Documents(JdbcClient database, Plans plans) {
        this.database = database;
        this.plans = plans;
    }

    /** The sentence that a target was read from; empty while its document is not loaded. */
    public Optional<String> sentence(String plan, String target) {
        PlanFolder folder = plans.get(plan);
        Target found = folder.target(target);
        return found == null ? Optional.empty() : sentence(folder, found.from(), found.to());
    }

    /** What stands between two positions, in code points; empty while the document is not loaded. */
    public Optional<String> sentence(PlanFolder folder, int from, int to) {
        return text(folder)
                .filter(text -> from >= 0 && from < to && to <= text.length)
                .map(text -> shown(new String(text, from, to - from)));
    }

    /** Line breaks of the print and marks of emphasis are not the sentence's own; Chinese needs no blank between words. */
    static String shown(String sentence) {
        return sentence.replace("**", "")
                .replaceAll("(?U)(?<=[^\\x00-\\x7f\\s])\\s+(?=[^\\x00-\\x7f\\s])", "")
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }

    public boolean isLoaded(PlanFolder folder) {
        return text(folder).isPresent();
    }

    private Optional<int[]> text(PlanFolder folder) {
        String sha256 = folder.document().sha256();
        int[] known = texts.get(sha256);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<int[]> stored = database.sql("select content from luheng.plan_document where sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .optional()
                .map(content ->
                        DocumentFile.read(content, sha256).text().codePoints().toArray());
        stored.ifPresent(text -> texts.put(sha256, text));
        return stored;
    }

    /**
     * Keeps the document that a plan was read from.
     *
     * @throws Refused where it is not that very file, or one that cannot be read
     */
    @Transactional
    public void load(PlanFolder folder, String file, byte[] content) {
        if (content.length > LIMIT) {
            throw Refused.of(Finding.of(Fault.FILE_TOO_LARGE, Place.file(file), "", "limit", (LIMIT >> 20) + " MB"));
        }
        String sha256 = Hash.of(content);
        if (!sha256.equals(folder.document().sha256())) {
            throw Refused.of(Finding.of(
                    Fault.OTHER_DOCUMENT,
                    Place.file(file),
                    "",
                    "expected",
                    folder.document().sha256().substring(0, 12),
                    "found",
                    sha256.substring(0, 12)));
        }
        DocumentFile.read(content, file);
        database.sql("insert into luheng.plan_document (sha256, file_name, content, region) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .param(sha256)
                .param(file)
                .param(content)
                .param(folder.plan().region())
                .update();
    }
}
