package org.campaignbot.storage.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignbot.storage.sealing.KeyFile;
import org.campaignbot.storage.serving.ServerLock;
import org.campaignbot.storage.sql.BatchWrite;
import org.campaignbot.storage.sql.Connections;
import org.campaignbot.storage.sql.HashView;
import org.campaignbot.storage.sql.InstallationTable;
import org.jspecify.annotations.Nullable;

/** Replaces everything in a database with a backup, in one transaction: all or nothing. */
public final class Restore {

    private static final int ROWS_AT_ONCE = 500;

    private final Connections connections;
    private final ServerLock server;

    public Restore(Connections connections, ServerLock server) {
        this.connections = connections;
        this.server = server;
    }

    /** Why a file can't be restored with this check value's key, found out before a database is opened or created; else empty. */
    public static Optional<Transfer.Refused> refusal(Path file, String check) {
        try (BackupFile.Reader backup = new BackupFile.Reader(file)) {
            // Before trusting any of it: in a damaged file, the version or the key may be what's damaged.
            if (!BackupFile.hasItsChecksum(file)) {
                return Optional.of(damaged(file));
            }
            BackupFile.Header header = backup.header();
            if (header.format() != BackupFile.FORMAT) {
                return refused("The backup " + file + " has the format " + header.format() + ", and this version of the"
                        + " bot knows only " + BackupFile.FORMAT
                        + ". Restore it with the version that made it, or a later one.");
            } else if (!header.key().equals(check)) {
                return refused("The backup " + file + " was made with another key. Set BOT_KEY, or put the file "
                        + KeyFile.NAME
                        + " into BOT_DATA, as it was then. Without it the bot can't write to anybody in it.");
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return refused("The backup " + file + " cannot be read, or isn't a backup of this bot. Is the name right?");
        } catch (BackupFile.Broken broken) {
            return Optional.of(damaged(file));
        }
    }

    public Transfer run(Path file) {
        ServerLock.Alone alone = server.alone().orElse(null);
        if (alone == null) {
            return new Transfer.Refused("The bot is running on this database. Stop it, restore, then start it again.");
        }
        try (alone;
                BackupFile.Reader backup = new BackupFile.Reader(file)) {
            String here = connections.read(InstallationTable::schema);
            if (!backup.header().schema().equals(here)) {
                return new Transfer.Refused("The backup " + file + " is of version "
                        + backup.header().schema() + " of the tables, and this bot has version " + here
                        + ". Restore it with the version of the bot that made it, then start this one.");
            }
            long rows = connections.writeAlone(connection -> replaceAll(HashView.below(connection), backup));
            connections.emptyLog();
            return new Transfer.Done(rows);
        } catch (IOException | UncheckedIOException | BackupFile.Broken | Refusal broken) {
            return damaged(file);
        }
    }

    private static Optional<Transfer.Refused> refused(String why) {
        return Optional.of(new Transfer.Refused(why));
    }

    private static Transfer.Refused damaged(Path file) {
        return new Transfer.Refused(
                "The backup " + file
                        + " is cut short or damaged, so nothing was changed. Copy it again from where it is kept, or take another.");
    }

    /** The problem with the file, thrown to roll back the transaction. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(Exception cause) {
            super(cause);
        }
    }

    private long replaceAll(Connection connection, BackupFile.Reader backup) throws SQLException {
        connections.dialect().lockTables(connection, Backup.TABLES);
        for (String table : Backup.TABLES) {
            BatchWrite.one(connection, "delete from " + table);
        }
        connections.dialect().eraseHeldFacts(connection);
        try (Rows rows = new Rows(connection)) {
            BackupFile.Row next = backup.next();
            while (next != null) {
                rows.add(next);
                next = backup.next();
            }
            return rows.end();
        } catch (IOException | BackupFile.Broken broken) {
            throw new Refusal(broken);
        }
    }

    /** Rows on their way into their tables, grouped by table. */
    private static final class Rows implements AutoCloseable {
        private final Connection connection;
        private String table = "";
        private List<String> columns = List.of();
        private @Nullable BatchWrite batchWrite;
        private int waiting;
        private long rows;

        Rows(Connection connection) {
            this.connection = connection;
        }

        void add(BackupFile.Row row) throws SQLException, BackupFile.Broken {
            List<String> names = List.copyOf(row.values().keySet());
            if (batchWrite == null || !row.table().equals(table) || !names.equals(columns)) {
                flush();
                close();
                batchWrite = begin(row.table(), names);
                table = row.table();
                columns = names;
            }
            batchWrite.add(row.values().values().toArray());
            rows++;
            if (++waiting == ROWS_AT_ONCE) {
                flush();
            }
        }

        private void flush() throws SQLException {
            if (batchWrite != null) {
                batchWrite.execute();
            }
            waiting = 0;
        }

        private BatchWrite begin(String into, List<String> names) throws SQLException, BackupFile.Broken {
            // The file's content becomes part of a statement, so only known names pass.
            if (!Backup.TABLES.contains(into)
                    || names.isEmpty()
                    || !columnsOf(into).containsAll(names)) {
                throw new BackupFile.Broken();
            }
            return new BatchWrite(
                    connection.prepareStatement("insert into " + into + " (" + String.join(", ", names) + ") values (?"
                            + ", ?".repeat(names.size() - 1) + ")"),
                    () -> {});
        }

        private Set<String> columnsOf(String name) throws SQLException {
            try (PreparedStatement none = connection.prepareStatement("select * from " + name + " where 1 = 0")) {
                ResultSetMetaData found = none.executeQuery().getMetaData();
                Set<String> names = new HashSet<>();
                for (int i = 1; i <= found.getColumnCount(); i++) {
                    names.add(found.getColumnName(i));
                }
                return names;
            }
        }

        long end() throws SQLException {
            flush();
            return rows;
        }

        @Override
        public void close() throws SQLException {
            if (batchWrite != null) {
                batchWrite.close();
                batchWrite = null;
            }
        }
    }
}
