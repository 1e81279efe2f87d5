package org.campaignbot.content.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.FilesDigest;
import org.campaignbot.content.yaml.Node;
import org.campaignbot.content.yaml.PackFile;
import org.campaignbot.content.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads YAML files and keeps a digest of everything it has read. */
final class FolderReader {

    private static final String YAML = ".yaml";

    private final Path content;
    private final Problems problems;
    private final FilesDigest digest = new FilesDigest();

    FolderReader(Path content, Problems problems) {
        this.content = content;
        this.problems = problems;
    }

    /** The name of a file in problems: its path as the caller would open it, with forward slashes. */
    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    /** The last part of such a name. */
    static String lastName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The root of a file; null if it's empty or has a problem, which is then reported. */
    @Nullable
    Node read(Path file) {
        byte[] bytes = bytes(file);
        return bytes == null ? null : YamlFile.read(name(file), bytes, problems);
    }

    private byte @Nullable [] bytes(Path file) {
        // The folder of the campaign or kit, such as kits/care.
        Path pack = content.resolve(content.relativize(file).subpath(0, 2));
        byte[] bytes = PackFile.read(pack, file, problems);
        if (bytes != null) {
            digest.add(file, bytes);
        }
        return bytes;
    }

    /** The YAML files of a folder by name; none if there is no such folder. */
    List<Path> files(Path folder) {
        return files(folder, List.of());
    }

    /** The folders in a folder by name; none if there is no such folder. */
    List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** The YAML files of a folder by name, except that some folders in it are read separately. */
    List<Path> files(Path folder, List<Path> folders) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(
                            file -> !String.valueOf(file.getFileName()).startsWith(".") && !folders.contains(file))
                    .sorted()
                    .toList();
            for (Path file : files) {
                if (!file.toString().endsWith(YAML)) {
                    problems.add(ProblemKind.STRAY_FILE, Place.startOf(name(file)), "this file is not read");
                }
            }
            return files.stream().filter(file -> file.toString().endsWith(YAML)).toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(ProblemKind.UNREADABLE_FILE, Place.startOf(name(folder)), "this folder cannot be read");
            return List.of();
        }
    }

    /** The part of a file's name before {@code .yaml}. */
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - YAML.length());
    }

    /** Adds a folder's files, which other code reads and checks, to the revision; a missing folder adds nothing. */
    void include(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(Files::isRegularFile).sorted().forEach(this::bytes);
        } catch (IOException | UncheckedIOException e) {
            problems.add(ProblemKind.UNREADABLE_FILE, Place.startOf(name(folder)), "this folder cannot be read");
        }
    }

    /** A word that changes if any file that was read changes. */
    String revision() {
        return digest.word();
    }
}
