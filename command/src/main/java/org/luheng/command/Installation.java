package org.luheng.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;

/**
 * Where {@code rules/}, {@code register/} and {@code plans/} are.
 *
 * @param root the folder that holds them
 * @param plan the plan's own folder
 */
record Installation(Path root, Path plan) {
    /**
     * @param told by the launcher, null: look upwards from the plan, then from the working directory
     * @param planOrId a folder, or the name of one under {@code plans/}
     */
    static Installation find(@Nullable Path told, String planOrId) {
        Path given = path(planOrId);
        Path here = Path.of("").toAbsolutePath();
        if (given != null && Files.isDirectory(given)) {
            Path root = told != null ? told : above(given.toAbsolutePath().normalize());
            return new Installation(existing(root != null ? root : above(here)), given);
        }
        Path root = existing(told != null ? told : above(here));
        Path named = given == null || given.getNameCount() != 1
                ? null
                : root.resolve("plans").resolve(planOrId);
        if (named == null || !Files.isDirectory(named)) {
            String known = String.join("、", plans(root));
            throw Refused.of(Finding.of(Fault.NO_SUCH_PLAN, Place.file("--plan"), planOrId, "known", known));
        }
        return new Installation(root, named);
    }

    /** The folder alone, where no plan is wanted. */
    static Path root(@Nullable Path told) {
        return existing(told != null ? told : above(Path.of("").toAbsolutePath()));
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static @Nullable Path above(Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            if (isRoot(at)) {
                return at;
            }
        }
        return null;
    }

    private static boolean isRoot(Path folder) {
        return Files.isDirectory(folder.resolve("rules")) && Files.isDirectory(folder.resolve("register"));
    }

    private static Path existing(@Nullable Path root) {
        if (root == null || !isRoot(root)) {
            String where = root == null ? "." : root.toString();
            throw Refused.of(Finding.of(Fault.NO_ROOT, Place.file(where), ""));
        }
        return root;
    }

    static List<String> plans(Path root) {
        try (Stream<Path> folders = Files.list(root.resolve("plans"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
