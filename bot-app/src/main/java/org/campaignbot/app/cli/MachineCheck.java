package org.campaignbot.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the account that the bot runs under, and what crashes left behind. */
final class MachineCheck {

    /** Files that Docker and Podman put into each container. */
    private static final List<Path> MARKS = List.of(Path.of("/.dockerenv"), Path.of("/run/.containerenv"));

    private final String account;
    private final boolean inContainer;
    private final Path data;

    /**
     * Creates the check of a machine.
     *
     * @param account the name of the account that runs the check; it should be the one that runs the server
     * @param data the folder for the bot's data
     */
    MachineCheck(String account, boolean inContainer, Path data) {
        this.account = account;
        this.inContainer = inContainer;
        this.data = data;
    }

    /** Creates the check of this machine and account. */
    static MachineCheck here(Map<String, String> environment, Path data) {
        boolean inContainer =
                environment.containsKey("container") || MARKS.stream().anyMatch(Files::exists);
        return new MachineCheck(System.getProperty("user.name", ""), inContainer, data);
    }

    List<DoctorFinding> findings() {
        List<DoctorFinding> findings = new ArrayList<>();
        boolean root = account.equals("root");
        findings.add(
                root && !inContainer
                        ? DoctorFinding.warning(
                                "account",
                                "This is root. A bot that serves as root may do anything to this machine.",
                                "Run it under an account of its own: docs/operations.md, Install")
                        : DoctorFinding.ok(
                                "account", root ? "It is root, but of a container alone." : "It is not root."));
        long crashes = crashes();
        if (crashes > 0) {
            findings.add(DoctorFinding.warning(
                    "crashes",
                    "Crash reports of Java in " + data + ": " + crashes
                            + ". Each may hold fragments of what people said.",
                    "Read what failed at the top of crash-*.log, then delete them."));
        }
        return findings;
    }

    private long crashes() {
        if (!Files.isDirectory(data)) {
            return 0;
        }
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(data, "crash-*.log")) {
            long count = 0;
            for (Path ignored : reports) {
                count++;
            }
            return count;
        } catch (IOException unreadable) {
            // An unreadable folder is a finding about the folder, not about crashes.
            return 0;
        }
    }
}
