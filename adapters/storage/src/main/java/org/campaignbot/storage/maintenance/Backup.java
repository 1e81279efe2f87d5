package org.campaignbot.storage.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.HashView;
import org.campaignbot.storage.sql.Identities;
import org.campaignbot.storage.sql.InstallationTable;
import org.campaignbot.storage.sql.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * Writes everything stored into one file, as of one moment, while the bot keeps running.
 *
 * <p>Ids stay ciphertext, as in the tables, and the key isn't in the file. Left out are held facts, claims, and the words of
 * messages that aren't in a table either.
 */
public final class Backup {

    /** The tables of a backup. Add a new table here, or to the ones a test knows are left out. */
    public static final List<String> TABLES = List.of(
            "installation",
            "conversation",
            "seen_update",
            "effect",
            "outbox",
            "tally_mark",
            "outcome_by_seat",
            "outcome_by_way",
            "party",
            "answer",
            "subscription",
            "alert_run",
            "alert_recipient",
            "alert_count",
            "timer",
            "setting_version",
            "number_report",
            "number_count",
            "organizer",
            "organizer_sign_in",
            "organizer_audit",
            "api_token",
            "crm_event",
            "alert",
            "alert_entry",
            "desk_chat",
            "desk_card",
            "block",
            "workspace",
            "forgotten_account");

    /** Columns that the database fills itself, or that name processes which are gone by the time of a restore. */
    private static final Set<String> LEFT_OUT = Set.of("seq", "claimed_by", "claimed_until");

    private static final int ROWS_AT_ONCE = 500;

    /** The prefix of an unfinished backup's file name. */
    private static final String PART = "bot-backup.";

    private static final Transfer ROTATED =
            new Transfer.Refused("The key is being rotated, and a backup of now would need"
                    + " both keys. Let ./bot key rotate come to its end, then make the backup.");

    private final Connections connections;
    private final Identities identities;

    public Backup(Connections connections, Identities identities) {
        this.connections = connections;
        this.identities = identities;
    }

    public Transfer write(Path file, Instant now) {
        Path target = file.toAbsolutePath();
        if (isBeingRotated()) {
            return ROTATED;
        }
        if (Files.exists(target)) {
            return new Transfer.Refused("There is a file " + target + " already. Give the backup another name.");
        }
        try {
            clearOldParts(Objects.requireNonNull(target.getParent()));
            Path part = Files.createTempFile(target.getParent(), PART, ".part");
            try (FileChannel inUse = FileChannel.open(part, StandardOpenOption.WRITE)) {
                inUse.lock();
                long rows = writeWhole(part, now);
                if (isBeingRotated()) {
                    return ROTATED;
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                return new Transfer.Done(rows);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException unwritable) {
            return new Transfer.Refused("The backup " + target
                    + " cannot be written: is its folder there, may you write in it, and is there room on the disk?");
        }
    }

    /** Deletes what a killed backup left half-written; a backup in progress is locked by its process. */
    private static void clearOldParts(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*.part")) {
            for (Path part : parts) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                        FileLock free = channel.tryLock()) {
                    if (free != null) {
                        Files.deleteIfExists(part);
                    }
                } catch (OverlappingFileLockException ofThisProcess) {
                    // Still being written.
                }
            }
        }
    }

    private boolean isBeingRotated() {
        return connections
                .read(connection -> InstallationTable.read(connection, KeyRing.ROTATION))
                .isPresent();
    }

    private long writeWhole(Path part, Instant now) throws IOException {
        long rows = connections.snapshot(connection -> {
            BackupFile.Header header = new BackupFile.Header(
                    BackupFile.FORMAT, InstallationTable.schema(connection), now.toString(), identities.check());
            try (BackupFile.Writer out = new BackupFile.Writer(Files.newOutputStream(part), header)) {
                for (String table : TABLES) {
                    writeTable(HashView.below(connection), table, out);
                }
                return out.end();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return rows;
    }

    private static void writeTable(Connection connection, String table, BackupFile.Writer out)
            throws SQLException, IOException {
        // The first column of every table is its key or its row number.
        try (PreparedStatement select = connection.prepareStatement("select * from " + table + " order by 1")) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                while (row.next()) {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (!LEFT_OUT.contains(columns.getColumnName(i))) {
                            values.put(columns.getColumnName(i), row.getObject(i));
                        }
                    }
                    out.row(table, values);
                }
            }
        }
    }
}
