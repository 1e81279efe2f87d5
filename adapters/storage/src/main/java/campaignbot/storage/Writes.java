package campaignbot.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows gathered for one statement, which goes to the database once for all of them. */
final class Writes implements AutoCloseable {

    private final PreparedStatement statement;
    private final Runnable beforeEach;
    private boolean some;

    Writes(PreparedStatement statement, Runnable beforeEach) {
        this.statement = statement;
        this.beforeEach = beforeEach;
    }

    /** Gathers a row of texts, numbers and ciphertexts. */
    void add(Object... values) throws SQLException {
        beforeEach.run();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Ciphertext sealed) {
                statement.setBytes(i + 1, sealed.bytes());
            } else if (values[i] instanceof String text) {
                statement.setString(i + 1, text);
            } else {
                statement.setLong(i + 1, ((Number) values[i]).longValue());
            }
        }
        statement.addBatch();
        some = true;
    }

    void execute() throws SQLException {
        if (some) {
            beforeEach.run();
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
