package org.campaignbot.storage.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.campaignbot.storage.failure.UnusableDatabase;
import org.campaignbot.storage.sealing.KeyFile;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections whose commits survive a power cut. */
public final class Pools {

    /** One to write, the others to read meanwhile. */
    private static final int EMBEDDED_CONNECTIONS = 3;

    private static final int CACHE_KILOBYTES = 12_000;

    private static final int SERVER_CONNECTIONS = 8;
    private static final int MILLIS_TO_WAIT = 10_000;

    private static final int MILLIS_BETWEEN_TRIES = 20;

    /** How long an unreachable server may hold up a request; the fastest platform allows three seconds for everything. */
    private static final int MILLIS_TO_WAIT_FOR_A_SERVER = 1_500;

    private static final int SECONDS_TO_CONNECT = 2;

    /** The name a process gives the server; one with two keys can keep running during a rotation. */
    private static final String ONE_KEY = "campaign-bot";

    private static final String TWO_KEYS = "campaign-bot, two keys";

    /** Counts connections to this database from processes that know only one key. */
    public static final String WITH_ONE_KEY = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and application_name = '" + ONE_KEY + "'";

    private Pools() {}

    public static Connections open(DatabaseLocation location, boolean knowsTwoKeys) throws UnusableDatabase {
        HikariConfig config = new HikariConfig();
        config.setPoolName("campaign bot");
        config.setConnectionTimeout(MILLIS_TO_WAIT);
        try {
            if (location instanceof DatabaseLocation.Server server) {
                configure(config, server);
                if (knowsTwoKeys) {
                    config.addDataSourceProperty("ApplicationName", TWO_KEYS);
                }
                return new Connections(new HikariDataSource(config), Dialect.POSTGRESQL);
            }
            configure(config, (DatabaseLocation.Embedded) location);
            return new Connections(openUnlessBusy(config), Dialect.SQLITE);
        } catch (PoolInitializationException unreachable) {
            throw new UnusableDatabase(isDamaged(unreachable) ? damaged(location) : whyNot(location), unreachable);
        } catch (IOException unwritable) {
            throw new UnusableDatabase(whyNot(location), unwritable);
        }
    }

    /**
     * Opens a SQLite database. Of several processes that open a new one at once, one switches it to the write-ahead log; meanwhile
     * SQLite turns the others away without waiting, so they try again.
     */
    private static HikariDataSource openUnlessBusy(HikariConfig config) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_WAIT);
        while (true) {
            try {
                return new HikariDataSource(config);
            } catch (PoolInitializationException failure) {
                if (!isOf(failure, SQLiteErrorCode.SQLITE_BUSY) || System.nanoTime() - until > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_TRIES));
            }
        }
    }

    /** Rejects an empty database file next to a key: tables are created before the key, so it has lost everything. */
    private static void refuseEmptied(DatabaseLocation.Embedded embedded) throws IOException, UnusableDatabase {
        if (Files.exists(embedded.file())
                && Files.size(embedded.file()) == 0
                && Files.exists(embedded.folder().resolve(KeyFile.NAME))) {
            throw new UnusableDatabase(
                    "The database " + embedded.file() + " is empty, though there is a key beside it: what it"
                            + " held is gone. Delete the file and restore a backup (./bot restore FILE), or delete it to start over.");
        }
    }

    private static void configure(HikariConfig config, DatabaseLocation.Embedded embedded)
            throws IOException, UnusableDatabase {
        Path folder = embedded.folder();
        refuseEmptied(embedded);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, KeyFile.ownerOnly("rwx------"));
        }
        try {
            // SQLite's extra files inherit these permissions.
            Files.createFile(embedded.file(), KeyFile.ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException fromAnEarlierStart) {
            // Used as it is.
        }
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(MILLIS_TO_WAIT);
        sqlite.enforceForeignKeys(true);
        // Otherwise a transaction that begins with a read could find that another process wrote in between, and fail.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // Deleted data is overwritten, not only marked as free.
        sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // Checkpoint the log every 16 MB; with the default of 4 MB, a busy bot would do so on every other commit.
        sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "4000");
        // An alert's rows are spread over all their indexes; with a 2 MB cache each transaction would write them out
        // and read them again.
        sqlite.setCacheSize(-CACHE_KILOBYTES);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + embedded.file());
        config.setDataSource(source);
        config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        config.setMaxLifetime(0);
    }

    private static void configure(HikariConfig config, DatabaseLocation.Server server) {
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(SERVER_CONNECTIONS);
        config.setConnectionTimeout(MILLIS_TO_WAIT_FOR_A_SERVER);
        config.setValidationTimeout(MILLIS_TO_WAIT_FOR_A_SERVER / 2);
        properties().forEach(config::addDataSourceProperty);
        // Only overrides a server that acknowledges before it has written; stricter settings stay.
        config.setConnectionInitSql("select set_config('synchronous_commit', 'on', false)"
                + " where current_setting('synchronous_commit') = 'off'");
    }

    /** The driver's connection settings, by name. */
    public static Map<String, String> properties() {
        return Map.of(
                "ApplicationName",
                ONE_KEY,
                "reWriteBatchedInserts",
                "true",
                "tcpKeepAlive",
                "true",
                "connectTimeout",
                Integer.toString(SECONDS_TO_CONNECT),
                "loginTimeout",
                Integer.toString(SECONDS_TO_CONNECT),
                // Otherwise its messages quote rows, and messages end up in logs.
                "logServerErrorDetail",
                "false");
    }

    /** Whether SQLite found that a file isn't a database or is corrupt. */
    public static boolean isDamaged(Throwable failure) {
        return isOf(failure, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);
    }

    /** Whether a failure is one of SQLite's, of one of these kinds. */
    private static boolean isOf(Throwable failure, SQLiteErrorCode... kinds) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLiteException.class::isInstance)
                .map(SQLiteException.class::cast)
                .findFirst()
                .filter(sqlite -> Stream.of(kinds).anyMatch(kind -> kind.code == (sqlite.getResultCode().code & 0xff)))
                .isPresent();
    }

    /** What to do about a damaged database. */
    public static String damaged(DatabaseLocation location) {
        return "The database " + (location instanceof DatabaseLocation.Embedded embedded ? embedded.file() : location)
                + " is damaged. Put it aside, with the files whose names begin as its own, and restore the latest backup:"
                + " ./bot restore FILE";
    }

    private static String whyNot(DatabaseLocation location) {
        return location instanceof DatabaseLocation.Embedded embedded
                ? "The database " + embedded.file()
                        + " cannot be opened: may the bot write in this folder (BOT_DATA), and is"
                        + " there room on the disk?"
                : "The database " + location
                        + " cannot be reached: is DATABASE_URL right, does the server run, and may this"
                        + " name and password use that database?";
    }
}
