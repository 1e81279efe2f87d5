package org.campaignbot.content.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Problems;
import org.campaignbot.content.yaml.FilesDigest;
import org.campaignbot.content.yaml.PackFile;
import org.campaignbot.content.yaml.PackFolders;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a campaign's compiled pack. The file names the folders that the pack was compiled from, with a digest of all their files and
 * of the program; where either differs, it counts as missing.
 */
public final class KeptPack {

    /** Transcripts are no part of a pack, and more than everything else. */
    private static final String CHATS = "chats";

    /** Taken before a pack is compiled: classes in a folder may be compiled anew meanwhile. */
    private static final @Nullable String PROGRAM = program();

    private final Path content;
    private final String campaign;
    private final KeptFile file;
    private final @Nullable String program;

    KeptPack(Path content, String campaign, KeptFile file, @Nullable String program) {
        this.content = content;
        this.campaign = campaign;
        this.file = file;
        this.program = program;
    }

    /**
     * The pack of a campaign.
     *
     * @param content the folder that contains {@code campaigns/} and {@code kits/}
     * @param kept the folder in this installation's private data
     * @param beside the folder beside the program
     */
    public static KeptPack of(Path content, String campaign, Path kept, Path beside) {
        return new KeptPack(content, campaign, new KeptFile(kept, beside, campaign + ".pack"), PROGRAM);
    }

    /** Compiles a pack. */
    public interface Compiler<X extends Exception> {
        Pack compile() throws X;
    }

    /** The pack, as it was kept or as it is compiled now, and is kept from now on. */
    public <X extends Exception> Pack orElse(Compiler<X> compiler) throws X {
        if (program == null) {
            return compiler.compile();
        }
        Pack kept = file.read(this::read);
        if (kept != null) {
            return kept;
        }
        List<String> folders = PackFolders.of(content, campaign, new Problems()).stream()
                .map(folder -> content.relativize(folder).toString())
                .toList();
        String before = digestOrNone(folders);
        Pack pack = compiler.compile();
        // Somebody may be editing.
        if (before != null && before.equals(digestOrNone(folders))) {
            file.write(bytes(folders, before, pack));
        }
        return pack;
    }

    @Nullable
    Pack read(ByteBuffer mapped) throws IOException {
        byte[] bytes = new byte[mapped.remaining()];
        mapped.get(bytes);
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
        DataInputStream in = new DataInputStream(rest);
        if (!in.readUTF().equals(program)) {
            return null;
        }
        List<String> folders = new ArrayList<>();
        for (int i = in.readUnsignedByte(); i > 0; i--) {
            folders.add(in.readUTF());
        }
        return in.readUTF().equals(digest(folders)) ? PackInput.pack(bytes, bytes.length - rest.available()) : null;
    }

    private byte[] bytes(List<String> folders, String digest, Pack pack) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(String.valueOf(program));
            out.writeByte(folders.size());
            for (String folder : folders) {
                out.writeUTF(folder);
            }
            out.writeUTF(digest);
            out.write(PackOutput.bytes(pack));
            return bytes.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private @Nullable String digestOrNone(List<String> folders) {
        try {
            return folders.isEmpty() ? null : digest(folders);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** A digest of all files in some folders, except transcripts. */
    private String digest(List<String> folders) throws IOException {
        FilesDigest digest = new FilesDigest();
        for (String name : folders) {
            Path folder = content.resolve(name);
            for (Path each : files(folder)) {
                byte[] bytes = PackFile.read(folder, each, new Problems());
                if (bytes == null) {
                    throw new IOException(each + " can't be read");
                }
                digest.add(content.relativize(each).toString(), bytes);
            }
        }
        return digest.word();
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                        return visited.equals(folder.resolve(CHATS))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(files);
        return files;
    }

    /** A digest of the program: names, sizes and dates of its jars, or of its classes where it runs from folders. Null if unreadable. */
    private static @Nullable String program() {
        FilesDigest digest = new FilesDigest();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path root = Path.of(each);
            // An empty one means the folder in which the program was started.
            if (each.isEmpty() || !Files.exists(root)) {
                return null;
            }
            try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = file.equals(root)
                            ? file.toFile().getName()
                            : root.relativize(file).toString();
                    String is = Files.size(file) + " "
                            + Files.getLastModifiedTime(file).toMillis();
                    digest.add(name, is.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException | UncheckedIOException unreadable) {
                return null;
            }
        }
        return digest.word();
    }
}
