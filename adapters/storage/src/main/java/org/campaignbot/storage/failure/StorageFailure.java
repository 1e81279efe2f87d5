package org.campaignbot.storage.failure;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database failed during an operation, which didn't happen unless the answer to its commit was lost; a retry may help. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Codes after which SQLite may have ended the transaction itself, so its connection is out of step with the driver. */
    private static final Set<Integer> ENDS_TRANSACTIONS = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_CORRUPT.code,
            SQLiteErrorCode.SQLITE_NOTADB.code);

    private final Kind kind;

    /** Why the database failed, as far as a person can fix it. */
    public enum Kind {
        /** The disk is full. */
        DISK_FULL,
        /** The disk can't be read or written. */
        DISK_FAILS,
        /** The database can't be reached. */
        AWAY,
        /** Anything else. */
        OTHER
    }

    /** Reports the failure only by SQLState: the cause's own message may contain more than a log should. */
    public StorageFailure(SQLException cause) {
        super("the database failed (SQLState " + cause.getSQLState() + ", code " + cause.getErrorCode() + ")", cause);
        this.kind = kind(cause);
    }

    /** Why the database failed. */
    public Kind kind() {
        return kind;
    }

    /** Whether a database failure is behind this, even when a library ran into it. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Whether SQLite may have ended the transaction itself. */
    public static boolean endsTransaction(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite && ENDS_TRANSACTIONS.contains(primary(sqlite))) {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Kind kind = cause instanceof SQLiteException sqlite ? kind(sqlite) : ofState(cause);
            if (kind != Kind.OTHER) {
                return kind;
            }
        }
        return isUnconnected(failure) ? Kind.AWAY : Kind.OTHER;
    }

    private static Kind kind(SQLiteException failure) {
        SQLiteErrorCode code = failure.getResultCode();
        // The log's index file couldn't grow.
        boolean full = code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
        return full
                ? Kind.DISK_FULL
                : primary(failure) == SQLiteErrorCode.SQLITE_IOERR.code ? Kind.DISK_FAILS : Kind.OTHER;
    }

    /** The primary code, in the lowest byte of an extended one. */
    private static int primary(SQLiteException failure) {
        return failure.getResultCode().code & 0xff;
    }

    /** The kind by PostgreSQL's SQLState: class 08 is connections, 57P01 to 57P03 a server shutting down or starting. */
    private static Kind ofState(Throwable cause) {
        String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        if (state.equals("53100")) {
            return Kind.DISK_FULL;
        } else if (state.equals("58030")) {
            return Kind.DISK_FAILS;
        }
        return state.startsWith("08") || state.startsWith("57P0") ? Kind.AWAY : Kind.OTHER;
    }

    private static boolean isUnconnected(SQLException failure) {
        // Without a cause, the pool had none left, which says nothing about the database.
        return failure instanceof SQLTransientConnectionException && failure.getCause() != null;
    }
}
