package org.campaignbot.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads secrets from files: each may be given as {@code NAME_FILE}, the path of a file that holds it, so that it isn't in any
 * environment. Docker, Kubernetes and systemd pass secrets to a process like that.
 *
 * @param environment the settings, with the files' contents under the secrets' own names and without {@code NAME_FILE}
 * @param problems files that can't be used, a sentence or two each; never any of their contents
 */
record SecretFiles(Map<String, String> environment, List<String> problems) {

    private static final String SUFFIX = "_FILE";

    /** A secret has a few dozen bytes, a database URL a few hundred. */
    private static final int MOST_BYTES = 4_096;

    /** Carries what is wrong with a file, and how to fix it. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** The name of the setting for a file that holds a secret. */
    static String named(String secret) {
        return secret + SUFFIX;
    }

    /** Reads the files that an environment names; doing so again with the result changes nothing. */
    static SecretFiles read(Map<String, String> environment) {
        Map<String, String> resolved = new HashMap<>(environment);
        Stream.Builder<String> problems = Stream.builder();
        for (String secret : new TreeSet<>(Variables.SECRETS)) {
            String name = named(secret);
            String path = resolved.remove(name);
            if (path == null) {
                continue;
            }
            if (!environment.getOrDefault(secret, "").isBlank()) {
                problems.add(secret + " and " + name + " are both set. Keep one of them.");
                continue;
            }
            try {
                resolved.put(secret, content(Path.of(path)));
            } catch (Unusable problem) {
                problems.add(name + " " + problem.getMessage());
            } catch (InvalidPathException noPath) {
                problems.add(name + " isn't the path of a file. Set it to the file that holds the secret.");
            }
        }
        return new SecretFiles(Map.copyOf(resolved), problems.build().toList());
    }

    // Don't quote the path: somebody may have pasted the secret itself.
    private static String content(Path file) throws Unusable {
        if (!Files.exists(file)) {
            throw new Unusable(
                    "names a file that isn't there. Set it to the path of the file that holds the secret, not to the secret"
                            + " itself.");
        }
        // Reading a device or a pipe might never end.
        if (!Files.isRegularFile(file)) {
            throw new Unusable("names a folder or a device. Set it to the path of a file.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new Unusable(
                    "names a file that the bot can't read. Make it readable for the account the bot runs as.");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Unusable("names a file of more than " + MOST_BYTES + " bytes. Put only the secret into it.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new Unusable("names an empty file. Put the secret into it.");
        }
        return text;
    }

    /** The problems alone; never a secret. */
    @Override
    public String toString() {
        return "SecretFiles[" + problems + "]";
    }
}
