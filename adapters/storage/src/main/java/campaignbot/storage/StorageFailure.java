package campaignbot.storage;

import java.sql.SQLException;

/** The database failed in the middle of something, which has then not happened; trying again may help. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What failed, by SQLState alone: the cause's own message may name more than a log should hold. */
    StorageFailure(SQLException cause) {
        super("the database failed (SQLState " + cause.getSQLState() + ", code " + cause.getErrorCode() + ")", cause);
    }
}
