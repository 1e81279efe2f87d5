package org.campaignbot.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.campaignbot.storage.sql.KeyRing.Ciphertext;
import org.jspecify.annotations.Nullable;

/** Batches rows for one statement and sends them to the database together. */
public final class BatchWrite implements AutoCloseable {

    private final PreparedStatement statement;
    private final Runnable beforeEach;
    private boolean some;

    public BatchWrite(PreparedStatement statement, Runnable beforeEach) {
        this.statement = statement;
        this.beforeEach = beforeEach;
    }

    /** Runs one statement, with texts, numbers, and ciphertexts as parameters; returns how many rows changed. */
    public static int one(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Sets a statement's parameters to texts, numbers, and ciphertexts. */
    public static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Ciphertext sealed) {
                statement.setBytes(i + 1, sealed.bytes());
            } else if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Number number) {
                statement.setLong(i + 1, number.longValue());
            } else {
                statement.setNull(i + 1, Types.NULL);
            }
        }
    }

    /** Adds a row of texts, numbers, and ciphertexts. */
    public void add(@Nullable Object... values) throws SQLException {
        beforeEach.run();
        bind(statement, values);
        statement.addBatch();
        some = true;
    }

    /** Writes the rows; returns how many each changed. */
    public int[] execute() throws SQLException {
        if (!some) {
            return new int[0];
        }
        beforeEach.run();
        return statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
