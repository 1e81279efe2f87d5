package campaignbot.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections whose commits survive a power cut. */
final class Pools {

    /** One to write, the others to read meanwhile. */
    private static final int EMBEDDED_CONNECTIONS = 3;

    private static final int CACHE_KILOBYTES = 12_000;

    private static final int SERVER_CONNECTIONS = 8;
    private static final int MILLIS_TO_WAIT = 10_000;

    /** How long a request may be held by a server that is away; the quickest platform waits three seconds for all of it. */
    private static final int MILLIS_TO_WAIT_FOR_A_SERVER = 1_500;

    private static final int SECONDS_TO_CONNECT = 2;

    /** How a process names itself to a server; with two keys it can go on while one takes the other's place. */
    private static final String ONE_KEY = "campaign-bot";

    private static final String TWO_KEYS = "campaign-bot, two keys";

    /** Counts the connections to this database of processes that know only one key. */
    static final String WITH_ONE_KEY = "select count(*) from pg_stat_activity where datname = current_database()"
            + " and application_name = '" + ONE_KEY + "'";

    private Pools() {}

    static Connections open(DatabaseLocation location, boolean knowsTwoKeys) throws UnusableDatabase {
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
            return new Connections(new HikariDataSource(config), Dialect.SQLITE);
        } catch (PoolInitializationException unreachable) {
            throw new UnusableDatabase(isDamaged(unreachable) ? damaged(location) : whyNot(location), unreachable);
        } catch (IOException unwritable) {
            throw new UnusableDatabase(whyNot(location), unwritable);
        }
    }

    /** A database has its tables before there is a key, so one of no bytes beside a key has lost everything. */
    private static void refuseEmptied(DatabaseLocation.Embedded embedded) throws IOException, UnusableDatabase {
        if (Files.exists(embedded.file())
                && Files.size(embedded.file()) == 0
                && Files.exists(embedded.folder().resolve(KeyFile.NAME))) {
            throw new UnusableDatabase(
                    "The database " + embedded.file() + " is empty, though there is a key beside it: what it"
                            + " held is gone. Delete the file and restore a backup (./bot restore FILE), or delete it to begin anew.");
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
            // The files that SQLite lays beside it take over who may read them.
            Files.createFile(embedded.file(), KeyFile.ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException fromAnEarlierStart) {
            // Used as it is.
        }
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(MILLIS_TO_WAIT);
        sqlite.enforceForeignKeys(true);
        // A transaction that begins by reading could otherwise find that another process wrote in between, and fail.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // What is deleted is overwritten, not only marked as free.
        sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // Pages go from the log into the file every 16 MB; with the default of 4 MB a busy bot would do so at every
        // other commit.
        sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "4000");
        // An alert's rows lie all over their indexes, in 2 MB of which each transaction would write them out and read
        // them again.
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
        // Only a server that acknowledges before it has written is overruled; stricter settings stay.
        config.setConnectionInitSql("select set_config('synchronous_commit', 'on', false)"
                + " where current_setting('synchronous_commit') = 'off'");
    }

    /** How the driver speaks with a server, by the names of its settings. */
    static Map<String, String> properties() {
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
                // Its messages quote rows otherwise, and messages end in logs.
                "logServerErrorDetail",
                "false");
    }

    /** Whether SQLite found that a file is no database, or a broken one. */
    static boolean isDamaged(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                int kind = sqlite.getResultCode().code & 0xff;
                return kind == SQLiteErrorCode.SQLITE_CORRUPT.code || kind == SQLiteErrorCode.SQLITE_NOTADB.code;
            }
        }
        return false;
    }

    /** What to do about a damaged database. */
    static String damaged(DatabaseLocation location) {
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
