package org.campaignbot.storage.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import org.campaignbot.storage.sealing.KeyState;
import org.jspecify.annotations.Nullable;

/**
 * A connection that shows hashes by name, whatever their stored form: parameters are stored in the current key's form, and columns
 * are turned back into names.
 *
 * <p>So statements and everything a process remembers are independent of keys and rotation. It wraps a connection only if a key
 * other than the first is in use.
 */
public final class HashView implements InvocationHandler {

    private final Connection connection;
    private final KeyState state;

    private HashView(Connection connection, KeyState state) {
        this.connection = connection;
        this.state = state;
    }

    /** A connection as the code sees it while the keys are in this state. */
    static Connection over(Connection connection, KeyState state) {
        return proxy(Connection.class, new HashView(connection, state));
    }

    /** The wrapped connection, which shows rows as stored. */
    public static Connection below(Connection connection) {
        return Proxy.isProxyClass(connection.getClass())
                        && Proxy.getInvocationHandler(connection) instanceof HashView view
                ? view.connection
                : connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object result = call(connection, method, arguments);
        if (result instanceof PreparedStatement statement && arguments != null && arguments[0] instanceof String sql) {
            return proxy(PreparedStatement.class, new Statement(statement, HashColumns.of(sql)));
        }
        return result;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HashView.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    /** A statement whose parameters take names. */
    private final class Statement implements InvocationHandler {
        private final PreparedStatement statement;
        private final HashColumns columns;

        Statement(PreparedStatement statement, HashColumns columns) {
            this.statement = statement;
            this.columns = columns;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (arguments != null
                    && arguments.length == 2
                    && arguments[0] instanceof Integer mark
                    && columns.isMark(mark)) {
                return call(statement, method, new @Nullable Object[] {mark, stored(arguments[1])});
            }
            Object result = call(statement, method, arguments);
            if (result instanceof ResultSet rows) {
                BitSet found = columns.found(rows);
                return found.isEmpty() ? rows : proxy(ResultSet.class, new Rows(rows, found));
            }
            return result;
        }

        private @Nullable Object stored(@Nullable Object value) throws SQLException {
            if (value instanceof String name) {
                return state.stored(name);
            } else if (value instanceof Array array) {
                Object[] names = (Object[]) array.getArray();
                return connection.createArrayOf(
                        array.getBaseTypeName(),
                        Arrays.stream(names)
                                .map(name -> name instanceof String text ? state.stored(text) : name)
                                .toArray());
            }
            return value;
        }
    }

    /** Rows that return hashes as names. */
    private final class Rows implements InvocationHandler {
        private final ResultSet rows;
        private final BitSet hashes;

        Rows(ResultSet rows, BitSet hashes) {
            this.rows = rows;
            this.hashes = hashes;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            Object result = call(rows, method, arguments);
            return result instanceof String stored
                            && arguments != null
                            && arguments[0] instanceof Integer column
                            && hashes.get(column)
                    ? state.name(stored)
                    : result;
        }
    }
}
